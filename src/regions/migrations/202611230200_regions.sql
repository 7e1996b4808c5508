create schema regions;
comment on schema regions is 'Places of the programme: stable keys, editions of the statistical codes, tiers and flags with their dates.';

create type regions.level as enum ('province', 'city', 'county', 'town', 'village');
create type regions.kind as enum (
  'province', 'city', 'county',
  'street', 'town', 'township', 'ethnic_township', 'farm', 'forest_farm', 'zone', 'prison', 'other_unit',
  'administrative_village', 'residents_committee', 'other_village_unit');
create type regions.tier_name as enum ('key_assistance', 'consolidation', 'demonstration', 'self_included');
create type regions.flag_name as enum (
  'old_revolutionary_base', 'ethnic_area', 'provincial_border',
  'model_village', 'red_village', 'weak_collective_economy', 'weak_organisation', 'formerly_poor_village');
create type regions.change as enum ('added', 'gone', 'renamed', 'corrected', 'rekinded', 'recoded', 'moved', 'merged');
create type regions.confidence as enum ('certain', 'likely', 'uncertain', 'confirmed');

create table regions.edition (
  edition text constraint edition_pkey primary key constraint edition_name check (edition ~ '^[0-9]{4}$'),
  cut_off date not null,
  source text not null,
  sha256 text not null,
  row_count integer not null,
  loaded_at timestamptz not null default now(),
  active_from date
);
comment on table regions.edition is 'A loaded edition of the division registry. Loaded is not active: an edition becomes the tree by an upgrade.';
comment on column regions.edition.active_from is 'First day whose questions use this edition''s tree; null while only loaded for comparison.';

create table regions.region (
  key bigint constraint region_pkey primary key,
  parent bigint constraint region_parent references regions.region (key),
  lo bigint not null,
  hi bigint not null,
  level regions.level not null,
  county char(6) not null,
  valid_from date not null,
  valid_to date,
  constraint region_range check (key between lo and hi),
  constraint region_validity check (valid_to is null or valid_to > valid_from)
);
comment on table regions.region is 'A place with its stable internal key, issued once. A subtree is key between lo and hi.';
comment on column regions.region.key is '12 digits 2-2-2-3-3; equal to the statistical code at first load, never changed afterwards.';
comment on column regions.region.county is 'First six digits of the holder''s key: spreads large facts over machines (440000 the province, 441900 a city without counties).';
comment on column regions.region.valid_to is 'First day the place no longer exists.';
create index region_parent_idx on regions.region (parent, key);
create index region_level_idx on regions.region (level, key);

create table regions.ancestor (
  key bigint not null constraint ancestor_key references regions.region (key),
  ancestor bigint not null constraint ancestor_ancestor references regions.region (key),
  level regions.level not null,
  constraint ancestor_pkey primary key (key, ancestor)
);
comment on table regions.ancestor is 'Every place with itself and each place above it; level is the ancestor''s. Written with the region, from the parent chain.';
create index ancestor_ancestor_idx on regions.ancestor (ancestor, level, key);

create table regions.code (
  edition text not null constraint code_edition references regions.edition (edition) on delete cascade,
  code char(12) not null,
  key bigint,
  parent_code char(12),
  level regions.level not null,
  kind regions.kind not null,
  name text not null,
  pinyin text not null,
  initials text not null,
  warnings text[] not null default '{}',
  valid_from date,
  valid_to date,
  constraint code_pkey primary key (edition, code),
  constraint code_key unique (edition, key),
  constraint code_region foreign key (key) references regions.region (key)
);
comment on table regions.code is 'What an edition publishes of a place: code, name, kind. Keys are filled when the edition becomes active.';
comment on column regions.code.pinyin is 'Syllables without tones or spaces, also the stored Chinese order.';
comment on column regions.code.valid_from is 'First day this row describes the place; null while the edition is only loaded.';
create index code_by_key on regions.code (key, valid_from);
create index code_by_pinyin on regions.code (edition, pinyin text_pattern_ops);
create index code_by_initials on regions.code (edition, initials text_pattern_ops);

create table regions.tier (
  id uuid constraint tier_pkey primary key,
  place_key bigint not null constraint tier_place references regions.region (key),
  city_key bigint not null constraint tier_city references regions.region (key),
  tier regions.tier_name not null,
  valid_from date not null,
  valid_to date,
  document text not null,
  made_up boolean not null,
  recorded_at timestamptz not null default now(),
  constraint tier_validity check (valid_to is null or valid_to > valid_from)
);
comment on table regions.tier is 'Which help a town gets, from when, by which document. A dated attribute: a town may change tier.';
comment on column regions.tier.made_up is 'True where the assignment is not public and was made up for the demonstration.';
comment on column regions.tier.city_key is 'The city as it was when the row was written.';
create index tier_place_idx on regions.tier (place_key, valid_from);

create table regions.flag (
  id uuid constraint flag_pkey primary key,
  place_key bigint not null constraint flag_place references regions.region (key),
  flag regions.flag_name not null,
  valid_from date not null,
  valid_to date,
  document text not null,
  made_up boolean not null,
  recorded_at timestamptz not null default now(),
  constraint flag_validity check (valid_to is null or valid_to > valid_from)
);
comment on table regions.flag is 'Dated marks of a town or village (old revolutionary base, red village, weak organisation ...).';
create index flag_place_idx on regions.flag (place_key, flag);

create table regions.lineage (
  edition text not null constraint lineage_edition references regions.edition (edition),
  change regions.change not null,
  old_key bigint,
  new_key bigint,
  old_code char(12),
  new_code char(12),
  evidence text not null,
  confidence regions.confidence not null,
  recorded_at timestamptz not null default now()
);
comment on table regions.lineage is 'What an upgrade did to places: old and new key and code, why, and how sure.';
create index lineage_old on regions.lineage (old_key);
create index lineage_new on regions.lineage (new_key);

create view regions.place with (security_invoker = true) as
  select r.key, r.parent, r.lo, r.hi, r.level, r.county, c.code, c.kind, c.name, c.pinyin, c.initials, r.valid_from, r.valid_to
  from regions.region r
  join lateral (
    select code, kind, name, pinyin, initials from regions.code
    where key = r.key and valid_from is not null
    order by valid_from desc limit 1
  ) c on true;
comment on view regions.place is 'Each place with its latest published code, name and kind. Places that ended have valid_to.';
