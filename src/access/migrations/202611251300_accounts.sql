-- Accounts of a level: what a security administrator is asked to confirm, invitations that can be taken back, and
-- what is tidied away by night.

create type access.grant_kind as enum ('new', 'change', 'enable');
create type access.grant_state as enum ('waiting', 'granted', 'refused', 'withdrawn');
create table access.grant_request (
  id uuid constraint grant_request_pkey primary key,
  account_id uuid not null constraint grant_request_account references access.account (id) on delete cascade,
  kind access.grant_kind not null,
  role access.role not null,
  home_key bigint not null,
  role_before access.role,
  home_before bigint,
  state access.grant_state not null default 'waiting',
  reason text constraint grant_request_reason check (length(btrim(reason)) between 2 and 200),
  asked_at timestamptz not null default now(),
  asked_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  constraint grant_request_decided check ((state = 'waiting') = (decided_at is null)),
  constraint grant_request_refused check ((state = 'refused') = (reason is not null))
);
comment on table access.grant_request is 'Role and place a system administrator asks for an account, and what a security administrator decided.';
comment on column access.grant_request.role_before is 'For a change: what the account had.';
comment on column access.grant_request.reason is 'Why it was refused.';
create unique index grant_request_waiting on access.grant_request (account_id) where state = 'waiting';
create index grant_request_account_idx on access.grant_request (account_id, asked_at);

-- One person, one account: what two did would be told apart by nobody.
create unique index account_person_once on access.account (person_id) where disabled_at is null;

alter table access.invitation
  add column resets boolean not null default false,
  add column revoked_at timestamptz,
  add column revoked_by uuid;
comment on column access.invitation.resets is 'Made because a password was lost; the earlier one was taken away.';

create index session_ended_idx on access.session (coalesce(ended_at, expires_at));

-- Runs by night as zz_jobs, which may write none of these tables itself. How long things are kept stands here and not in
-- its argument: whoever may call it cannot empty a table with it. Of the administrators of a role the last one used
-- stays, unless one of the same role sits above: somebody must remain who can let the others in again.
create function access.tidy(unused_days integer) returns table (what text, done bigint)
language plpgsql security definer set search_path = pg_catalog as $$
declare
  n bigint := 0;
  gone record;
begin
  if unused_days < 30 then raise exception 'an account is not unused after % days', unused_days; end if;

  for gone in with used as (
    select a.id, a.name, a.role, a.home_key, a.granted_at,
      greatest(a.created_at, a.last_used_at, a.granted_at,
        (select max(g.asked_at) from access.grant_request g where g.account_id = a.id),
        (select max(i.made_at) from access.invitation i where i.account_id = a.id)) as at
    from access.account a where a.disabled_at is null
  ), last as (
    select distinct on (u.role, u.home_key) u.id from used u
    where u.role in ('sysadmin', 'secadmin', 'auditadmin') and u.granted_at is not null
      and not exists (
        select from used o join regions.ancestor r on r.ancestor = o.home_key
        where r.key = u.home_key and r.ancestor <> u.home_key and o.role = u.role and o.granted_at is not null)
    order by u.role, u.home_key, u.at desc, u.id
  ), disabled as (
    update access.account a set disabled_at = now(), disabled_why = 'unused'
    from used u where u.id = a.id and u.at < now() - make_interval(days => unused_days)
      and u.id not in (select id from last)
    returning a.id, a.home_key, u.at
  ), ended as (
    update access.session s set ended_at = now() from disabled d where s.account_id = d.id and s.ended_at is null
  ), revoked as (
    update access.invitation i set revoked_at = now() from disabled d
    where i.account_id = d.id and i.used_at is null and i.revoked_at is null
  ), withdrawn as (
    update access.grant_request g set state = 'withdrawn', decided_at = now() from disabled d
    where g.account_id = d.id and g.state = 'waiting'
  )
  select * from disabled
  loop
    perform access.add_audit(
      null, 'system', '{}', 'rights', 'JOB tidy', 'account ' || gone.id, gone.home_key, null, null, 'done', null,
      jsonb_build_object('disabledWhy', 'unused', 'unusedSince', gone.at, 'days', unused_days), null, null, null);
    n := n + 1;
  end loop;
  what := 'accounts'; done := n; return next;

  delete from access.session where coalesce(ended_at, expires_at) < now() - interval '1 year';
  get diagnostics n = row_count; what := 'sessions'; done := n; return next;
  delete from access.replay where recorded_at < now() - interval '400 days';
  get diagnostics n = row_count; what := 'replays'; done := n; return next;
  delete from access.sign_in_bucket where greatest(counted_from, locked_until) < now() - interval '1 day';
  get diagnostics n = row_count; what := 'sign_in_buckets'; done := n; return next;
  delete from access.device where used_at < now() - interval '180 days';
  get diagnostics n = row_count; what := 'devices'; done := n; return next;
  delete from access.invitation
    where least(used_at, revoked_at, expires_at) < now() - interval '1 year';
  get diagnostics n = row_count; what := 'invitations'; done := n; return next;
  delete from access.sign_on_attempt where made_at < now() - interval '1 hour';
  get diagnostics n = row_count; what := 'sign_on_attempts'; done := n; return next;
end
$$;
comment on function access.tidy(integer) is 'Disables accounts unused for so many days (null = none), with an audit row each, and removes what is older than it is kept.';
revoke execute on function access.tidy(integer) from public;
grant execute on function access.tidy(integer) to zz_jobs;
