/** Anchoring: what was sealed since the last time is written outside the database, where its administrator may not reach. */
import type { Client } from '../../platform/db/pool.ts';
import {
  type AnchoredSeal,
  append,
  type Line,
  lastLine,
  lineOf,
  linesAfter,
  makeOwn,
} from './anchor-files.ts';
import { claim, homeOf } from './anchor-home.ts';
import type { Algorithm } from './chain.ts';
import type { AuditSettings } from './settings.ts';

/** Seals of a line at most. */
const most = 1_000;

interface Last {
  sequence: number;
  hash: string;
}

/**
 * Appends a line to every directory when one is due.
 * @returns what an operator must know: directories that could not be written, files that know more than the database
 * @throws Error when no directory could be written
 */
export async function anchor(
  client: Client,
  settings: AuditSettings,
  { atOnce = false }: { atOnce?: boolean } = {},
): Promise<string[]> {
  const kept = await lastKept(client);
  if (!atOnce && kept && !kept.due) return [];
  const problems: string[] = [];
  const { states, leader } = await directories(client, settings, problems);
  const from = kept?.sequence ?? 0;
  if (leader?.last && leader.last.anchor.sequence > from)
    problems.push(...(await adopt(client, leader.dir, from, settings)));
  let last: Last = { sequence: from, hash: kept?.hash ?? '-' };
  if (leader?.last && leader.last.anchor.sequence >= from)
    last = { sequence: leader.last.anchor.sequence, hash: leader.last.hash.toString('hex') };
  let behind = states;
  for (;;) {
    const { at, seals } = await unanchored(client);
    const line = lineOf({
      format: 'zhuzhen-anchor-1',
      sequence: last.sequence + 1,
      at,
      algorithm: settings.algorithm,
      previous: last.hash,
      seals,
    });
    behind = await writeTo(behind, leader, line, problems);
    if (behind.length === 0) throw new Error(`no anchor could be written: ${problems.join('; ')}`);
    await keep(client, line, settings.anchorMinutes);
    last = { sequence: last.sequence + 1, hash: line.hash.toString('hex') };
    if (seals.length < most) return problems;
  }
}

interface State {
  dir: string;
  last: Line | null;
}

/** The directories of this database that can be read, and the one that knows most. */
async function directories(
  client: Client,
  { anchorDirs, ownDir }: AuditSettings,
  problems: string[],
): Promise<{ states: State[]; leader: State | null }> {
  const states: State[] = [];
  const home = await homeOf(client);
  for (const dir of anchorDirs) {
    try {
      if (dir === ownDir) await makeOwn(dir);
      const last = await lastLine(dir);
      await claim(client, dir, home, last);
      states.push({ dir, last });
    } catch (error) {
      problems.push(`${dir}: ${(error as Error).message}`);
    }
  }
  const sequence = ({ last }: State) => last?.anchor.sequence ?? 0;
  const [leader] = states.filter((s) => s.last).sort((a, b) => sequence(b) - sequence(a));
  return { states, leader: leader ?? null };
}

/** Writes the line, and before it what a directory missed. @returns directories that now have it */
async function writeTo(
  states: readonly State[],
  leader: State | null,
  line: Line,
  problems: string[],
): Promise<State[]> {
  const written: State[] = [];
  for (const state of states) {
    try {
      const has = state.last?.anchor.sequence ?? 0;
      if (leader && leader.dir !== state.dir && has < line.anchor.sequence - 1)
        for await (const missed of linesAfter(leader.dir, has))
          if (missed.anchor.sequence < line.anchor.sequence) await append(state.dir, missed);
      await append(state.dir, line);
      written.push({ dir: state.dir, last: line });
    } catch (error) {
      problems.push(`${state.dir}: ${(error as Error).message}`);
    }
  }
  return written;
}

/**
 * Lines the database does not know: those of a crash after writing hold what the database holds and are taken over.
 * Others were written by a database that knew more than this one, and stay as they are: the verifier names what is gone.
 */
async function adopt(
  client: Client,
  dir: string,
  after: number,
  settings: AuditSettings,
): Promise<string[]> {
  for await (const line of linesAfter(dir, after)) {
    const { rows } = await client.query<{ same: boolean }>(
      `select coalesce(bool_and(s.hash is not distinct from decode(w.hash, 'hex')), true) as same
       from jsonb_to_recordset($1::jsonb) w(county text, day date, upto bigint, hash text)
       left join access.audit_seal s on s.county = w.county and s.day = w.day and s.upto_n = w.upto`,
      [JSON.stringify(line.anchor.seals)],
    );
    if (!rows[0]?.same)
      return [
        `anchor ${line.anchor.sequence} in ${dir} holds rows the database does not: it was set back or changed; run zhuzhen audit verify`,
      ];
    await keep(client, line, settings.anchorMinutes);
  }
  return [];
}

async function lastKept(client: Client): Promise<(Last & { due: boolean }) | null> {
  const { rows } = await client.query<{ sequence: string; hash: string; due: boolean }>(
    `select sequence, encode(hash, 'hex') as hash, due_at <= now() as due from access.audit_anchor order by sequence desc limit 1`,
  );
  const [row] = rows;
  return row ? { ...row, sequence: Number(row.sequence) } : null;
}

async function unanchored(client: Client): Promise<{ at: string; seals: AnchoredSeal[] }> {
  const { rows } = await client.query<Omit<AnchoredSeal, 'upto'> & { upto: string; at: string }>(
    `select county, day::text as day, upto_n as upto, encode(hash, 'hex') as hash, algorithm, encode(marks, 'hex') as marks
     from access.audit_seal where anchor is null order by county, day, upto_n limit ${most}`,
  );
  const now = await client.query<{ at: string }>('select clock_timestamp() as at');
  const seals = rows.map(({ county, day, upto, hash, algorithm, marks }) => ({
    ...{ county, day, upto: Number(upto), hash },
    algorithm: algorithm as Algorithm, // a constraint of the table
    marks,
  }));
  return { at: now.rows[0]?.at ?? '', seals };
}

/** The database hears of a line that is on the disk. */
async function keep(client: Client, { anchor, hash }: Line, minutes: number): Promise<void> {
  await client.query('begin');
  try {
    await client.query(
      `insert into access.audit_anchor (sequence, at, due_at, hash, algorithm)
       values ($1, $2, $2::timestamptz + make_interval(mins => $3), $4, $5)`,
      [anchor.sequence, anchor.at, minutes, hash, anchor.algorithm],
    );
    await client.query(
      `update access.audit_seal s set anchor = $1
       from jsonb_to_recordset($2::jsonb) w(county text, day date, upto bigint)
       where s.county = w.county and s.day = w.day and s.upto_n = w.upto`,
      [
        anchor.sequence,
        JSON.stringify(anchor.seals.map(({ county, day, upto }) => ({ county, day, upto }))),
      ],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
