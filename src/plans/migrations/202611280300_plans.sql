create schema plans;
comment on schema plans is 'Use plans 资金使用方案 of counties and their adjustments: what was received, laid on tasks, towns, projects and reserves until every total closes.';

create type plans.kind as enum ('plan', 'adjustment');
create type plans.state as enum ('drafted', 'submitted', 'returned', 'approved', 'filed', 'discarded');
create type plans.verb as enum ('draft', 'adjust', 'amend', 'submit', 'withdraw', 'return', 'approve', 'file', 'discard');

create table plans.plan (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null constraint plan_place references regions.region (key),
  programme funds.programme not null,
  year integer not null constraint plan_year check (year between 2021 and 2099),
  version integer not null constraint plan_version_counts check (version > 0),
  kind plans.kind not null,
  based_on uuid,
  title text not null,
  basis text,
  state plans.state not null default 'drafted',
  registered_by uuid,
  registered_at timestamptz not null default now(),
  approved_by uuid,
  approved_on date,
  reference text,
  filed_on date,
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint plan_pkey primary key (county, id),
  constraint plan_adjusts check ((kind = 'adjustment') = (based_on is not null)),
  constraint plan_two_people check (approved_by <> registered_by),
  constraint plan_made_by check (made_up or registered_by is not null),
  constraint plan_approved check ((state in ('approved', 'filed')) = (approved_on is not null)),
  constraint plan_approved_by check (case when made_up then approved_by is null or approved_on is not null else (approved_by is null) = (approved_on is null) end),
  constraint plan_filed check ((state = 'filed') = (reference is not null) and (reference is null) = (filed_on is null)),
  constraint plan_based_on foreign key (county, based_on) references plans.plan (county, id)
);
comment on table plans.plan is 'One version of a county''s use plan 资金使用方案 of a programme and budget year, of the office at place_key. An approved version does not change; an adjustment 调整方案 is the next one.';
comment on column plans.plan.based_on is 'The version an adjustment changes.';
comment on column plans.plan.registered_by is 'Who drafted it; null of what was made up.';
comment on column plans.plan.basis is 'What it rests on: documents, minutes.';
comment on column plans.plan.reference is 'Number under which the office above keeps it 备案号.';
create unique index plan_version on plans.plan (county, place_key, programme, year, version) where state <> 'discarded';
create index plan_of_place_idx on plans.plan (place_key, year desc, version desc);

create table plans.task (
  county char(6) not null,
  id uuid not null,
  plan_id uuid not null,
  place_key bigint not null,
  position integer not null,
  name text not null,
  binding boolean not null,
  document_number text,
  constraint task_pkey primary key (county, id),
  constraint task_once unique (county, plan_id, name),
  constraint task_plan foreign key (county, plan_id) references plans.plan (county, id)
);
comment on table plans.task is 'A task a plan answers; a binding task 约束性任务 must have a project.';
comment on column plans.task.document_number is 'Document whose task list it stands in; where it is null any money may answer it.';

create table plans.line (
  county char(6) not null,
  id uuid not null,
  plan_id uuid not null,
  place_key bigint not null,
  position integer not null,
  document_number text not null,
  payer funds.payer not null,
  payer_key bigint not null,
  source funds.source not null,
  task_id uuid,
  project_id uuid,
  amount bigint not null constraint line_amount check (amount > 0),
  note text,
  constraint line_pkey primary key (county, id),
  constraint line_once unique nulls not distinct (county, plan_id, document_number, payer, payer_key, source, place_key, project_id, task_id),
  constraint line_plan foreign key (county, plan_id) references plans.plan (county, id),
  constraint line_task foreign key (county, task_id) references plans.task (county, id),
  constraint line_project foreign key (county, project_id) references projects.project (county, id)
);
comment on table plans.line is 'Fen of one document, payer and source for a project, or held in reserve 待安排 where it names none, in a town or at the county. The budget year is the plan''s.';
create index line_of_project_idx on plans.line (county, project_id);

create table plans.event (
  county char(6) not null,
  id uuid not null,
  plan_id uuid not null,
  place_key bigint not null,
  verb plans.verb not null,
  state plans.state not null,
  reason text,
  by uuid,
  at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint event_pkey primary key (county, id),
  constraint event_by check (made_up or by is not null),
  constraint event_plan foreign key (county, plan_id) references plans.plan (county, id)
);
comment on table plans.event is 'What was done to a plan, by whom, when and why; state is the one it came to.';
create index event_of_plan_idx on plans.event (county, plan_id, at);
