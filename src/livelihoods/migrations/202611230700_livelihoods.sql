create schema livelihoods;
comment on schema livelihoods is 'Jobs, workshops, training and consumption assistance.';

create type livelihoods.work_place as enum ('in_county', 'in_province', 'outside_province');
create type livelihoods.placement_channel as enum ('labour_export', 'workshop', 'public_post', 'assisting_city', 'self_employment');
create type livelihoods.subject as enum ('cooking', 'domestic_service', 'skilled_worker', 'agriculture', 'e_commerce', 'homestay');
create type livelihoods.event_kind as enum ('fair', 'online_drive');
create type livelihoods.sale_channel as enum ('fair', 'online', 'canteen', 'supermarket', 'direct');
create type livelihoods.buyer_kind as enum ('government', 'enterprise', 'school_hospital', 'trade_union', 'consumer');

create table livelihoods.participant (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  name text not null,
  lifted_out boolean not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint participant_pkey primary key (county, id)
);
comment on table livelihoods.participant is 'A villager who was helped to a job or trained. lifted_out: of a household lifted out of poverty.';

create table livelihoods.placement (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  participant_id uuid not null,
  lifted_out boolean not null,
  employer text not null,
  work_place livelihoods.work_place not null,
  channel livelihoods.placement_channel not null,
  starts_on date not null,
  months integer not null constraint placement_months check (months between 1 and 60),
  monthly_wage bigint not null constraint placement_wage check (monthly_wage >= 0),
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint placement_pkey primary key (county, id),
  constraint placement_participant foreign key (county, participant_id) references livelihoods.participant (county, id)
);
comment on table livelihoods.placement is 'One help to a job (a person-time). monthly_wage in fen; lifted_out as it was that day.';
create index placement_place_idx on livelihoods.placement (place_key, starts_on);

create table livelihoods.workshop (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  name text not null,
  product text not null,
  opened_on date not null,
  closed_on date,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint workshop_pkey primary key (county, id)
);
comment on table livelihoods.workshop is 'A revitalisation workshop 乡村振兴车间.';
create index workshop_place_idx on livelihoods.workshop (place_key);

create table livelihoods.workshop_job (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  workshop_id uuid not null,
  participant_id uuid not null,
  lifted_out boolean not null,
  starts_on date not null,
  ends_on date,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint workshop_job_pkey primary key (county, id),
  constraint workshop_job_workshop foreign key (county, workshop_id) references livelihoods.workshop (county, id),
  constraint workshop_job_participant foreign key (county, participant_id) references livelihoods.participant (county, id),
  constraint workshop_job_dates check (ends_on is null or ends_on > starts_on)
);
comment on table livelihoods.workshop_job is 'A person employed by a workshop, from when to when; the same person may come back.';
create index workshop_job_place_idx on livelihoods.workshop_job (place_key, starts_on);

create table livelihoods.training_class (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  name text not null,
  subject livelihoods.subject not null,
  organiser text not null,
  hours integer not null constraint training_hours check (hours between 1 and 1000),
  starts_on date not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint training_class_pkey primary key (county, id)
);
comment on table livelihoods.training_class is 'A training class held.';
create index training_class_place_idx on livelihoods.training_class (place_key, starts_on);

create table livelihoods.attendance (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  class_id uuid not null,
  participant_id uuid not null,
  lifted_out boolean not null,
  attended_on date not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint attendance_pkey primary key (county, id),
  constraint attendance_class foreign key (county, class_id) references livelihoods.training_class (county, id),
  constraint attendance_participant foreign key (county, participant_id) references livelihoods.participant (county, id),
  constraint attendance_once unique (county, class_id, participant_id)
);
comment on table livelihoods.attendance is 'A person who attended a class (a person-time). place_key is the class''s.';
create index attendance_place_idx on livelihoods.attendance (place_key, attended_on);

create table livelihoods.sales_event (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  name text not null,
  kind livelihoods.event_kind not null,
  starts_on date not null,
  ends_on date not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint sales_event_pkey primary key (county, id),
  constraint sales_event_dates check (ends_on >= starts_on)
);
comment on table livelihoods.sales_event is 'A fair or an online drive; parent of sales. Sales are recorded here, never made.';

create table livelihoods.sale (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  event_id uuid,
  product text not null,
  channel livelihoods.sale_channel not null,
  buyer livelihoods.buyer_kind not null,
  amount bigint not null constraint sale_amount check (amount > 0),
  benefits_lifted boolean not null,
  sold_on date not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint sale_pkey primary key (county, id),
  constraint sale_event foreign key (county, event_id) references livelihoods.sales_event (county, id)
);
comment on table livelihoods.sale is 'A sale of assisted products, amount in fen.';
create index sale_place_idx on livelihoods.sale (place_key, sold_on);
