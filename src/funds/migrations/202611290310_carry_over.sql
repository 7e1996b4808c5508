-- Carrying over at the end of a year: of what is left of a quota, what contracts bind (结转) and what is free (结余).

create table funds.carry_over (
  id uuid constraint carry_over_pkey primary key,
  place_key bigint not null constraint carry_over_place references regions.region (key),
  year integer not null constraint carry_over_year check (year between 2021 and 2098),
  state funds.rule_state not null default 'drafted',
  document text not null,
  drafted_by uuid not null,
  drafted_at timestamptz not null default now(),
  approved_by uuid,
  approved_at timestamptz,
  changed_at timestamptz not null default now(),
  constraint carry_over_two_people check (approved_by <> drafted_by),
  constraint carry_over_approved check (state <> 'approved' or (approved_by is not null and approved_at is not null))
);
comment on table funds.carry_over is 'A county''s deed at the end of a year: what of its quota is carried into the next. It moves no money: a line keeps its budget year and the day it was first received, by which it may be taken back.';
create unique index carry_over_once on funds.carry_over (place_key, year) where state <> 'discarded';

create table funds.carry_over_line (
  county char(6) not null,
  carry_over_id uuid not null constraint carry_over_line_of references funds.carry_over (id),
  place_key bigint not null,
  source funds.source not null,
  programme funds.programme not null,
  year integer not null,
  payer funds.payer not null,
  payer_key bigint not null,
  into_year integer not null,
  received bigint not null,
  committed bigint not null,
  spent bigint not null,
  carried bigint not null,
  surplus bigint not null,
  first_received_on date,
  approved boolean not null default false,
  constraint carry_over_line_pkey primary key (county, carry_over_id, place_key, source, programme, year, payer, payer_key),
  constraint carry_over_line_closes check (carried >= 0 and surplus >= 0 and carried + surplus = received - spent)
);
comment on table funds.carry_over_line is 'What a quota line had left on the last day of the year, in fen: carried is bound by contracts, surplus is free.';
comment on column funds.carry_over_line.approved is 'Whether its deed was approved: a town sees the line, not the deed of its county.';
create index carry_over_line_quota_idx on funds.carry_over_line (place_key, programme, source, year, into_year desc);

alter table funds.rule_event add column carry_over_id uuid constraint rule_event_carry_over references funds.carry_over (id);
alter table funds.rule_event drop constraint rule_event_of;
alter table funds.rule_event add constraint rule_event_of check (num_nonnulls(allocation_id, plan_id, carry_over_id) = 1);
create index rule_event_carry_over_idx on funds.rule_event (carry_over_id, at);
