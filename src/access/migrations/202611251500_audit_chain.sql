-- The audit by kind, place and person; numbered without gaps; sealed into chains whose heads are anchored outside.

create type access.audit_kind as enum (
  'deed', 'sign_in', 'rights', 'read', 'export', 'reveal', 'print', 'emergency', 'retention');

create table access.audit_counter (
  county char(6) constraint audit_counter_pkey primary key,
  day date not null,
  n bigint not null,
  at timestamptz not null
) with (fillfactor = 20);
comment on table access.audit_counter is 'The last row of each county''s audit. Its lock, held until commit, makes numbers gapless, days follow each other and times never go back.';

alter table access.audit
  add column county char(6),
  add column day date,
  add column n bigint,
  add column kind access.audit_kind,
  add column place_key bigint,
  add column person_id uuid,
  add column address text,
  add column session_id uuid;

update access.audit a set
  place_key = coalesce(a.place::bigint, c.home_key, 0),
  day = (a.at at time zone 'Asia/Shanghai')::date,
  kind = case
    when a.action like 'GET %.csv' then 'export'
    when a.action like 'GET %' then 'read'
    when a.action like '%/api/access/%' then 'sign_in'
    else 'deed' end::access.audit_kind
from access.audit b left join access.account c on c.id = b.account_id
where b.id = a.id;
update access.audit set county = left(lpad(place_key::text, 12, '0'), 6);
update access.audit a set n = b.n
from (select id, row_number() over (partition by county, day order by at, id) as n from access.audit) b
where b.id = a.id;
insert into access.audit_counter (county, day, n, at)
  select distinct on (county) county, day, n, at from access.audit order by county, day desc, n desc;

alter table access.audit
  drop constraint audit_pkey,
  drop column place,
  alter column at drop default,
  alter column county set not null,
  alter column day set not null,
  alter column n set not null,
  alter column kind set not null,
  alter column place_key set not null,
  add constraint audit_pkey primary key (county, day, n);
comment on table access.audit is 'One row a deed, in the deed''s own transaction, added by access.add_audit alone. docs/security.md says how a row is written for its hash.';
comment on column access.audit.county is 'First six digits of place_key: the chain the row belongs to; 000000 for strangers.';
comment on column access.audit.day is 'The day in Beijing.';
comment on column access.audit.n is 'Counts the rows of a county and day without gaps.';
comment on column access.audit.place_key is 'The place of the object, else the actor''s; 0 for strangers, whom only the province''s audit administrators see.';
comment on column access.audit.person_id is 'teams.person the deed is about.';
comment on column access.audit.session_id is 'access.session in which it was done.';
comment on column access.audit.outcome is 'done, replayed, or refused with the code of the refusal.';
comment on column access.audit.id is 'Names the row on pages.';

drop index access.audit_at;
drop index access.audit_object;
create index audit_at on access.audit (at, id);
create index audit_place on access.audit (place_key, at);
create index if not exists audit_own on access.audit (account_id, at);
create index audit_object on access.audit (object, at);
create index audit_person on access.audit (person_id, at) where person_id is not null;
create index audit_id on access.audit (id);
create index audit_removals on access.audit (county, day) where kind = 'retention';

create table access.audit_seal (
  county char(6) not null,
  day date not null,
  upto_n bigint not null,
  hash bytea not null,
  algorithm text not null constraint audit_seal_algorithm check (algorithm in ('sha256', 'sm3')),
  marks bytea not null,
  sealed_at timestamptz not null default clock_timestamp(),
  anchor bigint,
  constraint audit_seal_pkey primary key (county, day, upto_n)
);
comment on table access.audit_seal is 'The head of a county''s chain after row upto_n of a day, and four bytes of each row''s hash since the seal before.';
comment on column access.audit_seal.anchor is 'Sequence of the anchor that carries it; null until there is one.';
create index audit_seal_open on access.audit_seal (sealed_at) where anchor is null;

create table access.audit_anchor (
  sequence bigint constraint audit_anchor_pkey primary key,
  at timestamptz not null,
  due_at timestamptz not null,
  hash bytea not null,
  algorithm text not null constraint audit_anchor_algorithm check (algorithm in ('sha256', 'sm3'))
);
comment on table access.audit_anchor is 'Lines written to the anchor files: hash is that of the line''s bytes, so that a cut file is noticed.';
comment on column access.audit_anchor.due_at is 'When the next one is to be written.';

create table access.audit_check (
  at timestamptz constraint audit_check_pkey primary key,
  sound boolean not null,
  rows bigint not null,
  young bigint not null,
  finding jsonb
);
comment on table access.audit_check is 'What the verifier found, for the page. The verifier itself trusts nothing of it.';
comment on column access.audit_check.young is 'Rows younger than the last anchor, held by counters alone.';
comment on column access.audit_check.finding is 'The first bad row and what is wrong with it.';

-- Adds a row. The caller says what happened; number, day and time are the database's.
create function access.add_audit(
  account uuid, role text, ranges text[], kind access.audit_kind, action text, object text, place bigint, home bigint,
  person uuid, outcome text, before jsonb, after jsonb, request_id text, address text, session_id uuid
) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
  who uuid := account;
  seat bigint := coalesce(place, home);
  chain char(6);
  last access.audit_counter;
  instant timestamptz;
  today date;
begin
  -- A sign-in names its account as the object: nobody is known before, somebody is after.
  if account is null and seat is null and object like 'account %' then
    select case when outcome = 'done' then a.id end, coalesce(seat, a.home_key) into who, seat
      from access.account a where a.name = substr(object, 9);
  end if;
  seat := coalesce(seat, 0);
  chain := left(lpad(seat::text, 12, '0'), 6);
  select * into last from access.audit_counter c where c.county = chain for update;
  if not found then
    insert into access.audit_counter values (chain, '-infinity', 0, '-infinity') on conflict do nothing;
    select * into last from access.audit_counter c where c.county = chain for update;
  end if;
  instant := greatest(last.at, clock_timestamp());
  today := (instant at time zone 'Asia/Shanghai')::date;
  last.n := case when today = last.day then last.n + 1 else 1 end;
  update access.audit_counter c set day = today, n = last.n, at = instant where c.county = chain;
  insert into access.audit (county, day, n, at, account_id, role, ranges, kind, action, object, place_key, person_id,
                            outcome, before, after, request_id, address, session_id)
  values (chain, today, last.n, instant, who, role, ranges, kind, action, object, seat, person,
          outcome, before, after, request_id, address, session_id);
end $$;
comment on function access.add_audit is 'Adds a row to the audit; the only way to. Called last in a transaction, because it holds the county''s counter until commit.';
revoke execute on function access.add_audit from public;
grant execute on function access.add_audit to zz_app;

-- Removes a whole day of a county, the oldest there is, and leaves a row that says so.
create function access.remove_audit_day(chain char(6), gone date, keep_years integer) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
  head access.audit_seal;
  first_day date;
  removed bigint;
begin
  perform pg_advisory_xact_lock(7260);
  if keep_years < 1 or gone >= ((now() at time zone 'Asia/Shanghai')::date - make_interval(years => keep_years))::date then
    raise exception 'day % of % is too young to go', gone, chain;
  end if;
  select min(day) into first_day from access.audit a where a.county = chain;
  if first_day is distinct from gone then
    raise exception 'day % of % is not the oldest', gone, chain;
  end if;
  select * into head from access.audit_seal s where s.county = chain and s.day = gone order by s.upto_n desc limit 1;
  if head.anchor is null then
    raise exception 'day % of % is not anchored', gone, chain;
  end if;
  delete from access.audit a where a.county = chain and a.day = gone;
  get diagnostics removed = row_count;
  if removed <> head.upto_n then
    raise exception 'day % of % has % rows and not %', gone, chain, removed, head.upto_n;
  end if;
  delete from access.audit_seal s where s.county = chain and (s.day, s.upto_n) < (gone, head.upto_n);
  perform access.add_audit(null, 'system', '{}', 'retention', 'JOB audit-retention', 'audit_day ' || chain || ' ' || to_char(gone, 'YYYY-MM-DD'),
    (chain || '000000')::bigint, null, null, 'done', null,
    jsonb_build_object('county', chain, 'day', gone, 'rows', removed, 'hash', encode(head.hash, 'hex'),
                       'algorithm', head.algorithm, 'keepYears', keep_years),
    null, null, null);
  return removed;
end $$;
comment on function access.remove_audit_day is 'Removes the oldest day of a county''s audit once it is older than the years to keep and its head is anchored; leaves a row of what went.';
revoke execute on function access.remove_audit_day from public;
grant execute on function access.remove_audit_day to zz_jobs;
