-- Papers of money in work: registered by one person, checked by another, then posted as a document and its entries.

create type funds.paper_kind as enum ('booking', 'reversal');
create type funds.paper_state as enum ('drafted', 'submitted', 'returned', 'discarded', 'posted');
create type funds.paper_verb as enum ('register', 'amend', 'submit', 'withdraw', 'return', 'check', 'discard');

create table funds.paper (
  id uuid constraint paper_pkey primary key,
  place_key bigint not null constraint paper_place references regions.region (key),
  kind funds.paper_kind not null,
  state funds.paper_state not null default 'drafted',
  number text not null,
  title text not null,
  payer funds.payer not null,
  payer_key bigint not null constraint paper_payer references regions.region (key),
  source funds.source not null,
  programme funds.programme not null,
  measure funds.measure not null,
  level funds.level not null,
  year integer not null constraint paper_year check (year between 2021 and 2099),
  function_code text,
  budget_code text,
  dated date not null,
  amount bigint not null constraint paper_amount check (amount > 0),
  lines integer not null default 0,
  reverses uuid constraint paper_reversed references funds.document (id),
  explanation text,
  registered_by uuid not null,
  registered_at timestamptz not null default now(),
  checked_by uuid,
  checked_at timestamptz,
  changed_at timestamptz not null default now(),
  constraint paper_reversal check ((kind = 'reversal') = (reverses is not null)),
  constraint paper_two_people check (checked_by <> registered_by),
  constraint paper_posted_is_checked check (state <> 'posted' or checked_by is not null)
);
comment on table funds.paper is 'A fiscal document, remittance, quota notice or reversal in work, of the office at place_key. Posting makes the document and its entries; a paper that was posted does not change any more.';
comment on column funds.paper.amount is 'Fen; the sum of its lines once it is submitted.';
comment on column funds.paper.lines is 'How many lines it has, whoever looks.';
comment on column funds.paper.level is 'Level of the office that registers: in whose books the entries stand.';
comment on column funds.paper.explanation is 'What the registering person says to the hints, where there were any.';
create unique index paper_number on funds.paper (number) where state <> 'discarded' and kind = 'booking';
create index paper_of_place_idx on funds.paper (place_key, changed_at desc, id);

create table funds.paper_line (
  county char(6) not null,
  id uuid not null,
  paper_id uuid not null constraint paper_line_paper references funds.paper (id),
  place_key bigint not null,
  amount bigint not null constraint paper_line_amount check (amount > 0),
  note text,
  reverses uuid,
  constraint paper_line_pkey primary key (county, id),
  constraint paper_line_place unique nulls not distinct (county, paper_id, place_key, reverses)
);
comment on table funds.paper_line is 'One place''s amount in fen on a paper; of a reversal the entry that is taken back.';
create index paper_line_paper_idx on funds.paper_line (paper_id, place_key, id);

create table funds.paper_task (
  id uuid constraint paper_task_pkey primary key,
  paper_id uuid not null constraint paper_task_paper references funds.paper (id),
  place_key bigint not null,
  position integer not null,
  name text not null,
  binding boolean not null,
  target text,
  constraint paper_task_once unique (paper_id, name)
);
comment on table funds.paper_task is 'The task list 任务清单 that comes with a document; a binding task 约束性任务 must have a project.';

create table funds.paper_event (
  id uuid constraint paper_event_pkey primary key,
  paper_id uuid not null constraint paper_event_paper references funds.paper (id),
  place_key bigint not null,
  verb funds.paper_verb not null,
  state funds.paper_state not null,
  reason text,
  by uuid not null,
  at timestamptz not null default now()
);
comment on table funds.paper_event is 'What was done to a paper, by whom, when and why; state is the one it came to.';
create index paper_event_paper_idx on funds.paper_event (paper_id, at);

create table funds.closing (
  county char(6) not null,
  place_key bigint not null,
  month date not null constraint closing_month check (extract(day from month) = 1),
  closed_by uuid not null,
  closed_at timestamptz not null default now(),
  constraint closing_pkey primary key (county, month)
);
comment on table funds.closing is 'A month of a county''s books that is closed: nothing is posted into it any more, and corrections are reversals in a later month.';

create type funds.booking as (
  id uuid,
  county char(6),
  place_key bigint,
  amount bigint,
  measure funds.measure,
  payer funds.payer,
  payer_key bigint,
  source funds.source,
  level funds.level,
  programme funds.programme,
  instrument funds.instrument,
  year integer,
  document_number text,
  booked_on date,
  note text,
  reverses uuid
);
comment on type funds.booking is 'An entry to be posted. Accounts follow from it: debit is the place''s account of the measure; credit is the payer''s account in the county, for spent the place''s account of received.';

create function funds.book(lines funds.booking[], by_account uuid) returns integer
language plpgsql set search_path = pg_catalog
as $$
declare
  posted integer;
begin
  if coalesce(cardinality(lines), 0) = 0 then
    raise exception 'nothing to post';
  end if;
  -- Closing a month waits for whoever posts, and whoever posts for a closing.
  perform pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended('funds.closing:' || c.county, 0))
  from (select distinct l.county from unnest(lines) l order by 1) c;
  if exists (
    select from unnest(lines) l
    join funds.closing c on c.county = l.county and c.month = date_trunc('month', l.booked_on)::date
  ) then
    raise exception 'the month is closed' using errcode = 'check_violation', constraint = 'entry_month_open';
  end if;

  insert into funds.account (county, id, holder, place_key, payer_key, source, programme, measure, year, guarded)
  select s.county, gen_random_uuid(), s.holder, s.place_key, s.payer_key, s.source, s.programme, s.measure, s.year,
    s.holder = 'place' and s.measure = 'received'
  from (
    select distinct l.county, 'place'::funds.holder as holder, l.place_key, null::bigint as payer_key, l.source, l.programme, l.measure, l.year
    from unnest(lines) l
    union
    select l.county, case when l.measure = 'spent' then 'place' else 'payer' end::funds.holder,
      case when l.measure = 'spent' then l.place_key else (l.county || '000000')::bigint end,
      case when l.measure = 'spent' then null else l.payer_key end,
      l.source, l.programme, case when l.measure = 'spent' then 'received' else l.measure end::funds.measure, l.year
    from unnest(lines) l
    order by 1, 2, 3, 4, 5, 6, 7, 8
  ) s
  where not exists (
    select from funds.account a
    where (a.county, a.holder, a.place_key, a.source, a.programme, a.measure, a.year) = (s.county, s.holder, s.place_key, s.source, s.programme, s.measure, s.year)
      and a.payer_key is not distinct from s.payer_key
  )
  on conflict do nothing;

  with line as materialized (
    select l.*, d.id as debit, c.id as credit
    from unnest(lines) l
    join funds.account d on d.county = l.county and d.holder = 'place' and d.place_key = l.place_key and d.payer_key is null
      and d.source = l.source and d.programme = l.programme and d.measure = l.measure and d.year = l.year
    join funds.account c on c.county = l.county and c.source = l.source and c.programme = l.programme and c.year = l.year
      and c.holder = case when l.measure = 'spent' then 'place' else 'payer' end::funds.holder
      and c.place_key = case when l.measure = 'spent' then l.place_key else (l.county || '000000')::bigint end
      and c.payer_key is not distinct from case when l.measure = 'spent' then null else l.payer_key end
      and c.measure = case when l.measure = 'spent' then 'received' else l.measure end::funds.measure
  ), change as (
    select county, account, sum(amount)::bigint as amount
    from (
      select county, debit as account, amount from line
      union all select county, credit, -amount from line
    ) side group by county, account
  ), held as materialized (
    -- Accounts are locked in one order, whoever posts.
    select a.county, a.id from funds.account a join change on change.county = a.county and change.account = a.id
    order by a.county, a.id for update of a
  ), moved as (
    update funds.account a set balance = a.balance + change.amount
    from held join change on change.county = held.county and change.account = held.id
    where a.county = held.county and a.id = held.id
    returning 1
  )
  insert into funds.entry (county, id, place_key, debit_account, credit_account, amount, measure, payer, payer_key, source, level,
    programme, instrument, year, document_number, booked_on, note, reverses, recorded_by)
  select county, id, place_key, debit, credit, amount, measure, payer, payer_key, source, level,
    programme, instrument, year, document_number, booked_on, note, reverses, by_account
  from line where (select count(*) from moved) > 0;
  get diagnostics posted = row_count;
  if posted <> cardinality(lines) then
    raise exception '% of % lines found their accounts', posted, cardinality(lines);
  end if;
  return posted;
end
$$;
comment on function funds.book is 'Posts entries in one go, all or nothing, under the caller''s scope: makes accounts that are missing, moves balances, adds the entries. Refuses a closed month (constraint entry_month_open) and money that is not there (account_not_overdrawn).';
revoke execute on function funds.book from public;
grant execute on function funds.book to zz_app;
