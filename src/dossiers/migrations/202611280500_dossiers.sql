create schema dossiers;
comment on schema dossiers is 'Scans of a project''s papers, and the dossier 送审资料 of a request for payment put together from them in the county''s order.';

create type dossiers.file_type as enum ('pdf', 'jpeg', 'png');
create type dossiers.file_class as enum ('internal', 'personal');

create table dossiers.file (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  project_id uuid not null,
  contract_id uuid,
  request_id uuid,
  document_id uuid,
  kind projects.document_kind not null,
  title text not null,
  number text,
  dated date not null,
  name text not null,
  sha256 char(64) not null constraint file_named check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null constraint file_size check (size > 0),
  type dossiers.file_type not null,
  class dossiers.file_class not null default 'internal',
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default now(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  withdrawn_because text,
  replaced_by uuid,
  constraint file_pkey primary key (county, id),
  constraint file_serves_one check (contract_id is null or request_id is null),
  constraint file_withdrawn check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_because is null)),
  constraint file_replaced check (replaced_by is null or withdrawn_at is not null),
  constraint file_project foreign key (county, project_id) references projects.project (county, id),
  constraint file_contract foreign key (county, contract_id) references projects.contract (county, id),
  constraint file_request foreign key (county, request_id) references projects.request (county, id),
  constraint file_document foreign key (county, document_id) references projects.document (county, id)
);
comment on table dossiers.file is 'A scan of a paper of a project. Its contents lie under the data directory by their SHA-256; the same scan serves every dossier that asks for its kind.';
comment on column dossiers.file.contract_id is 'Set when it serves the requests of this contract alone; with neither contract nor request it serves the whole project.';
comment on column dossiers.file.request_id is 'Set when it serves this request alone: an invoice, a statement of progress.';
comment on column dossiers.file.document_id is 'The paper of the project it is a scan of, where that is registered.';
comment on column dossiers.file.name is 'What the file was called by who sent it.';
comment on column dossiers.file.size is 'Bytes.';
comment on column dossiers.file.type is 'Told from its first bytes, not from its name.';
comment on column dossiers.file.class is 'personal: it shows data of persons, and goes into no copy for the public.';
create unique index file_once on dossiers.file (county, project_id, kind, sha256, coalesce(contract_id, project_id), coalesce(request_id, project_id))
  where withdrawn_at is null;
create index file_of_project_idx on dossiers.file (county, project_id) where withdrawn_at is null;
create index file_id_idx on dossiers.file (id);
create index file_sha256_idx on dossiers.file (sha256);

create table dossiers.checklist (
  id uuid constraint checklist_pkey primary key,
  place_key bigint not null,
  request_kind projects.request_kind not null,
  valid_from date not null,
  valid_to date,
  basis text not null,
  by uuid,
  recorded_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint checklist_valid check (valid_to is null or valid_to > valid_from),
  constraint checklist_once exclude using gist (place_key with =, request_kind with =, daterange(valid_from, valid_to) with &&)
);
comment on table dossiers.checklist is 'Dated rule: what an office asks for with a kind of request. Where it set none, the standard list of rules.ts holds. Not scoped: a town must see what the office above it asks for.';
comment on column dossiers.checklist.place_key is 'The office that set it: the place above the towns it holds for.';
comment on column dossiers.checklist.basis is 'Document it rests on.';

create table dossiers.checklist_item (
  checklist_id uuid not null constraint checklist_item_of references dossiers.checklist,
  position integer not null constraint checklist_item_position check (position >= 0),
  kind projects.document_kind not null,
  required boolean not null,
  constraint checklist_item_pkey primary key (checklist_id, position),
  constraint checklist_item_once unique (checklist_id, kind)
);
comment on table dossiers.checklist_item is 'A kind of paper a checklist asks for, in the order in which the office wants it.';

create table dossiers.dossier (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  project_id uuid not null,
  request_id uuid not null,
  sha256 char(64) not null constraint dossier_named check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null constraint dossier_size check (size > 0),
  pages integer not null constraint dossier_pages check (pages > 0),
  made_by uuid not null,
  made_at timestamptz not null default now(),
  constraint dossier_pkey primary key (county, id),
  constraint dossier_request foreign key (county, request_id) references projects.request (county, id)
);
comment on table dossiers.dossier is 'A dossier that was put together: by its SHA-256 it can be proved what left the house.';
create index dossier_of_request_idx on dossiers.dossier (county, request_id, made_at);
create index dossier_id_idx on dossiers.dossier (id);
create index dossier_sha256_idx on dossiers.dossier (sha256);

create table dossiers.dossier_part (
  county char(6) not null,
  dossier_id uuid not null,
  position integer not null constraint dossier_part_position check (position >= 0),
  place_key bigint not null,
  file_id uuid not null,
  sha256 char(64) not null,
  first_page integer not null constraint dossier_part_first check (first_page > 0),
  pages integer not null constraint dossier_part_pages check (pages > 0),
  constraint dossier_part_pkey primary key (county, dossier_id, position),
  constraint dossier_part_of foreign key (county, dossier_id) references dossiers.dossier (county, id),
  constraint dossier_part_file foreign key (county, file_id) references dossiers.file (county, id)
);
comment on table dossiers.dossier_part is 'A scan in a dossier: where it begins, how long it is, and what its contents were.';
create index dossier_part_of_file_idx on dossiers.dossier_part (county, file_id);
