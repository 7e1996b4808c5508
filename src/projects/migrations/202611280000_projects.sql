create schema projects;
comment on schema projects is 'Projects of towns from the idea to the asset: library, money by source, contracts, requests for payment, notices, papers. It registers and checks; it never pays.';

create type projects.task as enum ('industry', 'facilities', 'services', 'governance', 'consolidation');
create type projects.state as enum ('idea', 'proposed', 'town_passed', 'returned', 'stocked', 'planned', 'preparing', 'contracted', 'building', 'completed', 'accepted', 'settled', 'handed_over', 'terminated', 'discarded');
create type projects.verb as enum ('register', 'amend', 'propose', 'pass', 'approve', 'plan', 'prepare', 'sign', 'start', 'report', 'complete', 'accept', 'settle', 'hand_over', 'return', 'withdraw', 'terminate', 'discard');
create type projects.shortfall_kind as enum ('road', 'water', 'sewage', 'service', 'industry', 'party', 'other');
create type projects.benefit_link as enum ('jobs', 'orders', 'shares', 'rent', 'dividends', 'other');
create type projects.clearance as enum ('not_needed', 'pending', 'done');
create type projects.document_kind as enum ('minutes', 'plan', 'review', 'tender', 'contract', 'invoice', 'progress', 'acceptance', 'audit', 'handover', 'notice', 'other');
create type projects.notice_stage as enum ('proposal', 'plan', 'award', 'acceptance');
create type projects.contract_kind as enum ('main', 'variation', 'settlement');
create type projects.contract_state as enum ('drafted', 'submitted', 'returned', 'in_force', 'discarded');
create type projects.request_kind as enum ('advance', 'progress', 'final', 'retention');
create type projects.request_state as enum ('drafted', 'submitted', 'returned', 'checked', 'sent', 'paid', 'discarded');
create type projects.case_kind as enum ('project', 'contract', 'request');

create table projects.project (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  number text not null,
  year integer not null constraint project_year check (year between 2021 and 2099),
  name text not null,
  task projects.task not null,
  category text,
  binding_task text,
  content text not null,
  implementer text not null,
  operating boolean not null,
  light boolean not null default false,
  villages bigint[] not null default '{}',
  households integer not null default 0 constraint project_households check (households >= 0),
  people integer not null default 0 constraint project_people check (people >= 0),
  lifted integer not null default 0 constraint project_lifted check (lifted between 0 and people),
  monitored integer not null default 0 constraint project_monitored check (monitored between 0 and people),
  benefit_link projects.benefit_link,
  benefit_note text,
  land projects.clearance not null default 'not_needed',
  environment projects.clearance not null default 'not_needed',
  target text,
  result text,
  planned_from date,
  planned_to date,
  progress integer not null default 0 constraint project_progress check (progress between 0 and 100),
  state projects.state not null default 'idea',
  state_since date not null,
  started_on date,
  completed_on date,
  accepted_on date,
  settled_on date,
  handed_on date,
  ended_on date,
  registered_by uuid,
  registered_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint project_pkey primary key (county, id),
  constraint project_number unique (county, place_key, number),
  constraint project_planned check (planned_to is null or planned_from is null or planned_to >= planned_from)
);
create index project_id_idx on projects.project (id);
comment on table projects.project is 'A project of a town. Its state moves by the verbs of rules.ts alone, each leaving a row in projects.event.';
comment on column projects.project.year is 'Year it is planned for.';
comment on column projects.project.binding_task is 'Name of the binding task 约束性任务 of a document''s task list it answers, where it answers one.';
comment on column projects.project.operating is 'Operating project 经营性项目: needs a benefit link 联农带农.';
comment on column projects.project.light is 'Small project of self-raised money: few fields, same books.';
comment on column projects.project.progress is 'Per cent of the work done, as last reported.';
comment on column projects.project.state_since is 'Business day it came to its state.';
comment on column projects.project.ended_on is 'Business day it was terminated or discarded.';
create index project_of_place_idx on projects.project (place_key, year, number, id);
create index project_changed_idx on projects.project (changed_at desc, id);

create table projects.shortfall (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  kind projects.shortfall_kind not null,
  name text not null,
  found_on date not null,
  project_id uuid,
  closed_on date,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint shortfall_pkey primary key (county, id),
  constraint shortfall_name unique (county, place_key, name),
  constraint shortfall_project foreign key (county, project_id) references projects.project (county, id)
);
comment on table projects.shortfall is 'A shortfall 短板 found in a town. A project fills it, and its acceptance closes it.';
create index shortfall_of_project_idx on projects.shortfall (county, project_id);
create index shortfall_of_place_idx on projects.shortfall (place_key, found_on);

create table projects.budget (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  payer funds.payer not null,
  payer_key bigint not null,
  source funds.source not null,
  programme funds.programme not null,
  year integer not null,
  amount bigint not null constraint budget_amount check (amount > 0),
  held bigint not null default 0 constraint budget_held check (held between 0 and amount),
  constraint budget_pkey primary key (county, id),
  constraint budget_once unique (county, project_id, payer, payer_key, source, programme, year),
  constraint budget_project foreign key (county, project_id) references projects.project (county, id)
);
comment on table projects.budget is 'Fen of a project''s budget from one source, payer and budget year.';
comment on column projects.budget.held is 'Fen held in the town''s quota: the whole amount from the year''s plan on, what was committed once the project is settled or terminated.';
create index budget_of_quota_idx on projects.budget (place_key, programme, source, year);

create table projects.contract (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  kind projects.contract_kind not null,
  changes uuid,
  number text not null,
  contractor text not null,
  contractor_code text,
  signed_on date not null,
  amount bigint not null constraint contract_amount check (amount > 0),
  retention integer not null default 0 constraint contract_retention check (retention between 0 and 200),
  retained_to date,
  state projects.contract_state not null default 'drafted',
  registered_by uuid,
  checked_by uuid,
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint contract_pkey primary key (county, id),
  constraint contract_changes_one check ((kind = 'main') = (changes is null)),
  constraint contract_two_people check (checked_by <> registered_by),
  constraint contract_project foreign key (county, project_id) references projects.project (county, id),
  constraint contract_changed foreign key (county, changes) references projects.contract (county, id)
);
create index contract_id_idx on projects.contract (id);
comment on table projects.contract is 'A contract of a project, or what changes its amount: a variation or the settlement. Once in force it is committed in the ledger.';
comment on column projects.contract.amount is 'Fen the contract is worth from now on; of a variation or settlement the new whole, not the difference.';
comment on column projects.contract.retention is 'Thousandths kept back as guarantee of quality 质量保证金.';
comment on column projects.contract.contractor_code is 'Unified social credit code.';
create unique index contract_number on projects.contract (county, number) where kind = 'main' and state <> 'discarded';
create index contract_of_project_idx on projects.contract (county, project_id);

create table projects.request (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  contract_id uuid not null,
  place_key bigint not null,
  kind projects.request_kind not null,
  amount bigint not null constraint request_amount check (amount > 0),
  invoice text,
  payee text not null,
  account_tail char(4),
  asked_on date not null,
  state projects.request_state not null default 'drafted',
  explanation text,
  receipt text,
  paid_on date,
  registered_by uuid,
  checked_by uuid,
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint request_pkey primary key (county, id),
  constraint request_two_people check (checked_by <> registered_by),
  constraint request_paid check ((state = 'paid') = (receipt is not null) and (receipt is null) = (paid_on is null)),
  constraint request_contract foreign key (county, contract_id) references projects.contract (county, id),
  constraint request_project foreign key (county, project_id) references projects.project (county, id)
);
create index request_id_idx on projects.request (id);
comment on table projects.request is 'A request for payment 支付申请, registered, checked and sent to the county''s finance office; paid is what the treasury''s receipt says.';
comment on column projects.request.invoice is 'Number of the invoice.';
comment on column projects.request.account_tail is 'Last four digits of the payee''s account; more is not kept.';
create unique index request_receipt on projects.request (county, receipt);
create index request_of_project_idx on projects.request (county, project_id);
create index request_invoice_idx on projects.request (county, invoice);
create index request_waiting_idx on projects.request (place_key) where state in ('submitted', 'checked', 'sent');

create table projects.notice (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  stage projects.notice_stage not null,
  posted_on date not null,
  ends_on date not null,
  place_posted text not null,
  by uuid,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint notice_pkey primary key (county, id),
  constraint notice_days check (ends_on > posted_on),
  constraint notice_project foreign key (county, project_id) references projects.project (county, id)
);
create index notice_id_idx on projects.notice (id);
comment on table projects.notice is 'A public notice 公示 about a project. Until its last day is over and each objection is answered the next step waits.';
create index notice_of_project_idx on projects.notice (county, project_id);

create table projects.objection (
  county char(6) not null,
  id uuid not null,
  notice_id uuid not null,
  place_key bigint not null,
  received_on date not null,
  said text not null,
  answer text,
  answered_on date,
  answered_by uuid,
  recorded_by uuid,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint objection_pkey primary key (county, id),
  constraint objection_answered check ((answer is null) = (answered_on is null)),
  constraint objection_notice foreign key (county, notice_id) references projects.notice (county, id)
);
create index objection_of_notice_idx on projects.objection (county, notice_id);
create index objection_id_idx on projects.objection (id);
comment on table projects.objection is 'An objection 异议 to a notice, without the name of who objects, and the answer given.';

create table projects.document (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  kind projects.document_kind not null,
  title text not null,
  number text,
  dated date not null,
  file uuid,
  by uuid,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint document_pkey primary key (county, id),
  constraint document_project foreign key (county, project_id) references projects.project (county, id)
);
comment on table projects.document is 'A paper of a project, entered once and used wherever a step asks for its kind.';
comment on column projects.document.file is 'The scanned file, where there is one.';
create index document_of_project_idx on projects.document (county, project_id);

create table projects.event (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  kind projects.case_kind not null,
  case_id uuid not null,
  verb text not null,
  state text not null,
  reason text,
  by uuid,
  at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint event_pkey primary key (county, id),
  constraint event_project foreign key (county, project_id) references projects.project (county, id)
);
comment on table projects.event is 'What was done to a project, a contract or a request of it: verb, the state it came to, by whom, when and why.';
create index event_of_project_idx on projects.event (county, project_id, at);

create table projects.deadline_rule (
  id uuid constraint deadline_rule_pkey primary key,
  kind projects.case_kind not null,
  state text not null,
  days integer not null constraint deadline_rule_days check (days between 1 and 400),
  valid_from date not null,
  valid_to date,
  document text not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint deadline_rule_valid check (valid_to is null or valid_to > valid_from),
  constraint deadline_rule_once exclude using gist (kind with =, state with =, daterange(valid_from, valid_to) with &&)
);
comment on table projects.deadline_rule is 'Dated rule: days a case may stay in a state. Empty until somebody enters the rule that holds.';

create type projects.asset_kind as enum ('operating', 'public', 'household');
create type projects.asset_owner as enum ('village', 'town', 'county', 'household', 'enterprise');
create type projects.asset_condition as enum ('in_use', 'idle', 'low_yield', 'disposed');

create table projects.asset (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  kind projects.asset_kind not null,
  name text not null,
  owner_kind projects.asset_owner not null,
  owner text not null,
  keeper text,
  upkeep text,
  value bigint not null constraint asset_value check (value >= 0),
  register_number text,
  condition projects.asset_condition not null default 'in_use',
  taken_over_on date not null,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint asset_pkey primary key (county, id),
  constraint asset_name unique (county, project_id, name),
  constraint asset_project foreign key (county, project_id) references projects.project (county, id)
);
create index asset_id_idx on projects.asset (id);
comment on table projects.asset is 'An asset a project left: who owns and keeps it. The register keeps the number of the official asset system and claims no title.';
comment on column projects.asset.keeper is 'Who looks after it; without one it is an asset nobody keeps.';
comment on column projects.asset.upkeep is 'The upkeep arrangement: how often, and with what money.';
create index asset_of_place_idx on projects.asset (place_key, kind, id);

create table projects.asset_income (
  county char(6) not null,
  id uuid not null,
  asset_id uuid not null,
  place_key bigint not null,
  year integer not null constraint asset_income_year check (year between 2021 and 2099),
  income bigint not null constraint asset_income_amount check (income >= 0),
  distributed bigint not null constraint asset_income_distributed check (distributed between 0 and income),
  people integer not null default 0 constraint asset_income_people check (people >= 0),
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint asset_income_pkey primary key (county, id),
  constraint asset_income_once unique (county, asset_id, year),
  constraint asset_income_asset foreign key (county, asset_id) references projects.asset (county, id)
);
comment on table projects.asset_income is 'Fen an asset earned in a year, what of it was distributed, and to how many people.';

create function projects.quotas_of(of_county char, of_project uuid)
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
        and c.number = e.document_number and c.kind = 'main' and c.state = 'in_force')
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
comment on function projects.quotas_of is 'Per budget line of a project: what the project wants from the line''s quota, and what is there for it: received, less what other projects hold and what is committed or spent outside of projects. Under the caller''s scope.';
revoke execute on function projects.quotas_of from public;
grant execute on function projects.quotas_of to zz_app;
