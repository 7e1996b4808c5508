-- Earlier states are filed column by column name, so that a column added to a table needs only be added to its twin.
create or replace function platform.keep_history() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format(
    'insert into %1$I.%2$I select (jsonb_populate_record(null::%1$I.%2$I, $1)).*',
    tg_table_schema, tg_table_name || '_history')
  using to_jsonb(old) || jsonb_build_object('superseded_at', now());
  if tg_op = 'UPDATE' then
    new.recorded_at := now();
    return new;
  end if;
  return old;
end $$;
