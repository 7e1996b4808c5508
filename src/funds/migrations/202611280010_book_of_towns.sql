create function funds.book_of_towns(lines funds.booking[], by_account uuid) returns integer
language plpgsql security definer set search_path = pg_catalog
as $$
begin
  if exists (
    select from unnest(lines) l
    where l.measure not in ('committed', 'spent') or not coalesce(teams.in_ranges(l.place_key), false)
      or l.county <> left(l.place_key::text, 6)
  ) then
    raise exception 'not a commitment or payment of the caller''s own places' using errcode = 'insufficient_privilege';
  end if;
  return funds.book(lines, by_account);
end
$$;
comment on function funds.book_of_towns is 'Posts what towns commit and spend. The payers'' side of a commitment stands in accounts of the county, which a town does not see: so the places of the lines are held to the caller''s ranges here.';
revoke execute on function funds.book_of_towns from public;
grant execute on function funds.book_of_towns to zz_app;
