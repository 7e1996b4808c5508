/** What a server does about the audit besides adding to it: seals, anchors, removes what is old, checks. One process at a time. */
import type { Client, Pool } from '../../platform/db/pool.ts';
import { anchor } from './anchor.ts';
import { removeOld } from './retention.ts';
import { seal } from './seal.ts';
import type { AuditSettings } from './settings.ts';

const sealEveryMs = 60_000;
const checkEveryHours = 24;

/** What the verifier found, as the page shows it. */
export interface Checked {
  sound: boolean;
  rows: number;
  young: number;
  /** The first bad row; undefined when there is none. */
  finding?: { what: string } | undefined;
}

export interface Watching {
  settings: AuditSettings;
  /** The verifier, which shares no code with this. */
  check: (stopping: AbortSignal) => Promise<Checked>;
  onProblem: (line: string) => void;
}

/** Seals and anchors every minute and checks once a day, until stopped. @returns stop, which waits for work under way */
export function watchAudit(jobs: Pool, watching: Watching): () => Promise<void> {
  const stopping = new AbortController();
  let wake = () => {};
  const told = new Set<string>();
  const done = (async () => {
    while (!stopping.signal.aborted) {
      const problems = await once(jobs, watching, stopping.signal).catch((error: Error) => [
        `audit: ${error.message}`,
      ]);
      if (stopping.signal.aborted) return;
      for (const line of problems) if (!told.has(line)) watching.onProblem(line);
      told.clear();
      for (const line of problems) told.add(line);
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, sealEveryMs).unref();
      });
    }
  })();
  return async () => {
    stopping.abort();
    wake();
    await done;
  };
}

/** One turn. @returns what an operator must know */
async function once(
  jobs: Pool,
  { settings, check }: Watching,
  stopping: AbortSignal,
): Promise<string[]> {
  const problems = await sealAndAnchor(jobs, settings);
  if (problems === null || !(await checkIsDue(jobs))) return problems ?? [];
  const checked = await check(stopping);
  await keepCheck(jobs, checked);
  return checked.sound
    ? problems
    : [...problems, `audit: ${toldOf(checked)}; run zhuzhen audit verify`];
}

/** Seals, anchors when due, removes what is old. @returns problems; null when another process is at it */
export async function sealAndAnchor(
  jobs: Pool,
  settings: AuditSettings,
  now: { atOnce?: boolean } = {},
): Promise<string[] | null> {
  return alone(jobs, async (client) => {
    const { missing } = await seal(client, settings.algorithm);
    const problems = await anchor(client, settings, now);
    await removeOld(client, settings.keepYears);
    return [
      ...missing.map(({ county, day, n }) => `audit: row ${county} ${day} ${n} is missing`),
      ...problems.map((line) => `audit: ${line}`),
    ];
  });
}

const toldOf = ({ finding }: Checked): string =>
  finding?.what === 'anchor_elsewhere'
    ? 'the anchor directory belongs to another database, so that nothing was proven'
    : 'the check found what was not written so';

async function alone<T>(jobs: Pool, work: (client: Client) => Promise<T>): Promise<T | null> {
  const client = await jobs.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock(7260) as mine',
    );
    if (!rows[0]?.mine) return null;
    try {
      return await work(client);
    } finally {
      await client.query('select pg_advisory_unlock(7260)').catch((error: Error) => {
        broken = error; // a broken connection holds no lock, and must not be lent again
      });
    }
  } finally {
    client.release(broken);
  }
}

async function checkIsDue(jobs: Pool): Promise<boolean> {
  const { rows } = await jobs.query<{ due: boolean }>(
    `select not exists (select from access.audit_check where at > now() - make_interval(hours => $1)) as due`,
    [checkEveryHours],
  );
  return rows[0]?.due === true;
}

export async function keepCheck(jobs: Pool, checked: Checked): Promise<void> {
  await jobs.query(
    'insert into access.audit_check (at, sound, rows, young, finding) values (clock_timestamp(), $1, $2, $3, $4)',
    [
      checked.sound,
      checked.rows,
      checked.young,
      checked.finding ? JSON.stringify(checked.finding) : null,
    ],
  );
}
