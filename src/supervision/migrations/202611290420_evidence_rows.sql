alter table supervision.finding add column evidence_rows integer not null default 0;
comment on column supervision.finding.evidence_rows is 'How many rows the rule rests on; evidence keeps the first of them.';
update supervision.finding set evidence_rows = jsonb_array_length(evidence);
comment on column supervision.finding.decided_rows is 'How many rows it rested on at the last decision.';
