-- A document's task list, for whoever has a line of it: the paper it came with is of the office that issued it.
create function funds.tasks_of_document(of_number text)
returns table (name text, binding boolean, target text, "position" integer)
language sql stable security definer set search_path = pg_catalog
as $$
  select t.name, t.binding, t.target, t.position
  from funds.paper p join funds.paper_task t on t.paper_id = p.id
  where p.number = of_number and p.state = 'posted' and p.kind = 'booking' and exists (
    select from funds.entry e where e.document_number = of_number and e.measure = p.measure and teams.in_ranges(e.place_key))
$$;
comment on function funds.tasks_of_document is 'The task list that came with a document of which a line lies in the caller''s ranges; of the paper nothing else.';
revoke execute on function funds.tasks_of_document from public;
grant execute on function funds.tasks_of_document to zz_app;
