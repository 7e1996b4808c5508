create schema reconciliation;
comment on schema reconciliation is 'What the budget system and the banks export, held against the ledger: four results, each explained or corrected.';

create type reconciliation.source_kind as enum ('payment_detail', 'quota_ledger', 'bank_statement');
create type reconciliation.run_state as enum ('in_work', 'finished', 'confirmed', 'discarded');
create type reconciliation.run_verb as enum ('open', 'match', 'pair', 'part', 'explain', 'finish', 'return', 'confirm', 'reopen', 'discard');
create type reconciliation.result as enum ('matched', 'amount_differs', 'ours_only', 'theirs_only', 'ambiguous');
create type reconciliation.basis as enum ('number', 'near', 'person');
create type reconciliation.reason as enum ('in_transit', 'not_yet_paid', 'not_yet_booked', 'recorded_wrongly', 'theirs_wrong', 'other');

create table reconciliation.source (
  id uuid constraint source_pkey primary key,
  place_key bigint not null constraint source_place references regions.region (key),
  name text not null,
  kind reconciliation.source_kind not null,
  mapping jsonb,
  made_up boolean not null default false,
  recorded_by uuid,
  recorded_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
comment on table reconciliation.source is 'Where exports come from: a bank, the budget system. How its columns are read is learned with the first file and remembered.';
comment on column reconciliation.source.mapping is 'Which column says what, the order of a date, the unit of amounts; null until the first file was taken in.';
create unique index source_name on reconciliation.source (place_key, name);

create table reconciliation.import_file (
  id uuid constraint import_file_pkey primary key,
  place_key bigint not null constraint import_file_place references regions.region (key),
  source_id uuid not null constraint import_file_source references reconciliation.source (id),
  name text not null,
  lines integer not null constraint import_file_lines check (lines >= 0),
  left_out integer not null,
  amount bigint not null,
  starts_on date not null,
  ends_on date not null,
  made_up boolean not null default false,
  taken_by uuid,
  taken_at timestamptz not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  reason text,
  constraint import_file_withdrawn check ((withdrawn_at is null) = (reason is null))
);
comment on table reconciliation.import_file is 'One file taken in, whole. A file that was taken back keeps its row and loses its lines.';
comment on column reconciliation.import_file.amount is 'Sum of the lines taken in, in fen.';
comment on column reconciliation.import_file.left_out is 'Lines of the file that had been taken in before.';
create index import_file_place_idx on reconciliation.import_file (place_key, taken_at desc, id);

create table reconciliation.line (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  source_id uuid not null,
  import_id uuid not null,
  row integer not null,
  number text not null,
  dated date not null,
  amount bigint not null,
  payee text not null,
  budget_code text not null,
  purpose text not null,
  nth integer not null,
  constraint line_pkey primary key (county, id),
  constraint line_once unique (county, source_id, dated, number, amount, payee, nth)
);
comment on table reconciliation.line is 'One line of theirs. Amounts in fen; of a bank statement what comes in is positive, what goes out negative.';
comment on column reconciliation.line.row is 'Line of the file, the first one being 1.';
comment on column reconciliation.line.number is 'Number of the voucher or document; empty where the file has none.';
comment on column reconciliation.line.nth is 'Which of the lines of one file that say the same: 1 unless the file repeats itself.';
create index line_import_idx on reconciliation.line (import_id);

create table reconciliation.run (
  id uuid constraint run_pkey primary key,
  place_key bigint not null constraint run_place references regions.region (key),
  source_id uuid not null constraint run_source references reconciliation.source (id),
  programme funds.programme not null,
  starts_on date not null,
  ends_on date not null,
  days_apart integer not null constraint run_days_apart check (days_apart between 0 and 31),
  state reconciliation.run_state not null default 'in_work',
  round integer not null default 0,
  matched_at timestamptz,
  made_up boolean not null default false,
  opened_by uuid,
  opened_at timestamptz not null default now(),
  finished_by uuid,
  confirmed_by uuid,
  changed_at timestamptz not null default now(),
  constraint run_period check (ends_on >= starts_on and ends_on - starts_on < 400),
  constraint run_two_people check (confirmed_by <> finished_by),
  constraint run_confirmed_is_finished check (state <> 'confirmed' or (finished_by is not null and confirmed_by is not null))
);
comment on table reconciliation.run is 'One office''s books of a programme and period held against one source. Confirmed by another person than finished it; then fixed.';
comment on column reconciliation.run.days_apart is 'How many days our entry and their line may lie apart where no number joins them.';
comment on column reconciliation.run.round is 'How often it was matched; items are those of the last time.';
create unique index run_once on reconciliation.run (place_key, source_id, programme, starts_on, ends_on) where state <> 'discarded';
create index run_place_idx on reconciliation.run (place_key, changed_at desc, id);

create table reconciliation.item (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  run_id uuid not null,
  round integer not null,
  result reconciliation.result not null,
  basis reconciliation.basis,
  cluster text not null default '',
  day date not null,
  ours_key text,
  ours_number text,
  ours_on date,
  ours_amount bigint,
  ours_note text,
  ours_entries integer,
  theirs_key text,
  theirs_number text,
  theirs_on date,
  theirs_amount bigint,
  theirs_payee text,
  theirs_lines integer,
  reason reconciliation.reason,
  note text,
  explained_by uuid,
  explained_at timestamptz,
  constraint item_pkey primary key (county, id),
  constraint item_sides check (
    (result in ('matched', 'amount_differs')) = (ours_key is not null and theirs_key is not null)
    and (ours_key is not null or theirs_key is not null)),
  constraint item_difference check (result <> 'matched' or ours_amount = theirs_amount)
);
comment on table reconciliation.item is 'What matching found: a pair, or one side alone. Every entry of ours and every line of theirs of the period is in exactly one. Runs are never deleted, and a reference checked a hundred thousand times costs a fifth of matching.';
comment on column reconciliation.item.cluster is 'What several lines that might belong together have in common; empty where nothing is left to a person.';
comment on column reconciliation.item.ours_key is 'Number and day of our entries: those of one voucher count as one.';
comment on column reconciliation.item.theirs_key is 'Number and day of their lines, or the line itself where it has no number.';
comment on column reconciliation.item.note is 'What the person says to the difference, or why two were paired by hand.';
create index item_run_idx on reconciliation.item (run_id, result, cluster, day, id);

create table reconciliation.ruling (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  run_id uuid not null constraint ruling_run references reconciliation.run (id),
  ours_key text not null,
  theirs_key text not null,
  together boolean not null,
  reason text not null,
  by uuid not null,
  at timestamptz not null default now(),
  constraint ruling_pkey primary key (county, id)
);
comment on table reconciliation.ruling is 'A person paired two by hand or took two apart. The last one counts, and what was ruled on is not matched without a person any more.';
create index ruling_run_idx on reconciliation.ruling (run_id, at);

create table reconciliation.run_event (
  id uuid constraint run_event_pkey primary key,
  run_id uuid not null constraint run_event_run references reconciliation.run (id),
  place_key bigint not null,
  verb reconciliation.run_verb not null,
  state reconciliation.run_state not null,
  reason text,
  by uuid not null,
  at timestamptz not null default now()
);
comment on table reconciliation.run_event is 'What was done to a run, by whom, when and why.';
create index run_event_run_idx on reconciliation.run_event (run_id, at);
