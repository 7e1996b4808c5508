/** Papers of money: registered, handed in, checked by a second person and posted; taken back by reversal; months closed. */
import Type from 'typebox';
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, limitOf, paged } from '../../teams/store/paging.ts';
import {
  AmendPaper,
  CheckPaper,
  CloseMonth,
  ClosingQuery,
  ClosingRows,
  PaperPage,
  PaperQuery,
  PaperRows,
  PaperWritten,
  ReasonBody,
  RegisterPaper,
  ReverseDocument,
  SubmitPaper,
} from '../contract-papers.ts';
import { mustFitPledge } from '../store/donations/write.ts';
import { closeMonth, closingsUnder } from '../store/papers/closing.ts';
import { documentFor } from '../store/papers/document.ts';
import {
  hintsOf,
  type Paper,
  paperFor,
  paperPage,
  papersUnder,
  rowOf,
} from '../store/papers/paper.ts';
import { draftReversal, mustClose, postPaper } from '../store/papers/post.ts';
import { amendPaper, asSeen, mayDo, moveOn, registerPaper } from '../store/papers/write.ts';

const constraints = {
  paper_number: 'funds.refusal.number_taken',
  paper_pkey: 'funds.refusal.id_taken',
  paper_task_once: 'funds.refusal.task_twice',
  paper_line_place: 'funds.refusal.place_twice',
  document_number: 'funds.refusal.number_taken',
  account_not_overdrawn: 'funds.refusal.spent_already',
  entry_month_open: 'funds.refusal.month_closed_now',
  entry_reverses_once: 'funds.refusal.entry_reversed',
  closing_pkey: 'funds.refusal.closed_already',
};
const register = {
  method: 'POST',
  permission: 'funds.register',
  reply: { 200: PaperWritten },
  constraints,
} as const;
const check = { ...register, permission: 'funds.check' } as const;
const aMegabyte = 1 << 20;

const objectOf = (paper: Paper) => ({ object: `paper ${paper.id}`, place: paper.office });

export const paperRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/funds/papers',
    permission: 'funds.read',
    summary: { zh: '资金单据', en: 'Papers of money' },
    query: PaperQuery,
    reply: { 200: PaperRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await papersUnder(client, caller, {
        lo: place.lo,
        hi: place.hi,
        state: query.state ?? null,
        before: beforeInstant(query),
        limit: limitOf(query),
      });
      const { rows, next } = paged(found, limitOf(query), (last) => `${last.changedAt}~${last.id}`);
      return { rows: rows.map((paper) => rowOf(paper, caller)), next };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/funds/papers/:id',
    permission: 'funds.read',
    summary: { zh: '一份资金单据', en: 'One paper of money' },
    params: IdParams,
    reply: { 200: PaperPage },
    handle: async ({ client, caller, params }) =>
      paperPage(client, caller, await paperFor(client, caller, params.id)),
  }),
  endpoint({
    ...register,
    url: '/api/funds/papers',
    summary: { zh: '登记资金单据', en: 'Register a paper of money' },
    body: RegisterPaper,
    bodyLimit: aMegabyte,
    reply: { 201: PaperWritten },
    handle: async ({ client, caller, id, body, note }) => {
      await registerPaper(client, caller, id, body);
      note({ object: `paper ${id}`, place: caller.seat, after: body });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/papers/:id/amend',
    summary: { zh: '修改资金单据', en: 'Amend a paper of money' },
    params: IdParams,
    body: AmendPaper,
    bodyLimit: aMegabyte,
    handle: async ({ client, caller, params, body, note }) => {
      const paper = await paperFor(client, caller, params.id, 'held');
      mayDo('amend', paper, caller);
      asSeen(paper, body.seen);
      await amendPaper(client, caller, paper, body);
      const state = await moveOn(client, caller, paper, 'amend');
      note({ ...objectOf(paper), before: headOf(paper), after: body });
      return { id: paper.id, state };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/papers/:id/submit',
    summary: { zh: '提交复核', en: 'Hand a paper in for checking' },
    params: IdParams,
    body: SubmitPaper,
    handle: async ({ client, caller, params, body, today, note }) => {
      const paper = await paperFor(client, caller, params.id, 'held');
      mayDo('submit', paper, caller);
      asSeen(paper, body.seen);
      await mustClose(client, paper, today);
      await mustFitPledge(client, caller, paper);
      const explanation =
        body.explanation ?? (paper.kind === 'reversal' ? paper.explanation : null);
      await mustExplain(client, caller, paper, explanation);
      const state = await moveOn(client, caller, paper, 'submit', { explanation });
      note({ ...objectOf(paper), before: { state: paper.state }, after: { state, explanation } });
      return { id: paper.id, state };
    },
  }),
  ...(['withdraw', 'discard', 'return'] as const).map((verb) =>
    endpoint({
      ...(verb === 'return' ? check : register),
      url: `/api/funds/papers/:id/${verb}`,
      summary: {
        withdraw: { zh: '撤回资金单据', en: 'Withdraw a paper handed in' },
        discard: { zh: '作废资金单据', en: 'Discard a paper' },
        return: { zh: '退回修改', en: 'Return a paper for amendment' },
      }[verb],
      params: IdParams,
      body: ReasonBody,
      handle: async ({ client, caller, params, body, note }) => {
        const paper = await paperFor(client, caller, params.id, 'held');
        const state = await moveOn(client, caller, paper, verb, { reason: body.reason.trim() });
        note({ ...objectOf(paper), before: { state: paper.state }, after: { state, ...body } });
        return { id: paper.id, state };
      },
    }),
  ),
  endpoint({
    ...check,
    url: '/api/funds/papers/:id/check',
    summary: { zh: '复核入账', en: 'Check a paper and post it' },
    params: IdParams,
    body: CheckPaper,
    handle: async ({ client, caller, params, body, today, note }) => {
      const paper = await paperFor(client, caller, params.id, 'held');
      mayDo('check', paper, caller);
      asSeen(paper, body.seen);
      await mustClose(client, paper, today);
      await mustFitPledge(client, caller, paper);
      // What has come since it was handed in wants an explanation, too.
      if (paper.explanation === null) await mustExplain(client, caller, paper, null);
      const entries = await postPaper(client, caller, paper);
      const state = await moveOn(client, caller, paper, 'check', {
        explanation: paper.explanation,
      });
      note({ ...objectOf(paper), before: headOf(paper), after: { state, entries } });
      return { id: paper.id, state };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/documents/:id/reverse',
    summary: { zh: '冲红指标文件', en: 'Take a document back by reversal' },
    params: IdParams,
    body: ReverseDocument,
    reply: { 201: PaperWritten },
    handle: async ({ client, caller, id, params, body, note }) => {
      const document = await documentFor(client, caller, params.id);
      const drafted = await draftReversal(client, caller, id, document, body);
      note({
        object: `paper ${id}`,
        place: caller.seat,
        after: { ...body, ...document, ...drafted },
      });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/funds/closings',
    permission: 'funds.read',
    summary: { zh: '已结账月份', en: 'Closed months' },
    query: ClosingQuery,
    reply: { 200: ClosingRows },
    handle: async ({ client, caller, query }) =>
      closingsUnder(client, caller, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    ...check,
    url: '/api/funds/closings',
    summary: { zh: '月度结账', en: 'Close a month' },
    body: CloseMonth,
    reply: { 204: Type.Null() },
    handle: async ({ client, caller, body, today, note }) => {
      const place = await placeFor(client, caller, body.place);
      if (place.key !== caller.seat || place.key !== `${place.county}000000`)
        throw new Refusal('funds.refusal.closes_county');
      await closeMonth(client, caller, { ...place, month: body.month }, today);
      note({ object: `closing ${body.month}`, place: place.key, after: body });
      return undefined;
    },
  }),
];

/** @throws Refusal when there are hints and nothing is said to them. */
async function mustExplain(
  client: Client,
  caller: Caller,
  paper: Paper,
  explanation: string | null,
): Promise<void> {
  const hints = explanation === null ? await hintsOf(client, caller, paper) : [];
  if (hints.length > 0) throw new Refusal('funds.refusal.explain_first', { count: hints.length });
}

/** What the audit keeps of a paper as it was. */
function headOf(paper: Paper) {
  const {
    number,
    title,
    payer,
    payerPlace,
    source,
    programme,
    measure,
    year,
    dated,
    amount,
    state,
  } = paper;
  return {
    number,
    title,
    payer,
    payerPlace,
    source,
    programme,
    measure,
    year,
    dated,
    amount,
    state,
  };
}
