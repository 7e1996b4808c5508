create schema evidence;
comment on schema evidence is 'Evidence packages 审计取数包: what was taken out of the books for an auditor or an office, when, by whom and under which notice.';

create table evidence.package (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null constraint package_place references regions.region (key),
  taken_by uuid not null,
  seat_key bigint not null,
  notices jsonb not null default '[]',
  cut_off timestamptz not null,
  sha256 char(64) not null constraint package_named check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null constraint package_bytes check (bytes > 0),
  files jsonb not null default '[]',
  taken_at timestamptz not null default clock_timestamp(),
  constraint package_pkey primary key (county, id)
);
comment on table evidence.package is 'A package that was taken: its contents are not kept, its SHA-256 and index are.';
comment on column evidence.package.seat_key is 'Office of who took it.';
comment on column evidence.package.notices is 'Notices it was taken under: id, number, organ. Empty where an office took its own.';
comment on column evidence.package.cut_off is 'Instant of the one snapshot every file of it was read from.';
comment on column evidence.package.files is 'Its index: name, rows, bytes and SHA-256 of each file.';
create index package_place_idx on evidence.package (place_key, taken_at desc, id);
