-- People across counties, what a town needs, and the dated limits the warnings compare with.
--
-- One main posting of a person holds for the whole province, so a posting must be able to name a person whose record lies
-- in another county. The three functions below see past row security and carry their own limit, written at each.
-- Ranges are compared as in the generated policies; without an actor they answer nothing.

-- Scope: any signed-in caller, but only somebody whose exact name and exact unit the caller already knows; id and name
-- leave, nothing else. The endpoint keeps an audit row of every question.
create function teams.find_person(wanted_name text, wanted_unit uuid) returns table (id uuid, name text)
language sql stable security definer set search_path = pg_catalog as $$
  select p.id, p.name from teams.person p
  where p.name = wanted_name and p.home_unit_id = wanted_unit
    and nullif(current_setting('app.actor', true), '') is not null
  order by p.id limit 20
$$;
comment on function teams.find_person(text, uuid) is 'People of exactly this name and unit, anywhere in the province: id and name only.';

create function teams.in_ranges(place bigint) returns boolean
language sql stable set search_path = pg_catalog as $$
  select coalesce(
    place between nullif(current_setting('app.lo1', true), '')::bigint and nullif(current_setting('app.hi1', true), '')::bigint
    or place between nullif(current_setting('app.lo2', true), '')::bigint and nullif(current_setting('app.hi2', true), '')::bigint
    or place between nullif(current_setting('app.lo3', true), '')::bigint and nullif(current_setting('app.hi3', true), '')::bigint
    or place between nullif(current_setting('app.lo4', true), '')::bigint and nullif(current_setting('app.hi4', true), '')::bigint,
    false)
$$;
comment on function teams.in_ranges(bigint) is 'Whether a place lies in the caller''s ranges; for the functions above, policies spell it out.';

-- Scope: the caller's ranges cover the person's record or one of the person's postings.
create function teams.person_card(wanted uuid) returns setof teams.person
language sql stable security definer set search_path = pg_catalog rows 1 as $$
  select p.* from teams.person p
  where p.id = wanted and (
    teams.in_ranges(p.place_key)
    or exists (select from teams.posting o where o.person_id = p.id and teams.in_ranges(o.place_key)))
$$;

comment on function teams.person_card(uuid) is 'A person as a roster shows them: visible where the record is kept and where they are or were posted.';

-- Scope: the target place lies in the caller's ranges and the person has a main posting there that starts last of all theirs.
create function teams.keep_record_of(wanted uuid, place bigint) returns void
language sql security definer set search_path = pg_catalog as $$
  update teams.person p set place_key = place
  where p.id = wanted and p.place_key <> place and teams.in_ranges(place)
    and place = (select o.place_key from teams.posting o where o.person_id = p.id and o.main
                 order by o.starts_on desc, o.id desc limit 1)
$$;
comment on function teams.keep_record_of(uuid, bigint) is 'Moves the record of a person to the town they were last posted to.';

revoke execute on function teams.find_person(text, uuid), teams.person_card(uuid), teams.keep_record_of(uuid, bigint) from public;
grant execute on function teams.find_person(text, uuid), teams.person_card(uuid), teams.keep_record_of(uuid, bigint) to zz_app;

create function teams.needs_of(place bigint, on_day date)
returns table (role teams.role, required integer, posted integer, document text)
language sql stable as $$
  select n.role, n.at_least, (
      select count(distinct o.person_id)::integer
      from teams.team m join teams.posting o on o.team_id = m.id
      where m.place_key = place and m.formed_on <= on_day and (m.dissolved_on is null or m.dissolved_on > on_day)
        and o.starts_on <= on_day and (o.ends_on is null or o.ends_on > on_day)
        and case n.role when 'member' then o.category = 'cadre' else o.role = n.role end
    ), n.document
  from (
    select distinct on (q.role) q.role, q.at_least, q.document
    from regions.ancestor a join teams.requirement q on q.place_key = a.ancestor
    where a.key = place and q.valid_from <= on_day and (q.valid_to is null or q.valid_to > on_day)
      and (q.tiers = '{}' or exists (
        select from regions.tier t where t.place_key = place and t.tier = any (q.tiers)
          and t.valid_from <= on_day and (t.valid_to is null or t.valid_to > on_day)))
      and (q.kinds = '{}' or (
        select c.kind from regions.code c where c.key = place and c.valid_from is not null
        order by c.valid_from <= on_day desc, abs(c.valid_from - on_day) limit 1) = any (q.kinds))
    order by q.role, a.level desc, q.at_least desc
  ) n
$$;
comment on function teams.needs_of(bigint, date) is
  'What the dated rules ask of a town on a day and how many are in post. Of several rules for a role the nearest place''s holds. Every cadre of a team is a member of it, so role member counts captains and first secretaries too.';

create type teams.limit_name as enum ('team_least', 'agents_most', 'volunteers_most', 'term_years');
create table teams.limit_value (
  id uuid constraint limit_value_pkey primary key,
  name teams.limit_name not null,
  place_key bigint constraint limit_value_place references regions.region (key),
  value integer not null constraint limit_value_positive check (value > 0),
  valid_from date not null,
  valid_to date,
  document text not null
);
comment on table teams.limit_value is 'Dated sizes the warnings compare with; they warn, they never block. The nearest place''s row holds.';
comment on column teams.limit_value.place_key is 'The subtree the row is for; null is everywhere.';
insert into teams.limit_value (id, name, value, valid_from, document) values
  ('019aa000-0000-7000-8000-000000000001', 'team_least', 5, '2021-06-01', '驻镇帮镇扶村工作队选派安排：每队原则上 5 人以上'),
  ('019aa000-0000-7000-8000-000000000002', 'agents_most', 3, '2021-06-01', '驻镇帮扶农村科技特派员安排：每队 3 名'),
  ('019aa000-0000-7000-8000-000000000003', 'volunteers_most', 3, '2021-06-01', '驻镇帮扶志愿者安排：每队 2 至 3 名'),
  ('019aa000-0000-7000-8000-000000000004', 'term_years', 3, '2021-06-01', '驻镇帮镇扶村工作队选派安排：每轮三年');

create index posting_history_team on teams.posting_history (team_id);
create index team_unit_history_team on teams.team_unit_history (team_id);
