-- Proofs of the books (平衡校验) that somebody ran over a place.

create table funds.check_run (
  id uuid constraint check_run_pkey primary key,
  place_key bigint not null constraint check_run_place references regions.region (key),
  entries bigint not null,
  broken integer not null,
  ran_at timestamptz not null default clock_timestamp(),
  ran_by uuid not null
);
comment on table funds.check_run is 'One proof of the books of a place: how many entries it looked at and how many rules did not hold.';
create index check_run_latest_idx on funds.check_run (place_key, ran_at desc);

create table funds.check_result (
  run_id uuid not null constraint check_result_run references funds.check_run (id),
  place_key bigint not null,
  rule text not null,
  count integer not null,
  first_row text,
  found text,
  wanted text,
  constraint check_result_pkey primary key (run_id, rule)
);
comment on table funds.check_result is 'What a rule of the proof found: how many rows break it, and the first of them with what it says and should say.';
