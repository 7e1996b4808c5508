create function funds.waiting_papers(of_county text, of_month date) returns integer
language sql stable security definer set search_path = pg_catalog
as $$
  select count(distinct p.id)::integer
  from funds.paper p join funds.paper_line l on l.paper_id = p.id
  where l.county = of_county and p.state = 'submitted' and date_trunc('month', p.dated)::date = of_month
    and teams.in_ranges((of_county || '000000')::bigint)
$$;
comment on function funds.waiting_papers is 'How many papers that book into a county''s month wait to be checked, those of offices above the county too: a number and nothing else, to whoever sees the county.';
revoke execute on function funds.waiting_papers from public;
grant execute on function funds.waiting_papers to zz_app;
