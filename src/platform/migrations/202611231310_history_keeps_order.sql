-- now() is the start of a transaction: of two that change one row after another, the second may have begun first. Its
-- state would then be known before the one it replaced, and both would hold at once. A state never begins before the
-- one it follows.
create or replace function platform.keep_history() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  at timestamptz := greatest(now(), old.recorded_at);
begin
  execute format(
    'insert into %1$I.%2$I select (jsonb_populate_record(null::%1$I.%2$I, $1)).*',
    tg_table_schema, tg_table_name || '_history')
  using to_jsonb(old) || jsonb_build_object('superseded_at', at);
  if tg_op = 'UPDATE' then
    new.recorded_at := at;
    return new;
  end if;
  return old;
end $$;
