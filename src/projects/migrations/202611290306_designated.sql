-- What was given for a named purpose is not there for projects.
alter function projects.quotas_of(char, uuid) rename to quotas_with_designated;
create function projects.quotas_of(of_county char, of_project uuid)
returns table (budget_id uuid, amount bigint, available bigint)
language sql stable set search_path = pg_catalog
as $$
  select q.budget_id, q.amount, q.available - case when b.programme = 'self_raised'
    then funds.designated_left(b.county, b.place_key, b.source, b.year) else 0 end
  from projects.quotas_with_designated(of_county, of_project) q
  join projects.budget b on b.county = of_county and b.id = q.budget_id
$$;
comment on function projects.quotas_of is 'Per budget line of a project: what the project wants from the line''s quota, and what is there for it: received, less what other projects hold, what is committed or spent outside of projects, and what was given for a named purpose. Under the caller''s scope.';
revoke execute on function projects.quotas_of from public;
grant execute on function projects.quotas_of to zz_app;
