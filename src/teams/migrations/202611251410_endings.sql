-- Teams are dissolved for a reason, duties may end undone, and a unit that is only renamed keeps its credit code.

alter table teams.team add column dissolve_reason text,
  add constraint team_dissolve_reason check (dissolve_reason is null or dissolved_on is not null);
comment on column teams.team.dissolve_reason is 'Why the team was dissolved, in words; null for rows from before the reason was asked.';
alter table teams.team_history add column dissolve_reason text;

alter table teams.duty
  add column ended_on date,
  add column end_note text,
  add constraint duty_end check ((ended_on is null) = (end_note is null)),
  add constraint duty_done_or_ended check (fulfilled_on is null or ended_on is null);
comment on column teams.duty.ended_on is 'First day the duty is no longer owed although nothing was done of it.';
comment on column teams.duty.end_note is 'Why it is no longer owed.';

-- A code names one standing unit. The code stays through a change of name, so the row that ended has it too.
alter table teams.organisation drop constraint organisation_credit_code;
create unique index organisation_credit_code on teams.organisation (credit_code) where valid_to is null;
create index organisation_credit_code_ended on teams.organisation (credit_code) where valid_to is not null;

-- As before, and the people kept under the unit and its pairings go with it, so that both are found under its new name.
create or replace function teams.follow_successor() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  held teams.team_unit;
begin
  update teams.posting set organisation_id = new.successor_id, recorded_by = new.recorded_by
  where organisation_id = new.id and (ends_on is null or ends_on > new.valid_to);
  update teams.pairing set organisation_id = new.successor_id, recorded_by = new.recorded_by
  where organisation_id = new.id and (ends_on is null or ends_on > new.valid_to);
  update teams.person set home_unit_id = new.successor_id, recorded_by = new.recorded_by
  where home_unit_id = new.id;

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
comment on function teams.follow_successor() is 'Hands a unit''s people, open postings, pairings and places behind teams to its successor.';
