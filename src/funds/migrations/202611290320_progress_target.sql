-- How much of a year's money shall be spent by the end of a month.

create table funds.progress_target (
  id uuid constraint progress_target_pkey primary key,
  programme funds.programme not null,
  place_key bigint not null constraint progress_target_place references regions.region (key),
  month integer not null constraint progress_target_month check (month between 1 and 12),
  spent integer not null constraint progress_target_spent check (spent between 1 and 1000),
  valid_from date not null,
  valid_to date,
  document text not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint progress_target_days check (valid_to is null or valid_to > valid_from),
  constraint progress_target_once exclude using gist (programme with =, place_key with =, month with =, daterange(valid_from, valid_to) with &&)
);
comment on table funds.progress_target is 'Dated rule (支出进度要求): in the subtree of place_key, of what was received of a budget year so many parts in a thousand shall be spent by the end of a month; the nearest place above holds. Empty until somebody enters the rule that holds.';
comment on column funds.progress_target.document is 'The document that says so.';
create index entry_of_year_idx on funds.entry (year, programme, place_key);
