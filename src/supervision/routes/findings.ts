/** The register of findings: list, one, what comes from outside, and the deeds. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, limitOf, paged } from '../../teams/store/paging.ts';
import {
  Assign,
  EnterProblem,
  FindingPage,
  FindingQuery,
  FindingRows,
  FindingWritten,
  GiveBack,
  Say,
} from '../contract.ts';
import { type FindingDeed, rightFor } from '../rules.ts';
import { type Finding, findingFor, findingPage, findingsUnder } from '../store/findings.ts';
import { enterProblem, mayDo, moveOn } from '../store/write.ts';

const read = { method: 'GET', permission: 'supervision.read' } as const;
const write = {
  method: 'POST',
  reply: { 200: FindingWritten },
  constraints: { finding_pkey: 'supervision.refusal.id_taken' },
} as const;
const summaries = {
  explain: { zh: '答复疑点', en: 'Explain a finding' },
  confirm: { zh: '认定问题', en: 'Confirm a finding as a problem' },
  clear: { zh: '排除疑点', en: 'Clear a finding' },
  rectify: { zh: '报告整改', en: 'Report that a problem is mended' },
  close: { zh: '整改销号', en: 'Close a problem that is mended' },
  appeal: { zh: '申诉', en: 'Appeal against a decision' },
} as const;

const objectOf = (finding: Finding) => ({
  object: `finding ${finding.id}`,
  place: finding.place,
  before: { state: finding.state, owner: finding.owner, replyBy: finding.replyBy },
});

export const findingRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/supervision/findings',
    summary: { zh: '监督疑点台账', en: 'Register of findings' },
    query: FindingQuery,
    reply: { 200: FindingRows },
    handle: async ({ client, caller, query, today }) => {
      const { state = null, rule = null, source = null, waiting = null, project = null } = query;
      const { lo, hi } = await placeFor(client, caller, query.place);
      const found = await findingsUnder(client, caller, today, {
        ...{ lo, hi, state, rule, source, waiting, project },
        before: beforeInstant(query),
        limit: limitOf(query),
      });
      return paged(found, limitOf(query), (last) => `${last.changedAt}~${last.id}`);
    },
  }),
  endpoint({
    ...read,
    url: '/api/supervision/findings/:id',
    summary: { zh: '一条监督疑点', en: 'One finding' },
    params: IdParams,
    reply: { 200: FindingPage },
    handle: async ({ client, caller, params, today }) =>
      findingPage(client, caller, today, await findingFor(client, caller, params.id)),
  }),
  endpoint({
    ...write,
    url: '/api/supervision/findings',
    permission: 'supervision.decide',
    summary: { zh: '登记外部问题', en: 'Enter a problem that came from outside' },
    body: EnterProblem,
    reply: { 201: FindingWritten },
    handle: async ({ client, caller, id, body, today, note }) => {
      const place = await placeFor(client, caller, body.place);
      await enterProblem(client, caller, id, body, today, place.county);
      note({ object: `finding ${id}`, place: place.key, after: body });
      return { id, state: 'assigned' as const };
    },
  }),
  endpoint({
    ...write,
    url: '/api/supervision/findings/:id/assign',
    permission: rightFor('assign'),
    summary: { zh: '交办疑点', en: 'Give a finding to the office that has to answer' },
    params: IdParams,
    body: Assign,
    handle: async ({ client, caller, params, body, today, note }) => {
      const finding = await findingFor(client, caller, params.id, 'held');
      const step = mayDo('assign', finding, caller, today, body.seen);
      const state = await moveOn(client, caller, finding, step, today, body);
      note({ ...objectOf(finding), after: { state, owner: body.owner, replyBy: body.replyBy } });
      return { id: finding.id, state };
    },
  }),
  endpoint({
    ...write,
    url: '/api/supervision/findings/:id/return',
    permission: rightFor('return'),
    summary: { zh: '退回补充', en: 'Return an answer for more' },
    params: IdParams,
    body: GiveBack,
    handle: async ({ client, caller, params, body, today, note }) => {
      const finding = await findingFor(client, caller, params.id, 'held');
      const step = mayDo('return', finding, caller, today, body.seen);
      const state = await moveOn(client, caller, finding, step, today, {
        ...{ said: body.said.trim(), replyBy: body.replyBy },
      });
      note({ ...objectOf(finding), after: { state, said: body.said, replyBy: body.replyBy } });
      return { id: finding.id, state };
    },
  }),
  ...(Object.keys(summaries) as (keyof typeof summaries & FindingDeed)[]).map((verb) =>
    endpoint({
      ...write,
      url: `/api/supervision/findings/:id/${verb}`,
      permission: rightFor(verb),
      summary: summaries[verb],
      params: IdParams,
      body: Say,
      handle: async ({ client, caller, params, body, today, note }) => {
        const finding = await findingFor(client, caller, params.id, 'held');
        const step = mayDo(verb, finding, caller, today, body.seen);
        const said = body.said.trim();
        const state = await moveOn(client, caller, finding, step, today, { said });
        note({ ...objectOf(finding), after: { state, said } });
        return { id: finding.id, state };
      },
    }),
  ),
];
