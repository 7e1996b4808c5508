-- Second factors being set up, browsers by name, sign-ons bound to the browser that began them, and the own audit.

alter table access.second_factor
  alter column secret drop not null,
  add column pending_secret bytea,
  add column pending_at timestamptz,
  add constraint second_factor_confirmed check ((secret is null) = (confirmed_at is null)),
  add constraint second_factor_pending check ((pending_secret is null) = (pending_at is null));
comment on column access.second_factor.pending_secret is 'A secret shown and not yet confirmed by a code, sealed; the confirmed one counts until then.';

alter table access.device
  add column id uuid not null default gen_random_uuid(),
  add column agent text,
  add constraint device_id unique (id);
comment on column access.device.id is 'Names the browser on pages; the hash of its cookie never leaves the database.';

delete from access.sign_on_attempt;
alter table access.sign_on_attempt
  add column browser_hash bytea not null,
  add column redirect_uri text not null;
comment on column access.sign_on_attempt.browser_hash is 'SHA-256 of a cookie of the browser that began: nobody else''s browser may end it.';
comment on column access.provider.issuer is 'Never changed: subjects are the issuer''s, so another issuer is another provider.';
create index sign_on_attempt_age on access.sign_on_attempt (made_at);

create index audit_own on access.audit (account_id, at);

-- The application may not read the audit. This answers for the account whose request it is, and for no other.
create function access.own_audit() returns table (at timestamptz, action text, outcome text, object text)
language sql stable security definer set search_path = pg_catalog as $$
  with me as (select a.id, a.name from access.account a where a.id = nullif(current_setting('app.actor', true), '')::uuid)
  select r.at, r.action, r.outcome, r.object
  from me cross join lateral (
    (select a.id, a.at, a.action, a.outcome, a.object from access.audit a
      where a.account_id = me.id and a.action like '% /api/access/%' order by a.at desc limit 50)
    union
    (select a.id, a.at, a.action, a.outcome, a.object from access.audit a
      where a.object in ('account ' || me.name, 'account ' || me.id) order by a.at desc limit 50)
  ) r
  order by r.at desc, r.id desc limit 50
$$;
comment on function access.own_audit is 'The last 50 rows of the audit about the account of this request: sign-ins, refusals, changes.';
revoke execute on function access.own_audit() from public;
grant execute on function access.own_audit() to zz_app;
