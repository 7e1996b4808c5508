create table funds.recall_rule (
  id uuid constraint recall_rule_pkey primary key,
  programme funds.programme not null,
  months integer not null constraint recall_rule_months check (months between 1 and 240),
  valid_from date not null,
  valid_to date,
  document text not null,
  made_up boolean not null default false,
  recorded_at timestamptz not null default now(),
  constraint recall_rule_days check (valid_to is null or valid_to > valid_from),
  constraint recall_rule_once exclude using gist (programme with =, daterange(valid_from, valid_to) with &&)
);
comment on table funds.recall_rule is 'Dated rule: money of a programme that is not spent so many months after it was first received may be taken back. Empty until somebody enters the rule that holds.';
comment on column funds.recall_rule.months is 'Months from the first receipt on.';
comment on column funds.recall_rule.document is 'The document that says so.';
