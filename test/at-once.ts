/** Two deeds at once, so that it is known which of them stands behind the other. */
import { expect, vi } from 'vitest';
import type { TestDatabase } from './database.ts';
import type { Answer } from './people.ts';

/**
 * Each deed has a connection of its own. The first has written what it writes and is kept from its audit row; the second
 * stands behind it, as the database itself says; then both go on.
 */
export async function oneBehindTheOther(
  { owner }: TestDatabase,
  first: () => Promise<Answer>,
  second: () => Promise<Answer>,
): Promise<[Answer, Answer]> {
  // Asked outside a transaction: within one, what backends do is read once and kept.
  const behind = (pid: number) =>
    vi.waitFor(
      async () => {
        const { rows } = await owner.query<{ pid: number }>(
          'select pid from pg_stat_activity where $1::integer = any (pg_blocking_pids(pid))',
          [pid],
        );
        expect(rows, 'nobody waits').toHaveLength(1);
        return rows[0]?.pid ?? 0;
      },
      { timeout: 10_000, interval: 10 },
    );
  const gate = await owner.connect();
  const answers: Promise<Answer>[] = [];
  try {
    await gate.query('begin');
    await gate.query('lock table access.audit in share mode');
    const { rows } = await gate.query<{ pid: number }>('select pg_backend_pid() as pid');
    answers.push(first());
    const ahead = await behind(rows[0]?.pid ?? 0);
    answers.push(second());
    await behind(ahead);
  } finally {
    await gate.query('rollback');
    gate.release();
  }
  return Promise.all(answers) as Promise<[Answer, Answer]>; // one of each
}
