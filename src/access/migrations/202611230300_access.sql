create schema access;
comment on schema access is 'Accounts, sessions, replays and the audit.';

create type access.role as enum ('province', 'city', 'county', 'town', 'auditor', 'sysadmin');

create table access.account (
  id uuid constraint account_pkey primary key,
  name text not null constraint account_name_form check (name = lower(btrim(name)) and length(name) between 2 and 64),
  display_name text not null,
  password_hash text not null,
  role access.role not null,
  home_key bigint not null,
  failures integer not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  made_up boolean not null default false,
  created_at timestamptz not null default now(),
  constraint account_name unique (name)
);
comment on table access.account is 'Who may sign in. home_key is the place whose subtree is the account''s scope.';
comment on column access.account.password_hash is 'Argon2id, PHC string.';

create table access.session (
  token_hash bytea constraint session_pkey primary key,
  account_id uuid not null constraint session_account references access.account (id) on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ended_at timestamptz
);
comment on table access.session is 'A sign-in. Only the SHA-256 of the cookie''s token is kept; ending the row ends the session at once.';
create index session_account_idx on access.session (account_id);

create table access.replay (
  id uuid not null,
  account_id uuid not null,
  route text not null,
  body_sha256 bytea not null,
  status integer not null,
  reply jsonb,
  recorded_at timestamptz not null default now(),
  constraint replay_pkey primary key (id)
);
comment on table access.replay is 'The answer given to a write, by the id its caller made, so that a retry gets the same answer and happens once. Kept 400 days.';
create index replay_age on access.replay (recorded_at);

create table access.audit (
  id bigint generated always as identity constraint audit_pkey primary key,
  at timestamptz not null default now(),
  account_id uuid,
  role text,
  ranges text[] not null default '{}',
  action text not null,
  object text,
  place text,
  outcome text not null,
  before jsonb,
  after jsonb,
  request_id text
);
comment on table access.audit is 'One row a deed, in the deed''s own transaction. The application role may only insert.';
create index audit_object on access.audit (object);
create index audit_at on access.audit (at);
