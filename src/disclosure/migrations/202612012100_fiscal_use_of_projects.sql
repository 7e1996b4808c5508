-- What a project committed and was paid of fiscal money: a contract may be borne by self-raised money beside it.
create view disclosed.project_use with (security_invoker = true) as
  select of_project.project_id, e.year, e.measure, sum(e.amount)::bigint as amount
  from (
    select distinct c.county, c.place_key, c.project_id, c.number, 'committed'::funds.measure as measure from projects.contract c
    union
    select q.county, q.place_key, q.project_id, q.receipt, 'spent' from projects.request q where q.receipt is not null
  ) of_project
  join funds.entry e on e.county = of_project.county and e.place_key = of_project.place_key
    and e.document_number = of_project.number and e.measure = of_project.measure
  where e.programme <> 'self_raised'
  group by of_project.project_id, e.year, e.measure;
comment on view disclosed.project_use is 'Fen of fiscal money a project committed and was paid, by budget year, as the ledger says it.';
comment on view disclosed.project_money is 'Fen of a project by payer, source, programme and budget year.';
grant select on disclosed.project_use to zz_app;
