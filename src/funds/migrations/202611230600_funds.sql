create schema funds;
comment on schema funds is 'Management ledger of the programme''s money. It records and reconciles; it never pays.';

create type funds.measure as enum ('due', 'issued', 'remitted', 'received', 'committed', 'spent');
create type funds.payer as enum ('central', 'province', 'assisting_city', 'assisted_city', 'county', 'own_city', 'enterprise', 'donor', 'bank');
create type funds.source as enum ('central_fund', 'provincial_fund', 'assisting_city_fund', 'local_city_fund', 'county_fund', 'named_city_fund', 'self_raised', 'donation', 'credit');
create type funds.programme as enum ('special_fund', 'self_included_fund', 'named_city_fund', 'self_raised');
create type funds.level as enum ('province', 'city', 'county', 'town');
create type funds.instrument as enum ('rule', 'fiscal_document', 'remittance', 'quota_notice', 'contract', 'treasury_receipt', 'bank_receipt');
create type funds.holder as enum ('payer', 'place');

create table funds.document (
  id uuid constraint document_pkey primary key,
  number text not null,
  title text not null,
  payer funds.payer not null,
  payer_key bigint not null constraint document_payer references regions.region (key),
  programme funds.programme not null,
  measure funds.measure not null,
  year integer not null,
  amount bigint not null constraint document_amount check (amount > 0),
  function_code text,
  budget_code text,
  issued_on date not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint document_number unique (number)
);
comment on table funds.document is 'A fiscal or remittance document of a payer: number, date, amount in fen. Its lines are the entries that carry its number.';
comment on column funds.document.function_code is 'Budget function code 功能科目.';
comment on column funds.document.budget_code is 'Budget project code 预算项目编码.';

create table funds.share (
  id uuid constraint share_pkey primary key,
  programme funds.programme not null,
  place_key bigint not null constraint share_place references regions.region (key),
  payer funds.payer not null,
  weight integer not null constraint share_weight check (weight > 0),
  average bigint not null constraint share_average check (average > 0),
  valid_from date not null,
  valid_to date,
  document text not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now()
);
comment on table funds.share is 'Dated rule: in the subtree of place_key, of average fen a town and year, payer bears weight parts of the sum of weights. Rows, not constants.';

create table funds.account (
  county char(6) not null,
  id uuid not null,
  holder funds.holder not null,
  place_key bigint not null,
  payer_key bigint,
  source funds.source not null,
  programme funds.programme not null,
  measure funds.measure not null,
  year integer not null,
  guarded boolean not null,
  balance bigint not null default 0,
  constraint account_pkey primary key (county, id),
  constraint account_identity unique nulls not distinct (county, holder, place_key, payer_key, source, programme, measure, year),
  constraint account_not_overdrawn check (not guarded or balance >= 0)
);
comment on table funds.account is 'Holder x source x programme x measure x year. The payer''s side is an account per county, so one posting touches one county.';
comment on column funds.account.guarded is 'True for money that was really received: it can''t be spent twice.';

create table funds.entry (
  county char(6) not null,
  id uuid not null,
  place_key bigint not null,
  debit_account uuid not null,
  credit_account uuid not null,
  amount bigint not null constraint entry_amount check (amount <> 0),
  measure funds.measure not null,
  payer funds.payer not null,
  payer_key bigint not null,
  source funds.source not null,
  level funds.level not null,
  programme funds.programme not null,
  instrument funds.instrument not null,
  year integer not null,
  document_number text not null,
  booked_on date not null,
  note text,
  reverses uuid,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  recorded_by uuid,
  constraint entry_pkey primary key (county, id),
  constraint entry_two_sides check (debit_account <> credit_account),
  constraint entry_reverses_once unique (county, reverses),
  constraint entry_reversal_negative check ((reverses is null) = (amount > 0)),
  constraint entry_debit foreign key (county, debit_account) references funds.account (county, id),
  constraint entry_credit foreign key (county, credit_account) references funds.account (county, id),
  constraint entry_reversed foreign key (county, reverses) references funds.entry (county, id)
);
comment on table funds.entry is 'A double entry: amount in fen moves from the credit to the debit account, under one measure. Never changed; corrected by a reversal (negative amount).';
comment on column funds.entry.payer_key is 'Which province, city or county pays.';
comment on column funds.entry.source is 'Whose money it is; apart from payer and level, never derived from them.';
comment on column funds.entry.level is 'Level of the books the entry stands in.';
comment on column funds.entry.year is 'Budget year the money belongs to; booked_on is the business date.';
create index entry_place_idx on funds.entry (place_key, booked_on);
create index entry_read_idx on funds.entry (measure, booked_on);
create index entry_document_idx on funds.entry (document_number);
