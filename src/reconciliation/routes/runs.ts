/** Runs: opened, matched, judged, explained, finished by one person and confirmed by another. */
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, cursorParts, limitOf, paged, zeroId } from '../../teams/store/paging.ts';
import * as contract from '../contract-runs.ts';
import { holdSource } from '../store/imports.ts';
import { explain, itemsOf, pair, part } from '../store/items.ts';
import { match } from '../store/match.ts';
import {
  asSeen,
  mayDo,
  moveOn,
  openRun,
  type Run,
  rowOf,
  runFor,
  runPage,
  runsUnder,
  statementOfRun,
} from '../store/runs.ts';

const constraints = {
  run_once: 'reconciliation.refusal.run_once',
  run_pkey: 'reconciliation.refusal.id_taken',
  run_period: 'reconciliation.refusal.period',
};
const register = { method: 'POST', permission: 'funds.register', constraints } as const;
const onRun = { ...register, params: IdParams, reply: { 200: contract.RunWritten } } as const;
const check = { ...onRun, permission: 'funds.check' } as const;
/** Works over all lines of a period. */
const cost = 20;

const itemCursor =
  /^(.{0,100})~(20[0-9]{2}-[0-9]{2}-[0-9]{2})~([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

const about = (run: Run) => ({ object: `reconciliation_run ${run.id}`, place: run.office });

/** The run, held, when the verb may be done to it now. */
async function heldFor(
  client: Client,
  caller: Caller,
  id: string,
  verb: Parameters<typeof mayDo>[0],
): Promise<Run> {
  const run = await runFor(client, caller, id, 'held');
  mayDo(verb, run, caller);
  return run;
}

export const runRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/reconciliation/runs',
    permission: 'funds.read',
    summary: { zh: '对账', en: 'Runs of reconciliation' },
    query: contract.RunQuery,
    reply: { 200: contract.RunRows },
    handle: async ({ client, caller, query }) => {
      const { lo, hi } = await placeFor(client, caller, query.place);
      const found = await runsUnder(client, caller, {
        ...{ lo, hi, state: query.state ?? null, limit: limitOf(query) },
        before: beforeInstant(query),
      });
      const { rows, next } = paged(found, limitOf(query), (last) => `${last.changedAt}~${last.id}`);
      return { rows: rows.map((run) => rowOf(run, caller)), next };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/reconciliation/runs/:id',
    permission: 'funds.read',
    summary: { zh: '一次对账和余额调节表', en: 'One run with its statement of differences' },
    params: IdParams,
    reply: { 200: contract.RunPage },
    handle: async ({ client, caller, params }) =>
      runPage(client, caller, await runFor(client, caller, params.id)),
  }),
  endpoint({
    method: 'GET',
    url: '/api/reconciliation/runs/:id/items',
    permission: 'funds.read',
    summary: { zh: '对账明细', en: 'What matching found, row by row' },
    params: IdParams,
    query: contract.ItemQuery,
    reply: { 200: contract.ItemRows },
    handle: async ({ client, caller, params, query }) => {
      const run = await runFor(client, caller, params.id);
      const found = await itemsOf(client, run.id, {
        ...{ result: query.result, only: query.only, limit: limitOf(query) },
        after: cursorParts(query, itemCursor, ['', '2000-01-01', zeroId]),
      });
      return paged(found, limitOf(query), (last) => `${last.cluster}~${last.day}~${last.id}`);
    },
  }),
  endpoint({
    ...register,
    url: '/api/reconciliation/runs',
    summary: { zh: '发起对账', en: 'Open a run' },
    cost,
    body: contract.OpenRun,
    reply: { 201: contract.RunWritten },
    handle: async ({ client, caller, id, body, note }) => {
      await openRun(client, caller, id, body);
      const run = await runFor(client, caller, id);
      await match(client, run);
      note({ ...about(run), after: body });
      return { id, state: run.state };
    },
  }),
  endpoint({
    ...onRun,
    url: '/api/reconciliation/runs/:id/match',
    summary: { zh: '勾对', en: 'Match' },
    cost,
    body: contract.SeenBody,
    handle: async ({ client, caller, params, body, note }) => {
      const run = await heldFor(client, caller, params.id, 'match');
      asSeen(run, body.seen);
      await match(client, run);
      const state = await moveOn(client, caller, run, 'match');
      note({ ...about(run), after: { round: run.round + 1 } });
      return { id: run.id, state };
    },
  }),
  endpoint({
    ...onRun,
    url: '/api/reconciliation/runs/:id/pair',
    summary: { zh: '人工勾对两笔', en: 'Pair two by hand' },
    cost,
    body: contract.PairBody,
    handle: async ({ client, caller, params, body, note }) => {
      const run = await heldFor(client, caller, params.id, 'pair');
      await pair(client, caller, run, body);
      await match(client, run);
      const state = await moveOn(client, caller, run, 'pair', body.reason.trim());
      note({ ...about(run), after: body });
      return { id: run.id, state };
    },
  }),
  endpoint({
    ...onRun,
    url: '/api/reconciliation/runs/:id/part',
    summary: { zh: '拆开一对', en: 'Take a pair apart' },
    cost,
    body: contract.PartBody,
    handle: async ({ client, caller, params, body, note }) => {
      const run = await heldFor(client, caller, params.id, 'part');
      await part(client, caller, run, body);
      await match(client, run);
      const state = await moveOn(client, caller, run, 'part', body.reason.trim());
      note({ ...about(run), after: body });
      return { id: run.id, state };
    },
  }),
  endpoint({
    ...onRun,
    url: '/api/reconciliation/runs/:id/explain',
    summary: { zh: '说明差异', en: 'Explain differences' },
    body: contract.ExplainBody,
    handle: async ({ client, caller, params, body, note }) => {
      const run = await heldFor(client, caller, params.id, 'explain');
      await explain(client, caller, run, body);
      const state = await moveOn(client, caller, run, 'explain', body.note);
      note({ ...about(run), after: body });
      return { id: run.id, state };
    },
  }),
  endpoint({
    ...onRun,
    url: '/api/reconciliation/runs/:id/finish',
    summary: { zh: '完成对账，提交复核', en: 'Finish a run' },
    cost,
    body: contract.SeenBody,
    handle: async ({ client, caller, params, body, note }) => {
      const { source } = await runFor(client, caller, params.id);
      await holdSource(client, source);
      const run = await heldFor(client, caller, params.id, 'finish');
      asSeen(run, body.seen);
      await mustBeExplained(client, caller, run, 'unexplained');
      // Once more, so that what is finished is what the books say now.
      await match(client, run);
      const matched = await runFor(client, caller, run.id);
      await mustBeExplained(client, caller, matched, 'moved_since');
      await mustClose(client, matched);
      const state = await moveOn(client, caller, matched, 'finish');
      note({ ...about(run), after: { state, counts: rowOf(matched, caller).counts } });
      return { id: run.id, state };
    },
  }),
  endpoint({
    ...check,
    url: '/api/reconciliation/runs/:id/confirm',
    summary: { zh: '复核确认对账', en: 'Confirm a run' },
    cost,
    body: contract.SeenBody,
    handle: async ({ client, caller, params, body, note }) => {
      const run = await heldFor(client, caller, params.id, 'confirm');
      asSeen(run, body.seen);
      await mustClose(client, run);
      const state = await moveOn(client, caller, run, 'confirm');
      note({ ...about(run), after: { state, counts: rowOf(run, caller).counts } });
      return { id: run.id, state };
    },
  }),
  ...(['return', 'reopen', 'discard'] as const).map((verb) =>
    endpoint({
      ...(verb === 'discard' ? onRun : check),
      url: `/api/reconciliation/runs/:id/${verb}`,
      summary: {
        return: { zh: '退回对账', en: 'Return a run' },
        reopen: { zh: '重新打开对账', en: 'Open a confirmed run again' },
        discard: { zh: '作废对账', en: 'Discard a run' },
      }[verb],
      body: contract.ReasonBody,
      handle: async ({ client, caller, params, body, note }) => {
        const run = await heldFor(client, caller, params.id, verb);
        asSeen(run, body.seen);
        const state = await moveOn(client, caller, run, verb, body.reason.trim());
        note({ ...about(run), before: { state: run.state }, after: { state, ...body } });
        return { id: run.id, state };
      },
    }),
  ),
];

async function mustBeExplained(
  client: Client,
  caller: Caller,
  run: Run,
  code: 'unexplained' | 'moved_since',
): Promise<void> {
  const row = (await statementOfRun(client, run)).row(caller);
  if (row.matchedAt === null) throw new Refusal('reconciliation.refusal.match_first');
  if (row.counts.ambiguous > 0)
    throw new Refusal('reconciliation.refusal.ambiguous', { count: row.counts.ambiguous });
  if (row.open > 0) throw new Refusal(`reconciliation.refusal.${code}`, { count: row.open });
}

async function mustClose(client: Client, run: Run): Promise<void> {
  const { statement } = await statementOfRun(client, run);
  if (!statement.closes) throw new Refusal('reconciliation.refusal.closes_not');
}
