create type regions.verdict as enum ('accept', 'reject');
create type regions.decided_by as enum ('person', 'command', 'first_start', 'demonstration');

create table regions.decision (
  id uuid constraint decision_pkey primary key,
  older text not null constraint decision_older references regions.edition (edition),
  newer text not null constraint decision_newer references regions.edition (edition),
  change text not null constraint decision_change check (change ~ '^[0-9]{12}>[0-9]{12}$'),
  verdict regions.verdict not null,
  decided_by regions.decided_by not null,
  account uuid,
  name text,
  reason text,
  recorded_at timestamptz not null default clock_timestamp(),
  constraint decision_of_person check (
    decided_by <> 'person' or (account is not null and name <> '' and reason is not null and btrim(reason) <> ''))
);
comment on table regions.decision is 'What was said of an uncertain change between the edition in force and a later one. Append only: the last of a change counts, those before are its history.';
comment on column regions.decision.change is 'Old code > new code, as the comparison names it.';
comment on column regions.decision.verdict is 'accept: it is so, the place goes on; reject: the old place is gone and the new one is another.';
comment on column regions.decision.decided_by is 'A person on the page, or what accepted everything open at once: the command, the first start, the demonstration.';
comment on column regions.decision.name is 'The person as called on that day; null where no person decided.';
create index decision_of_change on regions.decision (older, newer, change, recorded_at desc);
