create schema policy;
comment on schema policy is 'Policy documents and, later, the duties that come of them.';
create type policy.document_kind as enum ('main_supporting', 'opinion', 'measure', 'notice');
create type policy.openness as enum ('public', 'on_request', 'internal');

create table policy.document (
  id uuid constraint document_pkey primary key,
  place_key bigint not null constraint document_place references regions.region (key),
  number text,
  title text not null,
  issuer text not null,
  kind policy.document_kind not null,
  openness policy.openness not null,
  issued_on date not null,
  ends_on date,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint document_number unique (number),
  constraint document_dates check (ends_on is null or ends_on > issued_on)
);
comment on table policy.document is 'A policy document: number, title, date and openness; the text itself is never kept when unpublished. place_key: the place it governs.';
create index document_place_idx on policy.document (place_key);
