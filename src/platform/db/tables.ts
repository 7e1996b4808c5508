/** What the manifest says of a table: how it would be spread, how it is scoped, what the application may do. */

/** distributed: by county, large facts. reference: whole on every machine. local: this database only. */
export type TableClass = 'distributed' | 'reference' | 'local';

export interface TableRule {
  class: TableClass;
  /** Column whose value must lie in the caller's ranges, or the reason why rows have no scope. */
  scope: { column: string } | { none: string };
  /** What zz_app may do; append = select and insert. */
  app: 'none' | 'read' | 'append' | 'write' | 'write_delete';
  /** What zz_jobs may do beside reading. */
  jobs?: 'append' | 'write';
}

export type TableManifest = Record<string, TableRule>;

/** A scoped table of the usual kind: rows belong to place_key. */
export const placed = (tableClass: TableClass, app: TableRule['app']): TableRule => ({
  class: tableClass,
  scope: { column: 'place_key' },
  app,
});
