create function funds.open_day(of_place bigint, from_day date) returns date
language sql stable security definer set search_path = pg_catalog
as $$
  select greatest(from_day, m.month::date)
  from generate_series(date_trunc('month', from_day::timestamp), date_trunc('month', from_day::timestamp) + interval '20 years', interval '1 month') m (month)
  where coalesce(teams.in_ranges(of_place), false)
    and not exists (select from funds.closing c where c.county = left(of_place::text, 6) and c.month = m.month::date)
  order by m.month limit 1
$$;
comment on function funds.open_day is 'The first day from a day on that lies in a month a place''s county has not closed; null out of the caller''s ranges. Towns see no closings of their county.';
revoke execute on function funds.open_day from public;
grant execute on function funds.open_day to zz_app;

create function funds.waiting_contracts(of_county text, of_month date) returns integer
language sql stable set search_path = pg_catalog
as $$
  select count(*)::integer from projects.contract c
  where c.county = of_county and ((c.state = 'submitted' and date_trunc('month', c.signed_on)::date = of_month)
    or (c.state = 'ending' and date_trunc('month', c.ended_on)::date = of_month))
$$;
comment on function funds.waiting_contracts is 'How many contracts, changes and endings of a county''s month wait to be checked, under the caller''s scope. Requests for payment are not counted: what books them is the treasury''s receipt, whose day nobody knows before it comes.';
revoke execute on function funds.waiting_contracts from public;
grant execute on function funds.waiting_contracts to zz_app;
