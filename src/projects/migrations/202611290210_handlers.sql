alter table projects.project add column handler uuid;
comment on column projects.project.handler is 'Account of the town in charge 经办人; who registered it until it is transferred 移交经办.';
update projects.project set handler = registered_by;
