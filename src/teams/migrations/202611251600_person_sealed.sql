-- Identity number and mobile number of a person, sealed by the application (decision 0025): PostgreSQL never sees either.

alter table teams.person
  add column id_number bytea,
  add column id_number_index bytea,
  add column phone bytea,
  add column phone_index bytea,
  add constraint person_id_number_whole check ((id_number is null) = (id_number_index is null)),
  add constraint person_phone_whole check ((phone is null) = (phone_index is null)),
  add constraint person_id_number_once unique (id_number_index);
comment on column teams.person.id_number is 'Resident identity number (GB 11643), sealed for this row and column.';
comment on column teams.person.id_number_index is 'Keyed hash of the identity number, for exact search and for nobody being entered twice.';
comment on column teams.person.phone is 'Mobile number, sealed for this row and column.';
comment on column teams.person.phone_index is 'Keyed hash of the mobile number, for exact search. Two people may share one.';
create index person_phone_idx on teams.person (phone_index) where phone_index is not null;

create table teams.person_history (like teams.person, superseded_at timestamptz not null);
comment on table teams.person_history is 'Earlier states of people; sealed values stay sealed, for the row they came from.';
create index person_history_id on teams.person_history (id);

-- A new key seals every value anew: nothing about the person has changed. Only the owner's own session may say so; the
-- application calls functions of the owner, but its session is never the owner's.
create trigger keep_history before update or delete on teams.person for each row
  when (not (session_user = 'zz_owner' and coalesce(current_setting('zz.sealing_anew', true), '') = 'yes'))
  execute function platform.keep_history();

-- Scope: any signed-in caller who knows the number; answers yes or no, as the unique constraint does.
create function teams.id_number_taken(indexes bytea[], but_not uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select nullif(current_setting('app.actor', true), '') is not null
    and exists (select from teams.person p where p.id_number_index = any (indexes) and p.id <> but_not)
$$;
comment on function teams.id_number_taken is 'Whether somebody else, in any county, has this number under any key: yes or no only.';
revoke execute on function teams.id_number_taken from public;
grant execute on function teams.id_number_taken to zz_app;
