-- Units rename and merge. From the day a unit ends, the people it sent and its place behind a team belong to its
-- successor, so that no unit is counted twice; the earlier states stay in the history.
-- Scope: runs only as the trigger below, for a unit whose end the endpoint has allowed. It reaches postings of every
-- county, because a unit has no county.
create function teams.follow_successor() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  held teams.team_unit;
begin
  update teams.posting set organisation_id = new.successor_id, recorded_by = new.recorded_by
  where organisation_id = new.id and (ends_on is null or ends_on > new.valid_to);

  for held in
    select * from teams.team_unit
    where organisation_id = new.id and starts_on < new.valid_to and (ends_on is null or ends_on > new.valid_to)
  loop
    update teams.team_unit set ends_on = new.valid_to, recorded_by = new.recorded_by where id = held.id;
    if exists (select from teams.team_unit s where s.team_id = held.team_id and s.organisation_id = new.successor_id
                 and (s.ends_on is null or s.ends_on > new.valid_to)) then
      update teams.team_unit set lead = true, recorded_by = new.recorded_by
      where held.lead and team_id = held.team_id and organisation_id = new.successor_id
        and (ends_on is null or ends_on > new.valid_to);
    else
      insert into teams.team_unit (id, team_id, place_key, organisation_id, lead, starts_on, ends_on, recorded_by)
      values (gen_random_uuid(), held.team_id, held.place_key, new.successor_id, held.lead, new.valid_to, held.ends_on, new.recorded_by);
    end if;
  end loop;
  return null;
end $$;
comment on function teams.follow_successor() is 'Hands a unit''s open postings and places behind teams to its successor.';

create trigger follow_successor after update of successor_id on teams.organisation
  for each row when (old.successor_id is null and new.successor_id is not null)
  execute function teams.follow_successor();
