-- Batches, requirements and sizes are entered through the product, so that an installation without the demonstration can work.

alter table teams.batch
  add column recorded_at timestamptz not null default now(),
  add column recorded_by uuid,
  add constraint batch_name unique (name),
  add constraint batch_dates check (ends_on is null or ends_on > starts_on);
comment on column teams.batch.ends_on is 'First day no longer in the batch, by plan; the next batch begins before it, at hand-over.';
create table teams.batch_history (like teams.batch, superseded_at timestamptz not null);
comment on table teams.batch_history is 'Earlier states of batches.';
create trigger keep_history before update or delete on teams.batch for each row execute function platform.keep_history();

-- A rule or size is never changed: it ends, and another begins.
alter table teams.requirement
  add column recorded_by uuid,
  add constraint requirement_dates check (valid_to is null or valid_to > valid_from);
comment on column teams.requirement.valid_to is 'First day the rule no longer holds.';

alter table teams.limit_value
  add column recorded_at timestamptz not null default now(),
  add column recorded_by uuid,
  add constraint limit_value_dates check (valid_to is null or valid_to > valid_from),
  add constraint limit_value_one_at_a_time exclude using gist (
    name with =, (coalesce(place_key, 0)) with =, daterange(valid_from, valid_to) with &&);
comment on column teams.limit_value.valid_to is 'First day the size no longer holds.';
