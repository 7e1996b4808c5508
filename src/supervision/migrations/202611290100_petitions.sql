-- What the public sends in comes into the register as a petition, to be given to an office by hand.
create function supervision.enter_petition(of_county char, of_id uuid, of_place bigint, of_paper text, of_title text, of_said text, of_day date)
returns void
language sql set search_path = pg_catalog
as $$
  insert into supervision.finding (county, id, place_key, source, paper, title, state, found_on)
  values (of_county, of_id, of_place, 'petition', of_paper, of_title, 'opened', of_day);
  insert into supervision.event (county, id, finding_id, place_key, verb, state, said)
  values (of_county, gen_random_uuid(), of_id, of_place, 'register', 'opened', of_said);
$$;
comment on function supervision.enter_petition is 'Opens a finding for a petition that came in through the public pages. Called by functions of the owner alone.';
revoke execute on function supervision.enter_petition from public;
