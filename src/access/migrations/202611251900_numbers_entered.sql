-- Whether a number is somebody's is told to who enters it: entering is counted as searching is.
alter type access.look_kind add value 'entry';
comment on column access.look.person_id is 'teams.person whose value it was; null where a search found nobody, and where a number was entered.';
