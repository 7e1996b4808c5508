-- The tiers of a town are looked up once a question, not once a rule: a province asks of 1,700 towns at a time.
create or replace function teams.needs_of(place bigint, on_day date)
returns table (role teams.role, required integer, posted integer, document text)
language sql stable as $$
  select n.role, n.at_least, (
      select count(distinct o.person_id)::integer
      from teams.team m join teams.posting o on o.team_id = m.id
      where m.place_key = place and m.formed_on <= on_day and (m.dissolved_on is null or m.dissolved_on > on_day)
        and o.starts_on <= on_day and (o.ends_on is null or o.ends_on > on_day)
        and case n.role when 'member' then o.category = 'cadre' and o.role <> 'captain' and o.main else o.role = n.role end
    ), n.document
  from (
    select distinct on (q.role) q.role, q.at_least, q.document
    from regions.ancestor a join teams.requirement q on q.place_key = a.ancestor
    where a.key = place and q.valid_from <= on_day and (q.valid_to is null or q.valid_to > on_day)
      and (q.tiers = '{}' or q.tiers && (
        select array_agg(t.tier) from regions.tier t where t.place_key = place
          and t.valid_from <= on_day and (t.valid_to is null or t.valid_to > on_day)))
      and (q.kinds = '{}' or (
        select c.kind from regions.code c where c.key = place and c.valid_from is not null
        order by c.valid_from <= on_day desc, abs(c.valid_from - on_day) limit 1) = any (q.kinds))
    order by q.role, a.level desc, q.at_least desc
  ) n
$$;
