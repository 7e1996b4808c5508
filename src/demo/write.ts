// Writing rows as sets: batches as JSON documents, the next one is made ready while PostgreSQL takes the last one in.
import type { Client } from '../platform/db/pool.ts';
import type { Row, Table } from './rows.ts';

export type Progress = (label: string, done: number, total: number) => void;

export interface Writer {
  /** Inserts rows of one shape: the columns are those of the first row. */
  put<T extends Table>(table: T, rows: readonly Row<T>[]): Promise<void>;
  /** Rows written so far, by table. */
  written: Map<string, number>;
}

const BATCH = 4_000;

export function writer(client: Client, onProgress: Progress): Writer {
  const written = new Map<string, number>();
  return {
    written,
    put: async (table, rows) => {
      const [first] = rows;
      if (first === undefined) return;
      const insert = statement(table, Object.keys(first));
      let running: Promise<unknown> = Promise.resolve();
      for (let from = 0; from < rows.length; from += BATCH) {
        const batch = JSON.stringify(rows.slice(from, from + BATCH));
        await running; // one statement at a time on one connection
        onProgress(table, from, rows.length);
        running = client.query(insert, [batch]);
        running.catch(() => {}); // awaited in the next round; a failure there is the one thrown
      }
      await running;
      written.set(table, (written.get(table) ?? 0) + rows.length);
      onProgress(table, rows.length, rows.length);
    },
  };
}

/** Table and columns come from the typed rows of this folder, never from outside. */
function statement(table: string, columns: readonly string[]): string {
  const list = columns.map((column) => `"${column}"`).join(', ');
  return `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::json)`;
}
