create table reconciliation.brought_again (
  county char(6) not null,
  line_id uuid not null,
  import_id uuid not null,
  place_key bigint not null,
  row integer not null,
  constraint brought_again_pkey primary key (county, line_id, import_id),
  constraint brought_again_line foreign key (county, line_id) references reconciliation.line (county, id)
);
comment on table reconciliation.brought_again is 'A line that a later file brought as well: it stays as long as one of its files stands.';
comment on column reconciliation.brought_again.row is 'Line of that file, the first one being 1.';
create index brought_again_import_idx on reconciliation.brought_again (import_id);

alter table reconciliation.run add column parts jsonb not null default '[]';
comment on column reconciliation.run.parts is 'Items counted and summed by result and reason, as the list of runs shows them; kept with every change of the items.';
update reconciliation.run r set parts = coalesce((
  select jsonb_agg(to_jsonb(p) order by p.result, p.reason) from (
    select result, reason, count(*)::integer as count, coalesce(sum(ours_amount), 0)::text as ours,
      coalesce(sum(theirs_amount), 0)::text as theirs
    from reconciliation.item i where i.run_id = r.id group by result, reason) p), '[]');

create index item_in_order_idx on reconciliation.item (run_id, cluster, day, id);
comment on index reconciliation.item_in_order_idx is 'The list of a run in its order; item_run_idx is for one result of it.';
