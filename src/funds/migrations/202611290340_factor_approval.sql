-- Factor values move money: what one person enters another approves.

alter table funds.factor_value add column batch uuid;
alter table funds.factor_value add column approved_by uuid;
alter table funds.factor_value add column approved_at timestamptz;
alter table funds.factor_value add column discarded_at timestamptz;
alter table funds.factor_value add column office_key bigint constraint factor_value_office references regions.region (key);
alter table funds.factor_value add constraint factor_value_two_people check (approved_by <> recorded_by);
comment on table funds.factor_value is 'A town''s villages, rural population, lifted-out people (persons) or performance (points) of a year, and the document that says so. Values that were entered together count once a second person of the office approved them; the one recorded last counts, and a year without one has the latest before.';
comment on column funds.factor_value.batch is 'What was entered together; null for what was there before approval was asked.';
create index factor_value_waiting_idx on funds.factor_value (office_key, batch) where approved_at is null and discarded_at is null and batch is not null;
