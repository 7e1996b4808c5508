/** A named moment in the log at which the rows of every table are known: what a restore can be held against. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { countRows, type TableRows, tablesOf } from '../tables-of.ts';

export interface Point {
  name: string;
  at: string;
  rows: TableRows[];
}

/**
 * Writers wait this long at most. PostgreSQL looks for a deadlock after a second, and would break off one of
 * the two: we have let go before.
 */
const patience = '700ms';
const tries = 12;

/**
 * Stops writing for a moment (all tables locked against writers), marks the place in the log, takes a snapshot,
 * lets go, and counts from the snapshot. Undefined when a long write never let the lock be had.
 */
export async function settlePoint(adminUrl: string, name: string): Promise<Point | undefined> {
  const holder = new pg.Client({ connectionString: adminUrl });
  const counter = new pg.Client({ connectionString: adminUrl });
  await Promise.all([holder.connect(), counter.connect()]);
  try {
    const tables = await tablesOf(counter);
    if (!(await held(holder, tables))) return undefined;
    await counter.query('begin isolation level repeatable read read only');
    await counter.query('select pg_current_snapshot()');
    const { rows } = await holder.query<{ at: Date }>(
      'select clock_timestamp() as at, pg_create_restore_point($1)',
      [name],
    );
    await holder.query('commit');
    const at = rows[0]?.at.toISOString() ?? '';
    return { name, at, rows: await countRows(counter, tables) };
  } finally {
    await Promise.all([holder.end(), counter.end()]);
  }
}

async function held(holder: pg.Client, tables: readonly string[]): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    await holder.query('begin');
    try {
      await holder.query(`set local statement_timeout = '${patience}'`);
      await holder.query(`lock table ${tables.join(', ')} in share mode`);
      return true;
    } catch (cause) {
      await holder.query('rollback');
      if ((cause as pg.DatabaseError).code !== '57014') throw cause; // query_canceled: out of patience
      if (attempt === tries) return false;
      await sleep(1_000);
    }
  }
}
