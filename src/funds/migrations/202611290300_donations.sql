-- Self-raised and donated money in books of its own: pledged, received in parts, granted to a use; goods at value beside it.

create type funds.donor_kind as enum ('lead_unit', 'unit', 'enterprise', 'organisation', 'person');
create type funds.goods_state as enum ('registered', 'confirmed', 'discarded');

create table funds.pledge (
  id uuid constraint pledge_pkey primary key,
  place_key bigint not null constraint pledge_place references regions.region (key),
  office_key bigint not null constraint pledge_office references regions.region (key),
  donor_kind funds.donor_kind not null,
  donor text not null,
  payer funds.payer not null constraint pledge_payer check (payer in ('enterprise', 'donor', 'bank')),
  payer_key bigint not null constraint pledge_payer_place references regions.region (key),
  source funds.source not null constraint pledge_source check (source in ('self_raised', 'donation')),
  year integer not null constraint pledge_year check (year between 2021 and 2099),
  amount bigint not null constraint pledge_amount check (amount > 0),
  pledged_on date not null,
  document text,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null
);
comment on table funds.pledge is 'What a donor or unit promised a county or town (认捐), in fen. It counts as money only as its receipts are posted. Never changed.';
comment on column funds.pledge.office_key is 'The office that keeps the book: it registers receipts and grants.';
comment on column funds.pledge.donor is 'Name of the unit or organisation; of a person no more than the family name.';
comment on column funds.pledge.payer_key is 'Where the donor is at home.';
comment on column funds.pledge.year is 'Year whose accounts its money stands in.';
create index pledge_of_place_idx on funds.pledge (place_key, pledged_on desc, id);

create table funds.designation (
  id uuid constraint designation_pkey primary key,
  pledge_id uuid not null constraint designation_pledge references funds.pledge (id),
  place_key bigint not null,
  purpose text,
  consented_on date,
  consent text,
  made_up boolean not null default false,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null,
  constraint designation_consent check ((consented_on is null) = (consent is null))
);
comment on table funds.designation is 'What a pledge is for: the one recorded last holds, no purpose leaves it to the place. A change carries the donor''s consent.';
comment on column funds.designation.consent is 'How the donor consented: letter, minutes, their number.';
create index designation_of_pledge_idx on funds.designation (pledge_id, recorded_at desc);

alter table funds.paper add column pledge_id uuid constraint paper_pledge references funds.pledge (id);
alter table funds.paper add column purpose text;
alter table funds.paper add constraint paper_of_pledge check (pledge_id is null or (programme = 'self_raised'
  and measure in ('received', 'spent') and (measure = 'spent') = (purpose is not null)));
alter table funds.paper add constraint paper_spends_pledge check (measure <> 'spent' or kind = 'reversal' or pledge_id is not null);
comment on column funds.paper.pledge_id is 'The pledge a receipt fulfils or a grant draws on.';
comment on column funds.paper.purpose is 'What a grant is given for; what it is used for by name is its title.';
create index paper_pledge_idx on funds.paper (pledge_id) where pledge_id is not null;

alter table funds.paper_line add column pledge_id uuid constraint paper_line_pledge references funds.pledge (id);
comment on column funds.paper_line.pledge_id is 'The pledge a line is booked on, or takes back from: a town sees its lines, not the papers of its county.';
create index paper_line_pledge_idx on funds.paper_line (pledge_id) where pledge_id is not null;

create table funds.donated_goods (
  id uuid constraint donated_goods_pkey primary key,
  place_key bigint not null constraint donated_goods_place references regions.region (key),
  office_key bigint not null constraint donated_goods_office references regions.region (key),
  donor_kind funds.donor_kind not null,
  donor text not null,
  goods text not null,
  quantity text not null,
  value bigint not null constraint donated_goods_value check (value > 0),
  valued_by text not null,
  received_on date not null,
  used_for text not null,
  state funds.goods_state not null default 'registered',
  reason text,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid not null,
  decided_at timestamptz,
  decided_by uuid,
  constraint donated_goods_two_people check (state <> 'confirmed' or (decided_by is not null and decided_by <> recorded_by)),
  constraint donated_goods_reason check (state <> 'discarded' or reason is not null)
);
comment on table funds.donated_goods is 'Goods given (捐物) at their value in fen. They are no money: they stand in no account and in no measure, and count once a second person confirmed them.';
comment on column funds.donated_goods.valued_by is 'What the value rests on: invoice, appraisal, price list.';
create index donated_goods_of_place_idx on funds.donated_goods (place_key, received_on desc, id);

create function funds.designated_left(of_county char, of_place bigint, of_source funds.source, of_year integer) returns bigint
language sql stable set search_path = pg_catalog
as $$
  select coalesce(sum(case e.measure when 'received' then e.amount else -e.amount end), 0)::bigint
  from funds.pledge g
  join funds.paper_line l on l.pledge_id = g.id and l.county = of_county
  join funds.entry e on e.county = l.county and e.id = l.id
  where g.place_key = of_place and g.source = of_source and g.year = of_year
    and (select d.purpose from funds.designation d where d.pledge_id = g.id order by d.recorded_at desc, d.id desc limit 1) is not null
$$;
comment on function funds.designated_left is 'Fen of a place''s self-raised account that arrived for a named purpose and are not granted yet: no project draws on them. Under the caller''s scope.';
revoke execute on function funds.designated_left from public;
grant execute on function funds.designated_left to zz_app;

create function funds.bound_of(of_county char, of_place bigint, of_source funds.source, of_programme funds.programme, of_year integer)
returns bigint
language sql stable set search_path = pg_catalog
as $$
  with account as (
    select coalesce(sum(a.balance) filter (where a.measure = 'committed'), 0) as committed,
      coalesce(sum(a.balance) filter (where a.measure = 'spent'), 0) as spent
    from funds.account a
    where a.county = of_county and a.holder = 'place' and a.place_key = of_place and a.payer_key is null
      and (a.source, a.programme, a.year) = (of_source, of_programme, of_year)
  ), held as (
    select coalesce(sum(b.held), 0) as held from projects.budget b
    where b.county = of_county and b.place_key = of_place and (b.source, b.programme, b.year) = (of_source, of_programme, of_year)
  ), granted as (
    select coalesce(sum(e.amount), 0) as granted
    from funds.pledge g
    join funds.paper_line l on l.pledge_id = g.id and l.county = of_county
    join funds.entry e on e.county = l.county and e.id = l.id and e.measure = 'spent'
    where of_programme = 'self_raised' and g.place_key = of_place and g.source = of_source and g.year = of_year
  )
  select (greatest(case when of_programme = 'self_raised' then greatest(held, committed) else held end - (spent - granted), 0)
    + case when of_programme = 'self_raised' then funds.designated_left(of_county, of_place, of_source, of_year) else 0 end)::bigint
  from account, held, granted
$$;
comment on function funds.bound_of is 'Fen of what is left of a received account that are spoken for: what projects hold, of self-raised money have contracted, too, and did not spend yet, and what arrived for a named purpose. Under the caller''s scope.';
revoke execute on function funds.bound_of from public;
grant execute on function funds.bound_of to zz_app;
