-- Who looked at a hidden value of a person, or looked for a person by one, when and why.

create type access.look_kind as enum ('reveal', 'search');

create table access.look (
  id uuid constraint look_pkey primary key,
  kind access.look_kind not null,
  account_id uuid not null constraint look_account references access.account (id),
  person_id uuid,
  field text not null,
  reason text not null constraint look_reason check (length(btrim(reason)) >= 5),
  at timestamptz not null default clock_timestamp()
);
comment on table access.look is 'One row a hidden value shown, and one a search by one. Beside the audit: the person concerned and whoever keeps the record read it.';
comment on column access.look.person_id is 'teams.person whose value it was; null where a search found nobody.';
comment on column access.look.field is 'Table and column, teams.person.id_number.';
create index look_account_at on access.look (account_id, kind, at);
create index look_person_at on access.look (person_id, at) where person_id is not null;

-- Notes a look of the caller, unless there were `most` of its kind within the last `seconds`: then it answers how many
-- seconds to wait. One at a time an account, so that however many come at once, no more than `most` get through.
create function access.note_look(
  look uuid, wanted access.look_kind, person uuid, what text, why text, most integer, seconds integer
) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  actor uuid := nullif(current_setting('app.actor', true), '')::uuid;
  earliest timestamptz;
begin
  if actor is null then
    raise exception 'nobody looks';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(actor::text, 7261));
  select l.at into earliest from access.look l
    where l.account_id = actor and l.kind = wanted and l.at > clock_timestamp() - make_interval(secs => seconds)
    order by l.at desc offset most - 1 limit 1;
  if found then
    return greatest(1, ceil(extract(epoch from earliest + make_interval(secs => seconds) - clock_timestamp()))::integer);
  end if;
  insert into access.look (id, kind, account_id, person_id, field, reason) values (look, wanted, actor, person, what, why);
  return 0;
end $$;
comment on function access.note_look is 'Notes that the caller looks at a hidden value or for a person; answers 0, or the seconds to wait.';

-- Scope: the person's record lies in the caller's ranges.
create function access.looks_of(person uuid)
returns table (kind access.look_kind, field text, reason text, at timestamptz, name text, role access.role)
language sql stable security definer set search_path = pg_catalog as $$
  select l.kind, l.field, l.reason, l.at, a.display_name, a.role
  from access.look l join access.account a on a.id = l.account_id
  where l.person_id = person and exists (
    select from teams.person p where p.id = person and teams.in_ranges(p.place_key))
  order by l.at desc limit 200
$$;
comment on function access.looks_of is 'Who looked at a person, the latest first, for whoever keeps the record.';

-- Scope: the caller alone.
create function access.own_looks()
returns table (kind access.look_kind, field text, reason text, at timestamptz, name text, role access.role)
language sql stable security definer set search_path = pg_catalog as $$
  select l.kind, l.field, l.reason, l.at, a.display_name, a.role
  from access.account own join access.look l on l.person_id = own.person_id
    join access.account a on a.id = l.account_id
  where own.id = nullif(current_setting('app.actor', true), '')::uuid
  order by l.at desc limit 200
$$;
comment on function access.own_looks is 'Who looked at the person the caller is, the latest first.';

revoke execute on function access.note_look, access.looks_of, access.own_looks from public;
grant execute on function access.note_look, access.looks_of, access.own_looks to zz_app;
