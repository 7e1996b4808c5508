create schema supervision;
comment on schema supervision is 'Findings of supervision: what rules found and what came from outside, from opening to closing 整改销号.';

create type supervision.source as enum ('rule', 'audit', 'inspection', 'assessment', 'media', 'petition');
create type supervision.state as enum ('opened', 'assigned', 'explained', 'confirmed', 'cleared', 'rectified', 'appealed', 'closed');
create type supervision.verb as enum ('open', 'register', 'reopen', 'assign', 'explain', 'return', 'confirm', 'clear', 'rectify', 'close', 'appeal');
create type supervision.object_kind as enum ('project', 'contract', 'request', 'account', 'supplier', 'town');

create table supervision.rule (
  id uuid constraint rule_pkey primary key,
  code text not null,
  version integer not null constraint rule_version check (version > 0),
  parameters jsonb not null,
  enabled boolean not null,
  blocking boolean not null,
  reply_days integer constraint rule_reply_days check (reply_days between 1 and 400),
  valid_from date not null,
  valid_to date constraint rule_valid check (valid_to > valid_from),
  basis text not null,
  by uuid,
  recorded_at timestamptz not null default now(),
  constraint rule_once unique (code, version)
);
comment on table supervision.rule is 'A version of a rule''s parameters. The newest one that is valid on a day holds; where there is none, the defaults of the definition hold as version 0.';
comment on column supervision.rule.blocking is 'Whether a dossier waits for an explanation of what the rule finds.';
comment on column supervision.rule.reply_days is 'Days the owner has to answer what the rule opened; empty: somebody assigns it by hand.';
comment on column supervision.rule.basis is 'Document or reason the parameters come from.';

create table supervision.finding (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  source supervision.source not null,
  rule text,
  rule_version integer,
  object_kind supervision.object_kind,
  object_id uuid,
  project_id uuid,
  paper text,
  title text,
  amount bigint not null default 0,
  facts jsonb not null default '{}',
  evidence jsonb not null default '[]',
  state supervision.state not null default 'opened',
  found_on date not null,
  gone_on date,
  owner_key bigint,
  reply_by date,
  decided_on date,
  decided_by_key bigint,
  decided_amount bigint,
  decided_rows integer,
  appealed boolean not null default false,
  about uuid[] not null default '{}',
  hidden_from bigint[] not null default '{}',
  registered_by uuid,
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint finding_pkey primary key (county, id),
  constraint finding_once unique (county, rule, object_id),
  constraint finding_of_rule check ((source = 'rule') = (rule is not null) and (rule is null) = (rule_version is null)),
  constraint finding_from_outside check (source = 'rule' or (paper is not null and title is not null))
);
comment on table supervision.finding is 'A finding 疑点: what a rule found, once per rule and object, or a problem that came from outside. It changes by the verbs of rules.ts alone.';
comment on column supervision.finding.paper is 'Number of the paper an outside problem came with.';
comment on column supervision.finding.facts is 'What the words of the rule are filled with. Keys that end in Fen are amounts.';
comment on column supervision.finding.evidence is 'Rows it rests on: kind, id, place, name, amount, day. Rows outside a reader''s places are left out when it is read.';
comment on column supervision.finding.gone_on is 'Day since which the rule no longer finds it.';
comment on column supervision.finding.owner_key is 'Office that has to answer.';
comment on column supervision.finding.decided_amount is 'Fen at the last decision; more than that opens it anew.';
comment on column supervision.finding.decided_rows is 'Rows of evidence at the last decision.';
comment on column supervision.finding.about is 'Accounts whose own deeds it is about: they never see it.';
comment on column supervision.finding.hidden_from is 'Offices of those accounts: neither they nor what lies under them see it.';
create index finding_of_place_idx on supervision.finding (place_key, changed_at desc, id);
create index finding_project_idx on supervision.finding (county, project_id);
create index finding_reply_idx on supervision.finding (place_key, reply_by) where state = 'assigned';

create table supervision.event (
  county char(6) not null,
  id uuid not null,
  finding_id uuid not null,
  place_key bigint not null,
  verb supervision.verb not null,
  state supervision.state not null,
  said text,
  owner_key bigint,
  reply_by date,
  by uuid,
  office_key bigint,
  at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint event_pkey primary key (county, id),
  constraint event_finding foreign key (county, finding_id) references supervision.finding (county, id)
);
comment on table supervision.event is 'What was done to a finding: verb, the state it came to, what was said, by whom and for which office. Without a person it was the nightly run.';
create index event_of_finding_idx on supervision.event (county, finding_id, at);

create table supervision.run (
  id uuid constraint run_pkey primary key,
  rule text not null,
  version integer not null,
  parameters jsonb not null,
  today date not null,
  found integer not null,
  opened integer not null,
  reopened integer not null,
  gone integer not null,
  took_ms integer not null,
  at timestamptz not null default now()
);
comment on table supervision.run is 'One rule of one run: with which version and parameters, how many it found, what became of it, how long it took.';
create index run_of_rule_idx on supervision.run (rule, at desc);

-- Whoever a finding is about does not see it, whatever a query of the program forgets.
create policy not_about_oneself on supervision.finding as restrictive to zz_app
  using (coalesce(nullif(current_setting('app.actor', true), '')::uuid <> all (about), true));
