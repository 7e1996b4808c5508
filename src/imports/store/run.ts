/**
 * Writes what a job's lines say with the functions of the room it belongs to. A check is the same, taken back: what it
 * finds is what the room would refuse, and nothing else.
 */
import { createHash } from 'node:crypto';
import type { Client } from '../../platform/db/pool.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { checker } from '../../platform/http/shape.ts';
import { newId } from '../../platform/new-id.ts';
import type { Problem } from '../../platform/sheets/description.ts';
import { type Gathered, gatherer } from '../../platform/sheets/gather.ts';
import type {
  Known,
  LineFault,
  LineFaults,
  SheetKind,
  Written,
} from '../../platform/sheets/kind.ts';
import type { PreviewThing } from '../contract.ts';
import { mostShown } from '../rules.ts';
import type { Job } from './job.ts';
import { addProblems, clearProblems, linesOf } from './lines.ts';

export interface Ran {
  things: number;
  created: number;
  changed: number;
  amount: bigint;
  preview: PreviewThing[];
  made: (Written & { id: string })[];
  /** Digest of what was there before, as it then was. */
  found: string;
  /** Lines' numbers with what the room refuses of them. */
  problems: Map<number, Problem[]>;
}

/** Reads the cells of all lines; what is wrong with them is noted beside them. */
export async function gather(
  client: Client,
  caller: Caller,
  job: Job,
  kind: SheetKind,
): Promise<Gathered[]> {
  const lists = (await kind.lists?.(client, caller)) ?? {};
  const { add, things } = gatherer(kind, lists);
  await clearProblems(client, job);
  for await (const some of linesOf(client, job)) {
    const found = new Map<number, Problem[]>();
    for (const { n, cells } of some) {
      const problems = add(n, cells);
      if (problems.length > 0) found.set(n, problems);
    }
    await addProblems(client, job, found);
  }
  return things();
}

interface Ready {
  of: Gathered;
  said: never;
}

/** Writes every sound thing on its own savepoint; goes on after a refusal, so that all are found in one pass. */
export async function runAll(
  client: Client,
  caller: Caller,
  { taken }: Pick<Job, 'taken'>,
  kind: SheetKind,
  things: readonly Gathered[],
  today: string,
): Promise<Ran> {
  const ran: Ran = {
    ...{ things: things.length, created: 0, changed: 0, amount: 0n },
    ...{ preview: [], made: [], found: '', problems: new Map() },
  };
  const ready = readyOf(kind, caller, things, ran.problems);
  const known = await kind.known(
    client,
    caller,
    ready.map(({ said }) => said),
  );
  ran.found = digestOf(known);
  await client.query('savepoint thing');
  for (const [at, { of, said }] of ready.entries()) {
    const there = known[at] ?? null;
    const id = there?.id ?? newId();
    const done = await written(client, caller, kind, { id, said, known: there, today });
    // Told beside everything else that is wrong; who sends what stands already writes over nothing.
    const older =
      kind.taken &&
      there &&
      taken[there.id] !== there.seen &&
      !('untouched' in done || 'refusal' in done);
    if (older) note(ran.problems, of.n, { column: kind.sameIn[0] ?? null, code: olderCode });
    if ('refusal' in done) {
      refused(ran.problems, kind, of, done.refusal);
      continue;
    }
    if ('faults' in done) {
      for (const fault of done.faults) faulty(ran.problems, of, fault);
      continue;
    }
    if (!of.sound || older) continue;
    ran.made.push({ ...done, id });
    count(ran, kind, of, { said, known: there, before: done.before });
  }
  return ran;
}

/** Things that are there already, in the order of the sheet, with the states they are in. */
const digestOf = (known: readonly (Known | null)[]): string =>
  createHash('sha256')
    .update(JSON.stringify(known.map((one) => one && [one.id, one.seen])))
    .digest('hex');

const olderCode = 'imports.problem.older';

function readyOf(
  kind: SheetKind,
  caller: Caller,
  things: readonly Gathered[],
  problems: Ran['problems'],
): Ready[] {
  const check = checker(kind.shape);
  const ready: Ready[] = [];
  for (const thing of things) {
    if (!thing.sound && !kind.linesAlone) continue;
    const of = { ...thing, lines: thing.lines.filter(({ sound }) => sound) };
    if (of.lines.length === 0) continue;
    // What is said once is said on the first line, also where another cell of it is wrong.
    const once = kind.columns.flatMap(({ key, line }) =>
      line ? [] : [[key, thing.lines[0]?.values[key] ?? null] as const],
    );
    const read = kind.saidOf(
      of.lines.map(({ values }, at) =>
        at === 0 ? { ...values, ...Object.fromEntries(once) } : values,
      ),
      caller,
    );
    if ('problem' in read) {
      problems.set(of.n, [read.problem]);
      continue;
    }
    const wrong = check(read.said);
    if (!of.sound && wrong.length > 0) continue; // what is missing is said already
    for (const { path } of wrong.slice(0, 20)) {
      const parts = path.split('/').slice(1);
      const index = Number(parts.find((part) => /^\d+$/.test(part)) ?? 0);
      const name = parts.at(-1) ?? '';
      const column = kind.columnOf?.[name] ?? name;
      note(problems, of.lines[index]?.n ?? of.n, {
        column: kind.columns.some(({ key }) => key === column) ? column : null,
        code: 'imports.problem.shape',
      });
    }
    if (wrong.length === 0) ready.push({ of, said: read.said as never }); // the kind's own, see sheetKind
  }
  return ready;
}

async function written(
  client: Client,
  caller: Caller,
  kind: SheetKind,
  thing: { id: string; said: never; known: Known | null; today: string },
): Promise<Written | LineFaults | { refusal: Refusal }> {
  try {
    const made = await kind.write(client, caller, thing);
    const ends = 'faults' in made ? 'rollback to' : 'release';
    await client.query(`${ends} savepoint thing; savepoint thing`);
    return made;
  } catch (error) {
    const refusal = refusalFrom(error, kind);
    if (!refusal) throw error;
    await client.query('rollback to savepoint thing');
    return { refusal };
  }
}

export function refusalFrom(error: unknown, { constraints }: SheetKind): Refusal | null {
  if (error instanceof Refusal) return error.status < 500 ? error : null;
  const constraint = (error as { constraint?: string }).constraint;
  const code = constraint ? constraints[constraint] : undefined;
  return code ? new Refusal(code) : null;
}

function refused(problems: Ran['problems'], kind: SheetKind, of: Gathered, refusal: Refusal): void {
  const { code, params } = refusal;
  faulty(problems, of, {
    line: Number(params.line ?? 0), // some name the line of the paper they are about
    column: kind.refusedAt?.[code] ?? null,
    code: refusal instanceof Absent ? 'imports.problem.absent' : code,
    params,
  });
}

/** Says it beside the line it is about, by the number that line has in its sheet; of none, beside the first. */
function faulty(
  problems: Ran['problems'],
  of: Gathered,
  { line, params, ...problem }: LineFault,
): void {
  const at = of.lines[line - 1]?.n;
  const said = { ...problem, params: { ...params, ...(at ? { line: at } : {}) } };
  note(problems, at ?? of.n, said);
}

function note(problems: Ran['problems'], n: number, problem: Problem): void {
  const some = problems.get(n);
  if (some) some.push(problem);
  else problems.set(n, [problem]);
}

function count(
  ran: Ran,
  kind: SheetKind,
  of: Gathered,
  { said, known, before }: { said: never; known: Known | null; before: unknown },
): void {
  const { name, amount } = kind.told(said);
  const changes = known !== null && !kind.newOn;
  if (changes) ran.changed += 1;
  else ran.created += 1;
  ran.amount += BigInt(amount ?? '0');
  if (ran.preview.length >= mostShown) return;
  ran.preview.push({
    ...{ n: of.n, name, amount, lines: of.lines.length, changes },
    amountBefore: before === null ? null : kind.told(before as never).amount, // its own write made it
  });
}

/** Keeps what a job made, to take it back by. */
export async function keepMade(client: Client, job: Job, made: Ran['made']): Promise<void> {
  await client.query(
    `insert into imports.made (county, job_id, place_key, position, object_id, seen, before)
     select $1, $2, $3, m.position - 1, m.id, m.seen, m.before
     from unnest($4::uuid[], $5::text[], $6::text[]::jsonb[]) with ordinality m (id, seen, before, position)`,
    [
      job.county,
      job.id,
      job.office,
      made.map(({ id }) => id),
      made.map(({ seen }) => seen),
      made.map(({ before }) => (before === null ? null : JSON.stringify(before))),
    ],
  );
}

/**
 * Takes back what a job made, the last first; all or nothing.
 * @throws Refusal when something hangs on one of them by now, it was changed since, or the caller may not.
 */
export async function takeBackAll(
  client: Client,
  caller: Caller,
  job: Job,
  kind: SheetKind,
  today: string,
): Promise<number> {
  const { rows } = await client.query<{ id: string; seen: string; before: unknown; n: number }>(
    `select object_id as id, seen, before, position + 1 as n from imports.made
     where county = $1 and job_id = $2 order by position desc`,
    [job.county, job.id],
  );
  const reason = `撤销批量导入：${job.name}`.slice(0, 400);
  for (const { n, ...made } of rows) {
    try {
      await kind.takeBack(client, caller, { ...made, today, reason });
    } catch (error) {
      const refusal = refusalFrom(error, kind);
      if (!refusal || kind.undoneBy?.refusals.includes(refusal.code)) throw error;
      throw new Refusal('imports.refusal.depends', { n, count: rows.length }, 409);
    }
  }
  return rows.length;
}
