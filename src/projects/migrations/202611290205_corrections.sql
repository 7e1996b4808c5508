-- What is corrected afterwards: budgets that hold money already, contracts in force, one invoice for one request, who is in charge.

create type projects.adjustment_state as enum ('submitted', 'returned', 'withdrawn', 'approved');

create table projects.adjustment (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  state projects.adjustment_state not null default 'submitted',
  reason text not null,
  answer text,
  proposed_on date not null,
  proposed_by uuid,
  decided_on date,
  decided_by uuid,
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint adjustment_pkey primary key (county, id),
  constraint adjustment_two_people check (decided_by <> proposed_by),
  constraint adjustment_project foreign key (county, project_id) references projects.project (county, id)
);
comment on table projects.adjustment is 'An adjustment 预算调整 of a budget that holds money in the quota already: proposed by the town, decided by the office above. What was and what is asked for stands in its lines.';
comment on column projects.adjustment.answer is 'What was said with the decision.';
create index adjustment_id_idx on projects.adjustment (id);
create index adjustment_of_project_idx on projects.adjustment (county, project_id);
create unique index adjustment_one_open on projects.adjustment (county, project_id) where state = 'submitted';

create table projects.adjustment_line (
  county char(6) not null,
  id uuid not null,
  adjustment_id uuid not null,
  place_key bigint not null,
  payer funds.payer not null,
  payer_key bigint not null,
  source funds.source not null,
  programme funds.programme not null,
  year integer not null,
  before bigint not null,
  after bigint not null,
  constraint adjustment_line_pkey primary key (county, id),
  constraint adjustment_line_once unique (county, adjustment_id, payer, payer_key, source, programme, year),
  constraint adjustment_line_amounts check (before >= 0 and after >= 0 and before + after > 0),
  constraint adjustment_line_of foreign key (county, adjustment_id) references projects.adjustment (county, id)
);
comment on table projects.adjustment_line is 'Fen of one source before and after an adjustment; 0 where it is new, or not drawn on any more.';

alter table projects.contract
  add column ended_on date,
  add column ended_amount bigint,
  add constraint contract_ended check ((state = 'ended') = (ended_amount is not null) and (ended_amount is null or ended_amount >= 0));
comment on column projects.contract.ended_on is 'Day a contract in force was ended 解除, from when that is asked for.';
comment on column projects.contract.ended_amount is 'Fen an ended contract is worth: what was paid of it.';

alter table projects.request add column invoice_claim text;
comment on column projects.request.invoice_claim is 'Its invoice without spaces, in capital letters, while the request is handed in: one invoice serves one request of the county.';
create unique index request_invoice_once on projects.request (county, invoice_claim);
update projects.request q set invoice_claim = f.claim
from (
  select distinct on (county, upper(regexp_replace(invoice, '\s', '', 'g'))) county, id, upper(regexp_replace(invoice, '\s', '', 'g')) as claim
  from projects.request where invoice is not null and state in ('submitted', 'checked', 'sent', 'paid')
  order by county, upper(regexp_replace(invoice, '\s', '', 'g')), asked_on, id
) f
where q.county = f.county and q.id = f.id;

create or replace function projects.quotas_of(of_county char, of_project uuid)
returns table (budget_id uuid, amount bigint, available bigint)
language sql stable set search_path = pg_catalog
as $$
  select b.id, sum(b.amount) over (partition by b.source, b.programme, b.year)::bigint,
    (coalesce(received.balance, 0) + coalesce(spent.balance, 0) - coalesce(others.held, 0)
      - greatest(coalesce(committed.balance, 0) - coalesce(ours.committed, 0),
        coalesce(spent.balance, 0) - coalesce(paid.spent, 0), 0))::bigint
  from projects.budget b
  left join funds.account received on received.county = b.county and received.holder = 'place' and received.place_key = b.place_key
    and received.payer_key is null and received.source = b.source and received.programme = b.programme
    and received.measure = 'received' and received.year = b.year
  left join funds.account spent on spent.county = b.county and spent.holder = 'place' and spent.place_key = b.place_key
    and spent.payer_key is null and spent.source = b.source and spent.programme = b.programme
    and spent.measure = 'spent' and spent.year = b.year
  left join funds.account committed on committed.county = b.county and committed.holder = 'place'
    and committed.place_key = b.place_key and committed.payer_key is null and committed.source = b.source
    and committed.programme = b.programme and committed.measure = 'committed' and committed.year = b.year
  left join lateral (
    select sum(o.held) as held from projects.budget o
    where o.place_key = b.place_key and o.county = b.county and o.programme = b.programme and o.source = b.source
      and o.year = b.year and o.project_id <> b.project_id
  ) others on true
  left join lateral (
    select sum(e.amount) as committed
    from funds.entry e
    where e.county = b.county and e.debit_account = committed.id
      and exists (select from projects.contract c where c.county = e.county and c.place_key = e.place_key
        and c.number = e.document_number and c.kind = 'main' and c.state in ('in_force', 'ending', 'ended'))
  ) ours on true
  left join lateral (
    select sum(e.amount) as spent
    from funds.entry e
    where e.county = b.county and e.debit_account = spent.id
      and exists (select from projects.request q where q.county = e.county and q.place_key = e.place_key
        and q.receipt = e.document_number and q.state = 'paid')
  ) paid on true
  where b.county = of_county and b.project_id = of_project
$$;
