-- Rules of who owes what, and the cities' plans of when they provide it: drafted by one person, approved by another.

create type funds.rule_state as enum ('drafted', 'submitted', 'returned', 'approved', 'discarded');
create type funds.rule_verb as enum ('draft', 'amend', 'submit', 'withdraw', 'return', 'approve', 'discard', 'charge');
create type funds.allocation_kind as enum ('payers', 'division');
create type funds.unit_kind as enum ('all', 'farms');
create type funds.factor as enum ('villages', 'rural_population', 'lifted_people', 'performance');

create table funds.allocation (
  id uuid constraint allocation_pkey primary key,
  place_key bigint not null constraint allocation_place references regions.region (key),
  kind funds.allocation_kind not null,
  programme funds.programme not null,
  state funds.rule_state not null default 'drafted',
  title text not null,
  document text not null,
  year_from integer not null constraint allocation_year check (year_from between 2021 and 2099),
  year_to integer constraint allocation_years check (year_to between year_from and 2099),
  average bigint constraint allocation_average check (average > 0),
  villages integer not null default 0,
  rural_population integer not null default 0,
  lifted_people integer not null default 0,
  performance integer not null default 0,
  least bigint,
  most bigint,
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  approved_by uuid,
  approved_at timestamptz,
  changed_at timestamptz not null default now(),
  constraint allocation_factors check (least(villages, rural_population, lifted_people, performance) >= 0
    and villages + rural_population + lifted_people + performance <= 1000),
  constraint allocation_bounds check (coalesce(least, 0) >= 0 and coalesce(least, average) <= coalesce(average, least)
    and coalesce(most, average) >= coalesce(average, most)),
  constraint allocation_division check (kind = 'payers' or (average is null and least is null and most is null)),
  constraint allocation_two_people check (approved_by <> drafted_by),
  constraint allocation_approved check (state <> 'approved' or (approved_by is not null and approved_at is not null))
);
comment on table funds.allocation is 'A version of the rule by which money is due to the towns of a place: payers (how much, and who bears which share) or division (how the local share is divided between city and county). It belongs to the office at place_key and holds in its subtree once approved; the one approved last holds for a year.';
comment on column funds.allocation.document is 'The basis: number or title of the document. Entries of due carry it.';
comment on column funds.allocation.year_to is 'Last budget year; null until a later version takes its place.';
comment on column funds.allocation.average is 'Fen a town and year over all its towns, so that sum = average x towns. Without factors every town gets it.';
comment on column funds.allocation.villages is 'Parts in a thousand of the money that follow the number of villages; what the factors leave is the same for every town.';
comment on column funds.allocation.least is 'Floor of a town in fen.';
comment on column funds.allocation.most is 'Ceiling of a town in fen.';
create index allocation_of_place_idx on funds.allocation (place_key, changed_at desc, id);

create table funds.allocation_share (
  allocation_id uuid not null constraint allocation_share_of references funds.allocation (id),
  place_key bigint not null,
  holds_in bigint not null constraint allocation_share_place references regions.region (key),
  units funds.unit_kind not null,
  payer funds.payer not null,
  weight integer not null constraint allocation_share_weight check (weight > 0),
  constraint allocation_share_pkey primary key (allocation_id, holds_in, units, payer)
);
comment on table funds.allocation_share is 'Who bears how much: within holds_in a payer bears weight parts of ten thousand. The rows for farms go before those for all, then the nearest place above a town.';

create table funds.allocation_amount (
  county char(6) not null,
  allocation_id uuid not null constraint allocation_amount_of references funds.allocation (id),
  place_key bigint not null,
  amount bigint not null constraint allocation_amount_above check (amount > 0),
  constraint allocation_amount_pkey primary key (county, allocation_id, place_key)
);
comment on table funds.allocation_amount is 'A town whose amount the document names, in fen; it has no part in the average.';

create table funds.allocation_line (
  county char(6) not null,
  allocation_id uuid not null constraint allocation_line_of references funds.allocation (id),
  place_key bigint not null,
  year integer not null,
  payer funds.payer not null,
  payer_key bigint not null,
  amount bigint not null,
  constraint allocation_line_pkey primary key (county, allocation_id, year, place_key, payer)
);
comment on table funds.allocation_line is 'What a version said town by town when it was charged for a year, in fen: kept, whatever factors and places become later.';
create index allocation_line_of_idx on funds.allocation_line (allocation_id, year, place_key);

create table funds.factor_value (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  factor funds.factor not null,
  year integer not null constraint factor_value_year check (year between 1 and 2099),
  value bigint not null constraint factor_value_size check (value >= 0),
  document text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by uuid not null,
  made_up boolean not null default false,
  constraint factor_value_pkey primary key (county, id)
);
comment on table funds.factor_value is 'A town''s villages, rural population, lifted-out people (persons) or performance (points) of a year, and the document that says so. Never changed: the one recorded last counts, and a year without one has the latest before.';
create index factor_value_of_idx on funds.factor_value (place_key, factor, year desc, recorded_at desc);

create table funds.raising_plan (
  id uuid constraint raising_plan_pkey primary key,
  place_key bigint not null constraint raising_plan_place references regions.region (key),
  payer funds.payer not null constraint raising_plan_payer check (payer in ('assisting_city', 'assisted_city', 'own_city')),
  programme funds.programme not null,
  year integer not null constraint raising_plan_year check (year between 2021 and 2099),
  state funds.rule_state not null default 'drafted',
  title text not null,
  document text not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  approved_by uuid,
  approved_at timestamptz,
  changed_at timestamptz not null default now(),
  constraint raising_plan_two_people check (approved_by <> drafted_by),
  constraint raising_plan_approved check (state <> 'approved' or (approved_by is not null and approved_at is not null))
);
comment on table funds.raising_plan is 'A city''s plan of how it raises what it provides in a budget year (筹措安排方案). The one approved last holds.';
create index raising_plan_of_place_idx on funds.raising_plan (place_key, year, changed_at desc);

create table funds.raising_instalment (
  plan_id uuid not null constraint raising_instalment_plan references funds.raising_plan (id),
  place_key bigint not null,
  due_on date not null,
  amount bigint not null constraint raising_instalment_amount check (amount > 0),
  note text,
  constraint raising_instalment_pkey primary key (plan_id, due_on)
);
comment on table funds.raising_instalment is 'An instalment of a plan: fen that shall be provided by a day.';

create table funds.rule_event (
  id uuid constraint rule_event_pkey primary key,
  allocation_id uuid constraint rule_event_allocation references funds.allocation (id),
  plan_id uuid constraint rule_event_plan references funds.raising_plan (id),
  place_key bigint not null,
  verb funds.rule_verb not null,
  state funds.rule_state not null,
  year integer,
  reason text,
  by uuid not null,
  at timestamptz not null default clock_timestamp(),
  constraint rule_event_of check (num_nonnulls(allocation_id, plan_id) = 1)
);
comment on table funds.rule_event is 'What was done to a rule or a plan, by whom, when and why; state is the one it came to, year the budget year that was charged.';
create index rule_event_allocation_idx on funds.rule_event (allocation_id, at);
create index rule_event_plan_idx on funds.rule_event (plan_id, at);

-- Offices below see the rules they are measured by, once approved, and nothing of drafts.
create function funds.rules_over(of_place bigint) returns setof funds.allocation
language sql stable security definer set search_path = pg_catalog
as $$
  select a.* from funds.allocation a join regions.region r on r.key = a.place_key
  where a.state = 'approved' and of_place between r.lo and r.hi and teams.in_ranges(of_place)
$$;
comment on function funds.rules_over is 'Approved rules of the offices above a place of the caller''s.';
create function funds.shares_over(of_place bigint, of_rule uuid) returns setof funds.allocation_share
language sql stable security definer set search_path = pg_catalog
as $$
  select s.* from funds.allocation_share s
  where s.allocation_id = of_rule and exists (select from funds.rules_over(of_place) a where a.id = of_rule)
$$;
comment on function funds.shares_over is 'Who bears how much by an approved rule over a place of the caller''s.';
revoke execute on function funds.rules_over, funds.shares_over from public;
grant execute on function funds.rules_over, funds.shares_over to zz_app;
