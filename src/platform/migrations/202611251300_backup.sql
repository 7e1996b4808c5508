create type platform.backup_kind as enum ('backup', 'drill', 'restore');
create type platform.backup_form as enum ('physical', 'logical');
create type platform.backup_outcome as enum ('running', 'done', 'failed', 'broken_off');

create table platform.backup_run (
  id uuid constraint backup_run_pkey primary key,
  kind platform.backup_kind not null,
  form platform.backup_form not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  outcome platform.backup_outcome not null default 'running',
  folder text not null,
  backup text not null,
  bytes bigint,
  reason jsonb,
  constraint backup_run_has_ended check ((outcome = 'running') = (ended_at is null))
);
create index backup_run_by_start on platform.backup_run (started_at desc);
comment on table platform.backup_run is 'Every backup, restore drill and restore: when, where, how it ended. A restored database also has the rows of the one it was made from.';
comment on column platform.backup_run.form is 'physical: files and log of the embedded cluster. logical: the rows of every table.';
comment on column platform.backup_run.outcome is 'broken_off: its process was killed; found out by the next run.';
comment on column platform.backup_run.folder is 'Where the backups lie.';
comment on column platform.backup_run.backup is 'Name of the backup made (or not, see outcome), tried or restored.';
comment on column platform.backup_run.bytes is 'Size of the backup as stored.';
comment on column platform.backup_run.reason is 'Why it failed, in both languages: {zh, en}.';

comment on table platform.setting is 'One row a setting. today: the domain''s date (null or absent = the clock). demonstration: seed and load time of the made-up data. backup_line: name of this database among backups, new after a restore.';
