-- A record, and with it hidden numbers, moves when a posting has begun, and goes back from one entered in error.

drop function teams.keep_record_of(uuid, bigint);

-- Scope: the caller's ranges hold the record or the place it goes to, which is where the person was last posted.
create function teams.keep_record_of(wanted uuid, on_day date) returns void
language sql security definer set search_path = pg_catalog as $$
  update teams.person p set place_key = o.place_key
  from (select place_key from teams.posting
        where person_id = wanted and main and starts_on <= on_day and end_reason is distinct from 'entered_in_error'
        order by starts_on desc, id desc limit 1) o
  where p.id = wanted and p.place_key <> o.place_key and (teams.in_ranges(o.place_key) or teams.in_ranges(p.place_key))
$$;
comment on function teams.keep_record_of(uuid, date) is 'Moves the record of a person to the town of their latest posting that has begun.';
revoke execute on function teams.keep_record_of(uuid, date) from public;
grant execute on function teams.keep_record_of(uuid, date) to zz_app;

-- Runs by night as zz_jobs, which may not write people itself.
create function teams.keep_records(on_day date) returns bigint
language sql security definer set search_path = pg_catalog as $$
  with moved as (
    update teams.person p set place_key = o.place_key
    from teams.posting o
    where o.person_id = p.id and o.main and o.starts_on <= on_day and (o.ends_on is null or o.ends_on > on_day)
      and p.place_key <> o.place_key
    returning 1)
  select count(*) from moved
$$;
comment on function teams.keep_records(date) is 'Moves the records of people whose posting has begun since it was entered; answers how many.';
revoke execute on function teams.keep_records(date) from public;
grant execute on function teams.keep_records(date) to zz_jobs;
