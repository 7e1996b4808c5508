/** Jobs of imports: sent, read, checked, taken in whole, taken back whole. */

import { rm } from 'node:fs/promises';
import type { Words } from '../../kit/words.ts';
import type { Client, Pool } from '../../platform/db/pool.ts';
import { inScope } from '../../platform/db/scope.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { classifiedIn } from '../../platform/http/classified.ts';
import {
  type Caller,
  Classified,
  type Endpoint,
  endpoint,
  Refusal,
} from '../../platform/http/endpoint.ts';
import type { SheetKind, Taken } from '../../platform/sheets/kind.ts';
import { type Line, readBeside } from '../../platform/sheets/reading/beside.ts';
import { limits, type Read } from '../../platform/sheets/reading/limits.ts';
import { mark, placed, takenIn } from '../../platform/sheets/template.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, cursorParts, limitOf, paged } from '../../teams/store/paging.ts';
import * as contract from '../contract.ts';
import { kindOf, kinds } from '../kinds.ts';
import { mustHaveKind } from '../may.ts';
import { reasonOf } from '../reasons.ts';
import { mostFileBytes } from '../rules.ts';
import {
  addJob,
  type Job,
  jobFor,
  jobsUnder,
  jobToMove,
  mayUndo,
  moveJob,
  rowOf,
} from '../store/job.ts';
import { addProblems, countFaulty, dropLines, faultyLines, putLines } from '../store/lines.ts';
import { gather, keepMade, type Ran, runAll, takeBackAll } from '../store/run.ts';

const read = { method: 'GET', permission: 'imports.write' } as const;
const write = { method: 'POST', permission: 'imports.write' } as const;
/** Much work: ten at once, then one in five seconds. */
const cost = 60;
const objectOf = (job: Job) => ({ object: `import ${job.id}`, place: job.office });

export const jobRoutes = (means: { pool: Pool; files: FileStore; words: Words }): Endpoint[] => [
  endpoint({
    ...read,
    url: '/api/imports/kinds',
    summary: { zh: '可导入的表', en: 'Sheets that can be taken in' },
    reply: { 200: contract.Kinds },
    handle: async ({ caller, lang }) => ({
      rows: kinds
        .filter(({ permission }) => caller.permissions.has(permission))
        .map(({ code, version, name, about, mostThings }) => ({
          ...{ code, version, name: name[lang], about: about[lang], mostThings },
          mostLines: limits.lines,
        })),
    }),
  }),
  endpoint({
    ...read,
    url: '/api/imports/jobs',
    summary: { zh: '导入记录', en: 'Jobs of imports' },
    query: contract.JobQuery,
    reply: { 200: contract.JobRows },
    handle: async ({ client, caller, query, lang }) => {
      const { lo, hi } = await placeFor(client, caller, query.place);
      const limit = limitOf(query);
      const before = beforeInstant(query);
      const found = await jobsUnder(client, caller, { lo, hi, before, limit });
      const { rows, next } = paged(found, limit, (last) => `${last.changedAt}~${last.id}`);
      return { rows: rows.map((job) => rowOf(job, kindOf(job.kind), caller, lang)), next };
    },
  }),
  endpoint({
    ...read,
    url: '/api/imports/jobs/:id',
    summary: { zh: '一次导入', en: 'One job' },
    params: IdParams,
    reply: { 200: contract.JobPage },
    handle: async ({ client, caller, params, lang }) => {
      const job = await jobFor(client, caller, params.id);
      const { version, preview } = job;
      const kind = kindOf(job.kind);
      const undoNote = kind?.undoneBy?.note[lang] ?? null;
      const newName = kind?.newOn?.[lang] ?? null;
      return { ...rowOf(job, kind, caller, lang), version, preview, newName, undoNote };
    },
  }),
  endpoint({
    ...read,
    url: '/api/imports/jobs/:id/problems',
    summary: { zh: '有问题的行', en: 'Lines with something wrong' },
    params: IdParams,
    query: contract.ProblemQuery,
    reply: { 200: contract.ProblemRows },
    handle: async ({ client, caller, params, query, lang }) => {
      const job = await jobFor(client, caller, params.id);
      const kind = mustHaveKind(job.kind, caller);
      const limit = limitOf(query);
      const [after] = cursorParts(query, /^([1-9][0-9]{0,8})$/, ['0']);
      const found = await faultyLines(client, job, { after: Number(after), limit });
      const { rows, next } = paged(found, limit, (last) => String(last.n));
      return {
        rows: rows.map(({ n, cells, problems }) => ({
          n,
          about: aboutOf(cells),
          reasons: (problems ?? []).map((one) =>
            reasonOf(one, kind, means.words, query.lang ?? lang),
          ),
        })),
        next,
      };
    },
  }),
  endpoint({
    ...write,
    url: '/api/imports/jobs',
    summary: { zh: '上传填好的表', en: 'Send a filled-in sheet' },
    query: contract.UploadQuery,
    file: { most: mostFileBytes, takes: ['zip'] },
    cost: 6,
    reply: { 201: contract.JobWritten },
    constraints: { job_pkey: 'imports.refusal.id_taken' },
    handle: async ({ client, caller, id, query, file, note }) => {
      const kind = mustHaveKind(query.kind, caller);
      await addJob(client, caller, {
        id,
        ...query,
        kind: kind.code,
        sha256: file.sha256,
        size: file.size,
      });
      note({
        object: `import ${id}`,
        place: caller.seat,
        after: { ...query, sha256: file.sha256 },
      });
      return { id, state: 'uploaded' as const };
    },
  }),
  endpoint({
    ...write,
    url: '/api/imports/readings',
    summary: { zh: '读取上传的表', en: 'Read a sheet that was sent' },
    body: contract.JobBody,
    cost,
    reply: { 200: contract.JobWritten },
    first: async ({ job }, { caller }) => readJob(means, caller, job),
    handle: async ({ client, caller, body, first, note }) => {
      const job = await jobToMove(client, caller, body.job, 'read');
      await moveJob(client, caller, job, 'parsed', first);
      note({
        ...objectOf(job),
        before: { state: job.state },
        after: { state: 'parsed', ...first },
      });
      return { id: job.id, state: 'parsed' as const };
    },
  }),
  writing(
    {
      url: '/api/imports/jobs/:id/check',
      summary: { zh: '检查并预览，不改数据', en: 'Check and preview; nothing is changed' },
    },
    'check',
    async ({ client, caller, today }, job, kind) => {
      const things = await gather(client, caller, job, kind);
      if (things.length > kind.mostThings)
        throw new Refusal('imports.refusal.too_many', {
          count: things.length,
          most: kind.mostThings,
        });
      await client.query('savepoint trial');
      const ran = await runAll(client, caller, job, kind, things, today);
      await client.query('rollback to savepoint trial');
      await addProblems(client, job, ran.problems);
      const faulty = await countFaulty(client, job);
      return { state: faulty === 0 ? 'previewed' : 'validated', faulty, ...ran };
    },
  ),
  writing(
    {
      url: '/api/imports/jobs/:id/commit',
      summary: { zh: '确认导入，全部写入或全不写入', en: 'Take the sheet in, all or nothing' },
    },
    'commit',
    async ({ client, caller, today }, job, kind) => {
      const things = await gather(client, caller, job, kind);
      const ran = await runAll(client, caller, job, kind, things, today);
      if (!isAsChecked(job, ran, things.length))
        throw new Refusal('imports.refusal.not_as_checked', {}, 409);
      await keepMade(client, job, ran.made);
      await dropLines(client, job);
      return { state: 'committed', ...ran };
    },
  ),
  endpoint({
    ...write,
    url: '/api/imports/jobs/:id/discard',
    summary: { zh: '放弃这次导入', en: 'Discard a job' },
    params: IdParams,
    reply: { 200: contract.JobWritten },
    handle: async ({ client, caller, params, note }) => {
      const job = await jobToMove(client, caller, params.id, 'discard');
      mustHaveKind(job.kind, caller);
      await dropLines(client, job);
      await moveJob(client, caller, job, 'discarded');
      note({ ...objectOf(job), before: { state: job.state }, after: { state: 'discarded' } });
      return { id: job.id, state: 'discarded' as const };
    },
  }),
  endpoint({
    ...write,
    url: '/api/imports/jobs/:id/undo',
    summary: { zh: '整批撤销', en: 'Take a job back whole' },
    params: IdParams,
    cost,
    reply: { 200: contract.JobWritten },
    handle: async ({ client, caller, params, today, note }) => {
      const job = await jobToMove(client, caller, params.id, 'undo');
      const kind = mustHaveKind(job.kind, caller);
      if (!mayUndo(job, kind, caller)) throw new Refusal('imports.refusal.undo_other');
      const count = await takeBackAll(client, caller, job, kind, today);
      await moveJob(client, caller, job, 'undone');
      note({ ...objectOf(job), before: { state: job.state }, after: { state: 'undone', count } });
      return { id: job.id, state: 'undone' as const };
    },
  }),
];

/** A deed that writes what the lines say, for good or on trial, and moves the job on with what came of it. */
function writing(
  named: Pick<Endpoint, 'url' | 'summary'>,
  verb: 'check' | 'commit',
  run: (
    context: Writing,
    job: Job,
    kind: SheetKind,
  ) => Promise<Pick<Ran, 'created' | 'changed' | 'preview' | 'amount' | 'found'> & Outcome>,
): Endpoint {
  return endpoint({
    ...write,
    ...named,
    params: IdParams,
    cost,
    reply: { 200: contract.JobWritten },
    handle: async ({ client, caller, params, today, note }) => {
      const job = await jobToMove(client, caller, params.id, verb);
      const kind = mustHaveKind(job.kind, caller);
      const ran = await run({ client, caller, today }, job, kind);
      const { state, created, changed, preview, found } = ran;
      const came = {
        ...(ran.faulty === undefined ? {} : { faulty: ran.faulty }),
        ...{ created, changed, amount: ran.amount.toString() },
      };
      await moveJob(client, caller, job, state, { ...came, preview, found });
      note({ ...objectOf(job), before: { state: job.state }, after: { state, ...came } });
      return { id: job.id, state };
    },
  });
}

interface Writing {
  client: Client;
  caller: Caller;
  today: string;
}
interface Outcome {
  state: 'validated' | 'previewed' | 'committed';
  /** Lines with a reason against them, where they were looked for. */
  faulty?: number;
}

/**
 * Whether the same is new and the same is changed as the check showed, and nothing it changes was changed since. Each thing is
 * held against the state the check read it in. An instant would not do: the check's locks go with its trial, before the check
 * ends, and a change made in between has an earlier one.
 */
const isAsChecked = (job: Job, ran: Ran, things: number): boolean =>
  ran.made.length === things &&
  ran.created === job.created &&
  ran.changed === job.changed &&
  ran.amount.toString() === job.amount &&
  ran.found === job.found;

const aboutOf = (cells: readonly unknown[]): string =>
  cells
    .filter((cell) => typeof cell === 'string' || typeof cell === 'number')
    .slice(0, 3)
    .join(' ')
    .slice(0, 80);

/**
 * Reads the workbook beside the server and keeps its lines, before the deed's own transaction: that only moves the job on.
 * @throws Refusal when it cannot be read, or is not of the template the job is for
 */
async function readJob(
  { pool, files }: { pool: Pool; files: FileStore },
  caller: Caller,
  id: string,
): Promise<{ version: number; lines: number; taken: Taken }> {
  const scope = { actor: caller.account, ranges: caller.ranges };
  const { job, kind } = await inScope(pool, scope, async (_, client) => {
    const found = await jobToMove(client, caller, id, 'read');
    return { job: found, kind: mustHaveKind(found.kind, caller) };
  });
  const { sha256 } = job;
  if (!sha256) throw new Refusal('platform.refusal.file_gone', {}, 409);
  await (await files.open(sha256)).handle.close();
  const kept = await readBeside({ path: files.pathOf(sha256), mark }, async (came, lines) => {
    const found = classifiedIn(came.heads, 'heads');
    if (found) throw found;
    const at = mustFit(kind, came);
    return inScope(pool, scope, async (_, client) => {
      const held = await jobToMove(client, caller, id, 'read');
      return {
        version: kind.version,
        lines: await putLines(client, held, unmarked(lines), at),
        taken: takenIn(came.mark ?? []),
      };
    });
  }).catch(async (error: unknown) => {
    if (error instanceof Classified) await keepNothing({ pool, files }, caller, id);
    throw error;
  });
  if ('fault' in kept) throw new Refusal(`imports.refusal.${kept.fault}`, { most: limits.lines });
  return kept;
}

/** Discards a job whose workbook carries a mark of secrecy; once that stands, the workbook goes at once. */
async function keepNothing(
  { pool, files }: { pool: Pool; files: FileStore },
  caller: Caller,
  id: string,
): Promise<void> {
  const scope = { actor: caller.account, ranges: caller.ranges };
  const { sha256 } = await inScope(pool, scope, async (_, client) => {
    const job = await jobToMove(client, caller, id, 'discard');
    await dropLines(client, job);
    await moveJob(client, caller, job, 'discarded');
    return job;
  });
  if (sha256) await rm(files.pathOf(sha256), { force: true });
}

/** @throws Refusal for a sheet of another template, or without a column. @returns where the columns stand */
function mustFit(kind: SheetKind, { heads, lines, mark: found }: Read): number[] {
  if (!found) throw new Refusal('imports.refusal.no_template');
  if (found[1] !== kind.code) throw new Refusal('imports.refusal.other_kind');
  if (found[2] !== String(kind.version)) throw new Refusal('imports.refusal.other_version');
  const { at, missing, strange } = placed(kind, heads);
  if (missing.length > 0)
    throw new Refusal('imports.refusal.heads_missing', {
      heads: missing.map(({ title }) => `${title.zh} (${title.en})`).join('、'),
    });
  if (strange.length > 0)
    throw new Refusal('imports.refusal.heads_strange', { heads: strange.join('、').slice(0, 200) });
  if (lines === 0) throw new Refusal('imports.refusal.no_lines');
  return at;
}

/** @throws Classified for what carries a mark of secrecy: it is kept nowhere. */
async function* unmarked(lines: AsyncIterable<Line[]>): AsyncGenerator<Line[], void> {
  for await (const some of lines) {
    const found = classifiedIn(some, 'lines');
    if (found) throw found;
    yield some;
  }
}
