-- Which database this is, for the files its audit is anchored in: a directory of another one is neither written nor judged by.

create table access.audit_home (
  id uuid constraint audit_home_pkey primary key default gen_random_uuid(),
  one boolean not null default true constraint audit_home_one unique constraint audit_home_is_one check (one)
);
comment on table access.audit_home is 'One row: the name of this database beside its anchors. A restored database keeps it, as it keeps its anchors.';
comment on column access.audit_home.one is 'Keeps the table at one row.';
insert into access.audit_home default values;
