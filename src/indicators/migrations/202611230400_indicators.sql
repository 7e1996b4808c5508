create schema indicators;
comment on schema indicators is 'Figures kept ready: increments written with each fact, folded by place and month.';

create table indicators.definition (
  id smallint generated always as identity constraint definition_pkey primary key,
  code text not null,
  fingerprint text not null,
  ready boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint definition_code unique (code)
);
comment on table indicators.definition is 'The short number of an additive indicator in delta and cube, and the fingerprint of the definition its triggers were made from.';
comment on column indicators.definition.ready is 'False until the cube was rebuilt after the definition was new or changed.';

create table indicators.delta (
  indicator smallint not null,
  place bigint not null,
  day date not null,
  d1 text not null,
  d2 text not null,
  d3 text not null,
  value bigint not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
comment on table indicators.delta is 'Increments not yet folded, at the place of the fact, written by generated triggers in the writer''s transaction.';
comment on column indicators.delta.day is 'Business day the increment belongs to.';
create index delta_read on indicators.delta (indicator, place);

create table indicators.cube (
  indicator smallint not null,
  place bigint not null,
  month date not null,
  d1 text not null,
  d2 text not null,
  d3 text not null,
  value bigint not null,
  constraint cube_pkey primary key (indicator, place, month, d1, d2, d3)
);
comment on table indicators.cube is 'Folded increments of every place from the town up, by month and up to three dimensions.';

create table indicators.cube_day (
  indicator smallint not null,
  place bigint not null,
  day date not null,
  d1 text not null,
  d2 text not null,
  d3 text not null,
  value bigint not null,
  constraint cube_day_pkey primary key (indicator, place, day, d1, d2, d3)
);
comment on table indicators.cube_day is 'The same increments by day, for counties and above: the part of a month before an as-of day.';

create table indicators.fold_run (
  at timestamptz not null default now(),
  folded integer not null,
  took_ms integer not null
);
comment on table indicators.fold_run is 'When the fold last ran and how much it took in: how old the backlog is.';
