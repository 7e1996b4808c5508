-- What a template was taken of travels with its job, into the workbook with the reasons too.

alter table imports.job add column taken jsonb not null default '{}';
comment on column imports.job.taken is 'Ids of what the template it was filled into was taken of, with the state each was in; empty where its sheet has no such mark.';
