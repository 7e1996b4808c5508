-- Roles of the whole programme, and everything the right to sign in hangs on.

create type access.role_name as enum (
  'province', 'city', 'county', 'county_finance', 'town', 'captain', 'member', 'first_secretary', 'village',
  'assisting_city', 'sending_unit', 'department', 'auditor', 'sysadmin', 'secadmin', 'auditadmin');
alter table access.account alter column role type access.role_name using role::text::access.role_name;
drop type access.role;
alter type access.role_name rename to role;

create type access.disabled_why as enum ('left', 'unused', 'misused', 'other');
alter table access.account
  add column person_id uuid,
  add column organisation_id uuid,
  add column granted_at timestamptz,
  add column granted_by uuid,
  add column must_change boolean not null default false,
  add column password_set_at timestamptz not null default now(),
  add column last_used_at timestamptz,
  add column disabled_why access.disabled_why,
  add column created_by uuid,
  alter column password_hash drop not null,
  drop column failures,
  drop column locked_until;
update access.account set granted_at = created_at;
comment on column access.account.person_id is 'teams.person whose open postings are the scope of captains, members and first secretaries.';
comment on column access.account.organisation_id is 'teams.organisation whose pairings and postings are the scope of a sending unit.';
comment on column access.account.granted_at is 'When a security administrator confirmed role and place; nobody signs in before.';
comment on column access.account.must_change is 'The password was set by somebody else and must be changed first.';
comment on column access.account.password_hash is 'Argon2id, PHC string; null while the account is only invited or signs in elsewhere.';
create index account_home_idx on access.account (home_key);
create index account_person_idx on access.account (person_id);

create table access.password_history (
  account_id uuid not null constraint password_history_account references access.account (id) on delete cascade,
  set_at timestamptz not null,
  password_hash text not null,
  constraint password_history_pkey primary key (account_id, set_at)
);
comment on table access.password_history is 'Earlier passwords as Argon2id, so that they are not used again.';

create table access.sign_in_bucket (
  bucket text constraint sign_in_bucket_pkey primary key,
  most integer not null,
  failures integer not null,
  counted_from timestamptz not null,
  locked_until timestamptz
);
comment on table access.sign_in_bucket is 'Sign-ins that did not succeed, counted by account and address, account, address, or known device (SHA-256 of what it names).';
comment on column access.sign_in_bucket.failures is 'Attempts under way count as failures until they succeed; one more than most where the lock was asked.';

create table access.device (
  token_hash bytea constraint device_pkey primary key,
  account_id uuid not null constraint device_account references access.account (id) on delete cascade,
  made_at timestamptz not null default now(),
  used_at timestamptz not null default now()
);
comment on table access.device is 'Browsers an account has signed in from: what strangers try does not lock them out. Only the SHA-256 of the cookie is kept.';
create index device_account_idx on access.device (account_id);

alter table access.session
  add column id uuid not null default gen_random_uuid(),
  add column address text,
  add column agent text,
  add column signed_by text not null default 'password' constraint session_signed_by check (signed_by in ('password', 'sign_on', 'invitation')),
  add column second_factor_at timestamptz,
  add column stepped_up_at timestamptz,
  add column acting_keys bigint[],
  add column ended_by uuid,
  add constraint session_id unique (id);
comment on column access.session.id is 'Names the session on pages; the token''s hash never leaves the database.';
comment on column access.session.second_factor_at is 'When the second factor was shown in this session; null while it is owed.';
comment on column access.session.stepped_up_at is 'When the holder last proved to be there, for deeds that ask for it again.';
comment on column access.session.acting_keys is 'The up to four places chosen by somebody who has more.';

create table access.invitation (
  id uuid constraint invitation_pkey primary key,
  token_hash bytea not null constraint invitation_token unique,
  account_id uuid not null constraint invitation_account references access.account (id) on delete cascade,
  made_at timestamptz not null default now(),
  made_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table access.invitation is 'A link with which somebody sets the first password, once.';
create index invitation_account_idx on access.invitation (account_id);

create table access.second_factor (
  account_id uuid constraint second_factor_pkey primary key constraint second_factor_account references access.account (id) on delete cascade,
  secret bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  recorded_at timestamptz not null default now()
);
comment on table access.second_factor is 'The secret of one-time codes (RFC 6238), sealed; last_step keeps a code from being used twice.';

create table access.recovery_code (
  account_id uuid not null constraint recovery_code_account references access.account (id) on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_pkey primary key (account_id, code_hash)
);
comment on table access.recovery_code is 'Codes for a lost phone, each once; only SHA-256 is kept.';

create table access.provider (
  id text constraint provider_pkey primary key constraint provider_form check (id ~ '^[a-z0-9-]{2,40}$'),
  name text not null,
  issuer text not null,
  client_id text not null,
  client_secret bytea,
  enabled boolean not null default true,
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
comment on table access.provider is 'A provider of single sign-on by OpenID Connect; its client secret is sealed.';

create table access.sign_on_attempt (
  state_hash bytea constraint sign_on_attempt_pkey primary key,
  provider_id text not null constraint sign_on_attempt_provider references access.provider (id) on delete cascade,
  verifier text not null,
  nonce text not null,
  return_to text not null,
  link_account uuid,
  made_at timestamptz not null default now()
);
comment on table access.sign_on_attempt is 'A sign-on under way: PKCE verifier and nonce, for ten minutes. link_account is who asked to be linked.';

create table access.identity (
  provider_id text not null constraint identity_provider references access.provider (id) on delete cascade,
  subject text not null,
  account_id uuid not null constraint identity_account references access.account (id) on delete cascade,
  linked_at timestamptz not null default now(),
  constraint identity_pkey primary key (provider_id, subject),
  constraint identity_once unique (provider_id, account_id)
);
comment on table access.identity is 'Which account a provider''s stable subject signs in to.';

create type access.notice_kind as enum ('audit', 'inspection', 'discipline');
create table access.notice (
  id uuid constraint notice_pkey primary key,
  number text not null constraint notice_number unique,
  kind access.notice_kind not null,
  organ text not null,
  subject text not null,
  place_keys bigint[] not null constraint notice_places check (cardinality(place_keys) between 1 and 4),
  starts_on date not null,
  ends_on date not null,
  ended_on date,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint notice_dates check (ends_on >= starts_on)
);
comment on table access.notice is 'The notice (通知书) by which auditors, inspectors and discipline officers look: number, organ, dates, places. ends_on is the last day.';
create table access.notice_account (
  notice_id uuid not null constraint notice_account_notice references access.notice (id),
  account_id uuid not null constraint notice_account_account references access.account (id),
  constraint notice_account_pkey primary key (notice_id, account_id)
);
comment on table access.notice_account is 'Who looks under a notice.';
create index notice_account_account_idx on access.notice_account (account_id);

create table access.emergency (
  id uuid constraint emergency_pkey primary key,
  account_id uuid not null constraint emergency_account references access.account (id),
  place_key bigint not null constraint emergency_place references regions.region (key),
  above_key bigint not null constraint emergency_above references regions.region (key),
  reason text not null constraint emergency_reason check (length(btrim(reason)) between 10 and 500),
  starts_at timestamptz not null default now(),
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  constraint emergency_length check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
comment on table access.emergency is 'A temporary wider scope (应急授权) somebody took for a reason; every read under it is audited, the level above is told.';
comment on column access.emergency.above_key is 'The place above both, whose officials are told and acknowledge.';
create index emergency_account_idx on access.emergency (account_id, ends_at);

create table access.policy (
  recorded_at timestamptz not null default clock_timestamp() constraint policy_pkey primary key,
  value jsonb not null,
  recorded_by uuid
);
comment on table access.policy is 'Rules of passwords, locks, sessions and second factors (access/rules/policy.ts); the newest row holds, earlier ones stay.';

-- Where somebody may look on a day. The facts it reads are scoped themselves and nobody has a scope yet: it sees past
-- row security, and answers for one account only.
create function access.places_of(who uuid, day date) returns table (key bigint, source text)
language sql stable security definer set search_path = pg_catalog as $$
  with a as (select * from access.account where id = who)
  select a.home_key, 'home' from a
    where a.role not in ('captain', 'member', 'first_secretary', 'sending_unit', 'auditor')
  union all
  select distinct case when a.role = 'first_secretary' then coalesce(p.village_key, p.place_key) else p.place_key end, 'posting'
    from a join teams.posting p on p.person_id = a.person_id
    where a.role in ('captain', 'member', 'first_secretary') and p.starts_on <= day and (p.ends_on is null or p.ends_on > day)
      and (a.role <> 'first_secretary' or p.role = 'first_secretary')
  union all
  select distinct p.place_key, 'pairing'
    from a join teams.pairing p on p.helper_place_key = a.home_key
    where a.role = 'assisting_city' and p.starts_on <= day and (p.ends_on is null or p.ends_on > day)
  union all
  select distinct p.place_key, 'pairing'
    from a join teams.pairing p on p.organisation_id = a.organisation_id
    where a.role = 'sending_unit' and p.starts_on <= day and (p.ends_on is null or p.ends_on > day)
  union all
  select distinct p.place_key, 'posting'
    from a join teams.posting p on p.organisation_id = a.organisation_id
    where a.role = 'sending_unit' and p.starts_on <= day and (p.ends_on is null or p.ends_on > day)
  union all
  select distinct k, 'notice'
    from a join access.notice_account na on na.account_id = a.id join access.notice n on n.id = na.notice_id
    cross join lateral unnest(n.place_keys) k
    where a.role = 'auditor' and n.starts_on <= day and n.ends_on >= day and (n.ended_on is null or n.ended_on > day)
  union all
  select distinct e.place_key, 'emergency'
    from a join access.emergency e on e.account_id = a.id
    where e.ended_at is null and e.starts_at <= now() and e.ends_at > now()
$$;
comment on function access.places_of is 'Places an account may look into on a day, and why: home, posting, pairing, notice, emergency.';
revoke execute on function access.places_of(uuid, date) from public;
grant execute on function access.places_of(uuid, date) to zz_app;
