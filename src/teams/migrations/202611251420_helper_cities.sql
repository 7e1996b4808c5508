-- A town's cadres come from its own area, from above it, and from the city that helps its city. That pairing is kept at the
-- helped city, above what a county sees, so a county asks through this function which cities those are.
-- Scope: the place lies in the caller's ranges; keys of cities leave, nothing else of the pairing.
create function teams.helper_cities(place bigint, on_day date) returns table (key bigint, lo bigint, hi bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct r.key, r.lo, r.hi
  from regions.ancestor a
  join teams.pairing p on p.place_key = a.ancestor and p.kind = 'city_to_city'
  join regions.region r on r.key = p.helper_place_key
  where a.key = place and teams.in_ranges(place)
    and p.starts_on <= on_day and (p.ends_on is null or p.ends_on > on_day)
$$;
comment on function teams.helper_cities(bigint, date) is 'Cities that help the city of a place of the caller''s on a day.';
revoke execute on function teams.helper_cities(bigint, date) from public;
grant execute on function teams.helper_cities(bigint, date) to zz_app;
