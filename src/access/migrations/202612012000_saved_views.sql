create table access.saved_view (
  id uuid constraint saved_view_pkey primary key,
  account_id uuid not null constraint saved_view_account references access.account (id) on delete cascade,
  page text not null,
  name text not null,
  search jsonb not null,
  saved_at timestamptz not null default now(),
  constraint saved_view_once unique (account_id, page, name)
);
comment on table access.saved_view is 'Filters of a page that an account keeps under a name: the page''s address without what is the same on every page but the place.';
