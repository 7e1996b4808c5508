create schema imports;
comment on schema imports is 'Spreadsheets people fill in and send: looked at whole, previewed, taken in all or nothing, taken back while nothing hangs on them.';

create type imports.state as enum ('uploaded', 'parsed', 'validated', 'previewed', 'committed', 'discarded', 'undone');

create table imports.job (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  kind text not null constraint job_kind check (kind ~ '^[a-z_]+\.[a-z_]+$'),
  version integer,
  state imports.state not null default 'uploaded',
  name text not null,
  sha256 char(64) constraint job_file check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null constraint job_size check (size > 0),
  lines integer not null default 0,
  faulty integer not null default 0,
  created integer not null default 0,
  changed integer not null default 0,
  amount numeric(20) not null default 0,
  preview jsonb not null default '[]',
  by uuid not null,
  uploaded_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  committed_by uuid,
  committed_at timestamptz,
  undone_by uuid,
  undone_at timestamptz,
  constraint job_pkey primary key (county, id),
  constraint job_committed check ((state in ('committed', 'undone')) = (committed_at is not null)),
  constraint job_undone check ((state = 'undone') = (undone_at is not null))
);
comment on table imports.job is 'A spreadsheet sent by an office, from its upload to what became of it. Moves by the verbs of rules.ts alone.';
comment on column imports.job.place_key is 'The office.';
comment on column imports.job.kind is 'Which sheet it is, as the room that takes it in names it.';
comment on column imports.job.version is 'Version of the template it was filled into.';
comment on column imports.job.sha256 is 'The workbook as it was sent, in the store of files; null once the job was discarded.';
comment on column imports.job.lines is 'Filled lines below the heads.';
comment on column imports.job.faulty is 'Lines with a reason against them.';
comment on column imports.job.created is 'Things that are new by it.';
comment on column imports.job.changed is 'Things that are changed by it.';
comment on column imports.job.amount is 'Fen of all its things.';
comment on column imports.job.preview is 'The first things it holds: name, amount, amount before.';
create index job_id_idx on imports.job (id);
create index job_of_place_idx on imports.job (place_key, changed_at desc, id desc);
create index job_sha256_idx on imports.job (sha256);

create table imports.line (
  county char(6) not null,
  job_id uuid not null,
  place_key bigint not null,
  n integer not null constraint line_number check (n > 0),
  cells jsonb not null,
  problems jsonb,
  constraint line_pkey primary key (county, job_id, n),
  constraint line_job foreign key (county, job_id) references imports.job (county, id)
);
comment on table imports.line is 'A line of a job that is not decided yet; gone when it is.';
comment on column imports.line.n is 'Its number in the sheet.';
comment on column imports.line.cells is 'As they were written, in the order of the columns of its kind.';
comment on column imports.line.problems is 'What is wrong with it: column, code, what the words are filled with.';
create index line_faulty_idx on imports.line (county, job_id, n) where problems is not null;

create table imports.made (
  county char(6) not null,
  job_id uuid not null,
  place_key bigint not null,
  position integer not null constraint made_position check (position >= 0),
  object_id uuid not null,
  seen text not null,
  before jsonb,
  constraint made_pkey primary key (county, job_id, position),
  constraint made_once unique (county, job_id, object_id),
  constraint made_job foreign key (county, job_id) references imports.job (county, id)
);
comment on table imports.made is 'What a job made or changed: by it the job is taken back.';
comment on column imports.made.object_id is 'Id of the thing in its own room.';
comment on column imports.made.seen is 'The state it was left in; what changed since is not taken back.';
comment on column imports.made.before is 'What it said before; null for what is new.';
