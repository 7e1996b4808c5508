create schema subsidies;
comment on schema subsidies is 'Rewards and subsidies 奖补 of projects to households: applied for, checked, noticed, listed, paid by a bank in batches. It registers what the bank answers; it never pays.';

create type subsidies.award_state as enum ('applied', 'refused', 'checked', 'listed', 'paid', 'failed', 'discarded');
create type subsidies.batch_state as enum ('listed', 'checked', 'answered', 'paid', 'discarded');
create type subsidies.result as enum ('paid', 'failed');

create table subsidies.award (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  village_key bigint not null,
  head text not null,
  item text not null,
  standard bigint not null constraint award_standard check (standard > 0),
  quantity integer not null constraint award_quantity check (quantity > 0),
  amount bigint not null constraint award_amount check (amount > 0),
  account_tail char(4) not null constraint award_tail check (account_tail ~ '^[0-9]{4}$'),
  state subsidies.award_state not null default 'applied',
  reason text,
  registered_by uuid,
  checked_by uuid,
  checked_on date,
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint award_pkey primary key (county, id),
  constraint award_two_people check (checked_by <> registered_by),
  constraint award_project foreign key (county, project_id) references projects.project (county, id)
);
comment on table subsidies.award is 'What one household gets of a project, for one item. The identity number is not kept; of its account the last four digits.';
comment on column subsidies.award.head is 'Head of the household as the application has the name: rare characters stay as they are.';
comment on column subsidies.award.standard is 'Fen for one unit.';
comment on column subsidies.award.quantity is 'Hundredths of a unit.';
comment on column subsidies.award.registered_by is 'Who entered or last changed it; somebody else checks it.';
comment on column subsidies.award.checked_on is 'Since when it may be noticed; a corrected name or account after a failure keeps it.';
comment on column subsidies.award.reason is 'Why it was refused or discarded, or what the bank said of the last try.';
create index award_id_idx on subsidies.award (id);
create index award_of_project_idx on subsidies.award (county, project_id, village_key, id);

create table subsidies.batch (
  county char(6) not null,
  id uuid not null,
  project_id uuid not null,
  place_key bigint not null,
  number integer not null,
  state subsidies.batch_state not null default 'listed',
  count integer not null constraint batch_count check (count > 0),
  amount bigint not null constraint batch_amount check (amount > 0),
  sha256 char(64),
  paid_count integer,
  paid_amount bigint,
  request_id uuid,
  made_on date not null,
  made_by uuid,
  checked_on date,
  checked_by uuid,
  answered_on date,
  answered_by uuid,
  changed_at timestamptz not null default now(),
  made_up boolean not null default false,
  constraint batch_pkey primary key (county, id),
  constraint batch_number unique (county, project_id, number),
  constraint batch_two_people check (checked_by <> made_by),
  constraint batch_request_once unique (county, request_id),
  constraint batch_paid_on check (state <> 'paid' or request_id is not null or made_up),
  constraint batch_checked check (state in ('listed', 'discarded') or sha256 is not null),
  constraint batch_project foreign key (county, project_id) references projects.project (county, id),
  constraint batch_request foreign key (county, request_id) references projects.request (county, id)
);
comment on table subsidies.batch is 'A list of payments 发放清册: made by one person, checked by another, then the file a bank pays by; its answer is taken in line by line.';
comment on column subsidies.batch.sha256 is 'SHA-256 of the bank file, fixed when the list is checked.';
comment on column subsidies.batch.paid_amount is 'Fen the bank paid; what failed is no expenditure.';
comment on column subsidies.batch.request_id is 'The request for payment made for this list alone: named when the list is checked, paid by the receipt of the batch. Free again where it is discarded, or nobody was paid.';
create index batch_id_idx on subsidies.batch (id);

create table subsidies.batch_line (
  county char(6) not null,
  id uuid not null,
  batch_id uuid not null,
  award_id uuid not null,
  place_key bigint not null,
  position integer not null,
  head text not null,
  village text not null,
  item text not null,
  account_tail char(4) not null,
  amount bigint not null,
  result subsidies.result,
  reason text,
  constraint batch_line_pkey primary key (county, id),
  constraint batch_line_once unique (county, batch_id, position),
  constraint batch_line_award_once unique (county, batch_id, award_id),
  constraint batch_line_batch foreign key (county, batch_id) references subsidies.batch (county, id),
  constraint batch_line_award foreign key (county, award_id) references subsidies.award (county, id)
);
comment on table subsidies.batch_line is 'One payment of a batch as it was listed, and what the bank said of it.';
create index batch_line_of_award_idx on subsidies.batch_line (county, award_id);

create function subsidies.follow_request() returns trigger
language plpgsql set search_path = pg_catalog
as $$
begin
  update subsidies.batch b set changed_at = clock_timestamp(),
    state = case when b.state = 'paid' then 'answered' else b.state end,
    request_id = case when new.state <> 'discarded' then b.request_id end
  where b.county = new.county and b.request_id = new.id;
  return null;
end
$$;
comment on function subsidies.follow_request is 'A batch whose receipt is taken back waits for another one; a request that is discarded is its no more.';
revoke execute on function subsidies.follow_request from public;
