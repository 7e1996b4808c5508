create schema teams;
comment on schema teams is 'Who is stationed where: organisations, people, pairings, teams, batches, postings.';
create extension if not exists btree_gist;

create type teams.organisation_kind as enum (
  'party_government', 'public_institution', 'state_enterprise', 'private_enterprise', 'university', 'hospital', 'bank',
  'social_organisation', 'chamber');
create type teams.organisation_level as enum ('central', 'provincial', 'city', 'county');
create type teams.pairing_kind as enum ('designated', 'society', 'city_to_city', 'organ_to_county', 'group_to_town');
create type teams.duty_kind as enum ('people', 'money', 'matters');
create type teams.category as enum ('cadre', 'graduate_service', 'agri_tech_agent', 'finance_assistant', 'volunteer');
create type teams.role as enum ('captain', 'deputy_captain', 'member', 'first_secretary', 'specialist', 'volunteer');
create type teams.sex as enum ('female', 'male');
create type teams.education as enum ('secondary', 'college', 'bachelor', 'master', 'doctor');
create type teams.rank as enum ('section_member', 'deputy_section_head', 'section_head', 'deputy_division_head', 'division_head', 'professional');
create type teams.end_reason as enum ('term_completed', 'rotation', 'transferred', 'promoted', 'illness', 'resigned', 'retired', 'disciplinary', 'entered_in_error');

create table teams.organisation (
  id uuid constraint organisation_pkey primary key,
  name text not null,
  pinyin text not null,
  credit_code text,
  kind teams.organisation_kind not null,
  level teams.organisation_level not null,
  home_key bigint not null constraint organisation_home references regions.region (key),
  successor_id uuid constraint organisation_successor references teams.organisation (id),
  valid_from date not null,
  valid_to date,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint organisation_credit_code unique (credit_code),
  constraint organisation_not_own_successor check (successor_id is distinct from id)
);
comment on table teams.organisation is 'A sending unit. Units rename and merge: the old row ends and names its successor, so nobody is counted twice.';
comment on column teams.organisation.credit_code is 'Unified social credit code, GB 32100; a bad check digit warns, it does not block.';
create index organisation_pinyin on teams.organisation (pinyin text_pattern_ops);

create table teams.person (
  id uuid constraint person_pkey primary key,
  place_key bigint not null constraint person_place references regions.region (key),
  name text not null constraint person_name_form check (length(btrim(name)) between 1 and 80),
  pinyin text not null,
  sex teams.sex not null,
  born_in integer constraint person_born check (born_in between 1930 and 2020),
  education teams.education,
  rank teams.rank,
  party_member boolean not null default false,
  skills text[] not null default '{}',
  home_unit_id uuid constraint person_unit references teams.organisation (id),
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
comment on table teams.person is 'A cadre, specialist or volunteer. The composer of teams lives on age, education, rank, skills and earlier postings.';
comment on column teams.person.place_key is 'The place that keeps the person''s record (the town they were last posted to).';
create index person_place_idx on teams.person (place_key);
create index person_name_idx on teams.person (name, home_unit_id);

create table teams.batch (
  id uuid constraint batch_pkey primary key,
  name text not null,
  number integer not null,
  starts_on date not null,
  ends_on date,
  constraint batch_number unique (number)
);
comment on table teams.batch is 'A rotation of teams, three years in principle; batches overlap at hand-over.';

create table teams.team (
  id uuid constraint team_pkey primary key,
  place_key bigint not null constraint team_place references regions.region (key),
  city_key bigint not null,
  county_key bigint not null,
  name text not null,
  place_kind regions.kind not null,
  tier regions.tier_name,
  formed_on date not null,
  dissolved_on date,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint team_dates check (dissolved_on is null or dissolved_on > formed_on),
  constraint team_one_a_place exclude using gist (place_key with =, daterange(formed_on, dissolved_on) with &&)
);
comment on table teams.team is 'The one standing team of a town-level place.';
comment on column teams.team.place_kind is 'Kind of the place when the team was formed.';
comment on column teams.team.county_key is 'The place right above the town; the city where a city has no counties.';
create index team_place_idx on teams.team (place_key);

create table teams.team_unit (
  id uuid constraint team_unit_pkey primary key,
  team_id uuid not null constraint team_unit_team references teams.team (id),
  place_key bigint not null,
  organisation_id uuid not null constraint team_unit_organisation references teams.organisation (id),
  lead boolean not null,
  starts_on date not null,
  ends_on date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint team_unit_once exclude using gist (team_id with =, organisation_id with =, daterange(starts_on, ends_on) with &&),
  constraint team_unit_one_lead exclude using gist (team_id with =, daterange(starts_on, ends_on) with &&) where (lead)
);
comment on table teams.team_unit is 'The group of units behind a team: one lead unit and its members, dated.';
create index team_unit_place on teams.team_unit (place_key);
create index team_unit_organisation_idx on teams.team_unit (organisation_id);

create table teams.posting (
  id uuid constraint posting_pkey primary key,
  place_key bigint not null constraint posting_place references regions.region (key),
  village_key bigint constraint posting_village references regions.region (key),
  team_id uuid not null constraint posting_team references teams.team (id),
  person_id uuid not null constraint posting_person references teams.person (id),
  organisation_id uuid constraint posting_organisation references teams.organisation (id),
  batch_id uuid not null constraint posting_batch references teams.batch (id),
  category teams.category not null,
  role teams.role not null,
  main boolean not null default true,
  town_post text,
  starts_on date not null,
  due_on date,
  ends_on date,
  end_reason teams.end_reason,
  end_note text,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint posting_dates check (ends_on is null or ends_on >= starts_on),
  constraint posting_end check ((ends_on is null) = (end_reason is null)),
  constraint posting_first_secretary_village check (role <> 'first_secretary' or village_key is not null),
  constraint posting_one_main exclude using gist (person_id with =, daterange(starts_on, ends_on) with &&) where (main),
  constraint posting_one_captain exclude using gist (team_id with =, daterange(starts_on, ends_on) with &&) where (role = 'captain')
);
comment on table teams.posting is 'A person stationed: unit, team, village, role, from when to when. One main posting of a person at a time, anywhere.';
comment on column teams.posting.main is 'A first secretary''s post in the own team is a second post (false): the person counts once.';
comment on column teams.posting.ends_on is 'First day no longer in post.';
comment on column teams.posting.due_on is 'When the rotation is due by plan.';
comment on column teams.posting.town_post is 'Post held in the town, e.g. deputy party secretary.';
create index posting_place_idx on teams.posting (place_key, starts_on);
create index posting_team_idx on teams.posting (team_id);
create index posting_person_idx on teams.posting (person_id);
create index posting_organisation_idx on teams.posting (organisation_id);
create index posting_due_idx on teams.posting (due_on) where ends_on is null;

create table teams.pairing (
  id uuid constraint pairing_pkey primary key,
  kind teams.pairing_kind not null,
  place_key bigint not null constraint pairing_place references regions.region (key),
  helper_place_key bigint constraint pairing_helper_place references regions.region (key),
  organisation_id uuid constraint pairing_organisation references teams.organisation (id),
  lead boolean not null default false,
  starts_on date not null,
  ends_on date,
  document text not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint pairing_one_helper check ((helper_place_key is null) <> (organisation_id is null)),
  constraint pairing_dates check (ends_on is null or ends_on > starts_on)
);
comment on table teams.pairing is 'Who helps whom, from when, by which document: place_key is helped, helper_place_key or organisation_id helps.';
create index pairing_place_idx on teams.pairing (place_key);
create index pairing_organisation_idx on teams.pairing (organisation_id);

create table teams.duty (
  id uuid constraint duty_pkey primary key,
  pairing_id uuid not null constraint duty_pairing references teams.pairing (id),
  place_key bigint not null,
  kind teams.duty_kind not null,
  promise text not null,
  fulfilled text,
  fulfilled_on date,
  recorded_at timestamptz not null default now(),
  recorded_by uuid
);
comment on table teams.duty is 'What a pairing owes (people, money, matters) and what was done of it.';
create index duty_pairing_idx on teams.duty (pairing_id);

create table teams.requirement (
  id uuid constraint requirement_pkey primary key,
  place_key bigint not null constraint requirement_place references regions.region (key),
  tiers regions.tier_name[] not null default '{}',
  kinds regions.kind[] not null default '{}',
  role teams.role not null,
  at_least integer not null constraint requirement_at_least check (at_least > 0),
  valid_from date not null,
  valid_to date,
  document text not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now()
);
comment on table teams.requirement is 'Dated rule: in the subtree of place_key, towns of these tiers or kinds (empty = any) must have a team with so many people in a role. Vacancy counts against these rows only.';

create table teams.posting_history (like teams.posting, superseded_at timestamptz not null);
create table teams.team_history (like teams.team, superseded_at timestamptz not null);
create table teams.team_unit_history (like teams.team_unit, superseded_at timestamptz not null);
create table teams.pairing_history (like teams.pairing, superseded_at timestamptz not null);
comment on table teams.posting_history is 'Earlier states of postings.';
comment on table teams.team_history is 'Earlier states of teams.';
comment on table teams.team_unit_history is 'Earlier states of the groups of units.';
comment on table teams.pairing_history is 'Earlier states of pairings.';
create index posting_history_id on teams.posting_history (id);
create index team_history_id on teams.team_history (id);
create trigger keep_history before update or delete on teams.posting for each row execute function platform.keep_history();
create trigger keep_history before update or delete on teams.team for each row execute function platform.keep_history();
create trigger keep_history before update or delete on teams.team_unit for each row execute function platform.keep_history();
create trigger keep_history before update or delete on teams.pairing for each row execute function platform.keep_history();
