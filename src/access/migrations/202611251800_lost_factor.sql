-- A second factor whose recovery codes are lost too: one administrator asks to take it away, another does.

alter type access.grant_kind add value 'factor';
-- As text: the new value cannot be named before this transaction ends.
alter table access.grant_request
  add column why text constraint grant_request_why check (length(btrim(why)) between 2 and 200),
  add constraint grant_request_factor check ((kind::text = 'factor') = (why is not null));
comment on column access.grant_request.why is 'Why a second factor is to be taken away; of every other kind nothing.';
comment on table access.grant_request is 'Role and place a system administrator asks for an account, or that its second factor be taken away, and what a security administrator decided.';
