/** A named moment in the log at which the rows of every table are known: what a restore can be held against. */
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { oneConnection } from '../../db/one-connection.ts';
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
const patience = 500;
const tries = 20;

/**
 * Stops writing for a moment (all tables locked against writers), marks the place in the log, takes a snapshot,
 * lets go, and counts from the snapshot. Undefined when a long write never let the lock be had.
 */
export async function settlePoint(adminUrl: string, name: string): Promise<Point | undefined> {
  const holder = oneConnection(adminUrl);
  const counter = oneConnection(adminUrl);
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

/**
 * Locks all tables. A writer that has a table and wants one we have already would wait for us as we for it: then we
 * let go of all, and ask for the one it had first of all the next time. Tables with triggers are asked for first,
 * because the others are mostly written by those.
 */
async function held(holder: pg.Client, tables: readonly string[]): Promise<boolean> {
  let order = await triggersFirst(holder, tables);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const taken = await lockedBy(holder, order);
    if (taken === undefined) return true;
    order = [taken, ...order.filter((name) => name !== taken)];
    await sleep(patience);
  }
  return false;
}

/** @returns the table that could not be had in time, when there was one; then no lock is held. */
async function lockedBy(holder: pg.Client, tables: readonly string[]): Promise<string | undefined> {
  await holder.query('begin');
  const end = performance.now() + patience;
  for (const name of tables) {
    try {
      await holder.query(
        `set local lock_timeout = ${Math.max(1, Math.round(end - performance.now()))}`,
      );
      await holder.query(`lock table ${name} in share mode`);
    } catch (cause) {
      await holder.query('rollback');
      if ((cause as pg.DatabaseError).code === '55P03') return name; // lock_not_available
      throw cause;
    }
  }
  return undefined;
}

async function triggersFirst(client: pg.Client, tables: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select t.name from unnest($1::text[]) t(name)
     order by exists (select from pg_trigger g where g.tgrelid = t.name::regclass and not g.tgisinternal) desc, 1`,
    [tables],
  );
  return rows.map(({ name }) => name);
}
