-- A copy is shown until its last day is over; the register goes on saying that it is to be marked as taken down.
create or replace view disclosed.copy with (security_barrier = true) as
  select c.id, c.kind, c.place_key, c.year, c.content, c.sha256, c.made_on, p.from_day, p.until_day, c.made_up
  from disclosure.copy c
  join disclosure.publication p on p.county = c.county and p.copy_id = c.id
  cross join (
    select coalesce((select value #>> '{}' from platform.setting where name = 'today'),
      to_char(now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))::date as day
  ) today
  where p.channel = 'own_pages' and p.taken_down_on is null
    and p.from_day <= today.day and (p.until_day is null or p.until_day >= today.day)
    and exists (select from platform.setting where name = 'public_pages' and value = 'true');
comment on view disclosed.copy is 'Copies that stand on our own public pages today, from their first to their last day by Beijing time, for everybody; empty while the setting public_pages is off.';
