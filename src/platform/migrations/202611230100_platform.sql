create schema if not exists platform;
comment on schema platform is 'What every room needs and no room owns: settings and the keeping of history.';

create table platform.setting (
  name text constraint setting_pkey primary key,
  value jsonb not null,
  recorded_at timestamptz not null default now()
);
comment on table platform.setting is 'One row a setting. today: the domain''s date (null or absent = the clock). demonstration: seed and load time of the made-up data.';

-- A case (posting, team, pairing ...) keeps every earlier state of its row: the table named X has a twin X_history
-- with the same columns and superseded_at. "As known on" reads both.
create function platform.keep_history() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('insert into %I.%I select ($1).*, now()', tg_table_schema, tg_table_name || '_history') using old;
  if tg_op = 'UPDATE' then
    new.recorded_at := now();
    return new;
  end if;
  return old;
end $$;
comment on function platform.keep_history() is 'Row trigger, before update or delete: files the old row under <table>_history, stamps the new one.';
