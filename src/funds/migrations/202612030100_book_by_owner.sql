-- The books are written by the functions below and nothing else: the application may only read accounts and entries
-- (tables.ts). They hold each line to the caller's scope once, where row security did so at every step.

alter function funds.book(funds.booking[], uuid) rename to post;
comment on function funds.post is 'Moves balances and adds entries; for the functions that have held the lines to the caller''s scope.';
revoke execute on function funds.post from public, zz_app;

create function funds.book(lines funds.booking[], by_account uuid) returns integer
language plpgsql security definer set search_path = pg_catalog
as $$
begin
  -- What is spent leaves the place's own account; everything else stands in an account of the county, too.
  if exists (
    select from unnest(lines) l
    where (
      l.county = left(l.place_key::text, 6) and teams.in_ranges(l.place_key)
      and (l.measure = 'spent' or teams.in_ranges((l.county || '000000')::bigint))
    ) is not true
  ) then
    raise exception 'not a line of the caller''s own places' using errcode = 'insufficient_privilege';
  end if;
  return funds.post(lines, by_account);
end
$$;
comment on function funds.book is 'Posts lines of the caller''s places: missing accounts made, balances moved under the guard, entries added. Answers how many.';
revoke execute on function funds.book from public;
grant execute on function funds.book to zz_app;

create or replace function funds.book_of_towns(lines funds.booking[], by_account uuid) returns integer
language plpgsql security definer set search_path = pg_catalog
as $$
begin
  if exists (
    select from unnest(lines) l
    where (l.county = left(l.place_key::text, 6) and teams.in_ranges(l.place_key) and l.measure in ('committed', 'spent')) is not true
  ) then
    raise exception 'not a commitment or payment of the caller''s own places' using errcode = 'insufficient_privilege';
  end if;
  return funds.post(lines, by_account);
end
$$;

create function funds.hold_received(
  of_county text, places bigint[], sources funds.source[], programmes funds.programme[], years integer[]
) returns void
language plpgsql security definer set search_path = pg_catalog
as $$
begin
  perform from funds.account a
  where a.county = of_county and a.holder = 'place' and a.measure = 'received' and teams.in_ranges(a.place_key) and exists (
    select from unnest(places, sources, programmes, years) q (place_key, source, programme, year)
    where (q.place_key, q.source, q.programme, q.year) = (a.place_key, a.source, a.programme, a.year))
  order by a.id for update;
end
$$;
comment on function funds.hold_received is 'Locks accounts of received money of the caller''s places, in the order posting locks them, until the transaction ends: what is asked of their balances afterwards stays true.';
revoke execute on function funds.hold_received from public;
grant execute on function funds.hold_received to zz_app;

-- A balance changes in place while its page has room.
alter table funds.account set (fillfactor = 70);
