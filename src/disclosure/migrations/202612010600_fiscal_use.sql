-- A year's use of money is that of fiscal money: self-raised and donated money has books of its own and is added to no fiscal sum.
create or replace view disclosed.use_of_money with (security_invoker = true) as
  select county, place_key, year, source, measure, sum(amount)::bigint as amount
  from funds.entry where measure in ('received', 'committed', 'spent') and programme <> 'self_raised'
  group by county, place_key, year, source, measure;
comment on view disclosed.use_of_money is 'Fen of fiscal money received, committed and spent in a place, by budget year and source.';

create or replace view disclosed.project_money with (security_invoker = true) as
  select project_id, payer, source, year, sum(amount)::bigint as amount, programme
  from projects.budget group by project_id, payer, source, year, programme;
