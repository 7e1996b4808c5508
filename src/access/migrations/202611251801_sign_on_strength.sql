-- What an ID token must say so that a sign-on counts as two factors; with neither, ours is owed after it.
alter table access.provider
  add column acr text[] not null default '{}',
  add column amr text[] not null default '{}';
comment on column access.provider.acr is 'Classes of authentication (acr), one of which the ID token must name for the sign-on to count as two factors.';
comment on column access.provider.amr is 'Methods of authentication (amr), all of which the ID token must name for the sign-on to count as two factors.';
