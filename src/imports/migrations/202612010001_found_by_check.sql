-- What is taken in is held against what its check found, not against the instant the check ended.

alter table imports.job add column found char(64) constraint job_found check (found ~ '^[0-9a-f]{64}$');
comment on column imports.job.found is 'Digest of what its check found there already, each with the state it was in; empty before a check.';
