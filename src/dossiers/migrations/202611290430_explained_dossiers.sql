alter table dossiers.dossier add column hints jsonb not null default '[]', add column explanation text;
comment on column dossiers.dossier.hints is 'What the rules of supervision said of the request when it was put together: rule, amount, facts, whether a finding of it was decided.';
comment on column dossiers.dossier.explanation is 'What was said to these hints.';
