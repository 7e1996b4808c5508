/** Writing subsidies: households, decisions about them, lists, a bank's answer, receipts. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { IdParams } from '../../teams/contract-values.ts';
import * as contract from '../contract.ts';
import { addAwards, amendAward, decideAwards } from '../store/awards.ts';
import { makeBatch, moveBatch, takeAnswer } from '../store/batches.ts';

const constraints = {
  award_pkey: 'projects.refusal.id_taken',
  batch_pkey: 'projects.refusal.id_taken',
  batch_request_once: 'subsidies.refusal.request_needed',
  request_receipt: 'projects.refusal.receipt_taken',
  account_not_overdrawn: 'projects.refusal.quota_spent',
  entry_month_open: 'projects.refusal.month_closed',
};
const write = { method: 'POST', permission: 'projects.write', constraints } as const;

export const writingRoutes: Endpoint[] = [
  endpoint({
    ...write,
    url: '/api/subsidies/projects/:id/awards',
    summary: { zh: '登记奖补户', en: 'Enter households of a subsidy' },
    params: IdParams,
    body: contract.AddAwards,
    reply: { 201: contract.Decided },
    handle: async ({ client, caller, params, body, note }) => {
      const project = await addAwards(client, caller, params.id, body);
      const count = body.awards.length;
      note({ object: `subsidy ${project.id}`, place: project.town, after: { added: count } });
      return { count };
    },
  }),
  endpoint({
    ...write,
    url: '/api/subsidies/awards/:id/amend',
    summary: { zh: '修改奖补户', en: 'Amend a household of a subsidy' },
    params: IdParams,
    body: contract.AmendAward,
    reply: { 200: contract.Decided },
    handle: async ({ client, caller, params, body, note }) => {
      const { project, before } = await amendAward(client, caller, params.id, body);
      note({ object: `subsidy ${params.id}`, place: project.town, before, after: body });
      return { count: 1 };
    },
  }),
  endpoint({
    ...write,
    url: '/api/subsidies/projects/:id/decisions',
    summary: { zh: '核验奖补户', en: 'Check, refuse or discard households of a subsidy' },
    params: IdParams,
    body: contract.DecideAwards,
    reply: { 201: contract.Decided },
    handle: async ({ client, caller, params, body, today, note }) => {
      const project = await decideAwards(client, caller, params.id, body, today);
      note({ object: `subsidy ${project.id}`, place: project.town, after: body });
      return { count: body.awards.length };
    },
  }),
  endpoint({
    ...write,
    url: '/api/subsidies/batches',
    summary: { zh: '编发放清册', en: 'Make a list of payments' },
    body: contract.MakeBatch,
    reply: { 201: contract.BatchWritten },
    handle: async ({ client, caller, id, body, today, note }) => {
      const project = await makeBatch(client, caller, id, body, today);
      note({ object: `subsidy_batch ${id}`, place: project.town, after: body });
      return { id, state: 'listed' as const };
    },
  }),
  endpoint({
    ...write,
    url: '/api/subsidies/batches/:id/steps/:verb',
    summary: { zh: '办理代发批次', en: 'Move a batch a step on' },
    params: contract.BatchDeedParams,
    body: contract.BatchDeed,
    reply: { 200: contract.BatchWritten },
    handle: async ({ client, caller, params, body, today, note }) => {
      const { id, verb } = params;
      const { project, before, state } = await moveBatch(client, caller, id, verb, body, today);
      note({
        ...{ object: `subsidy_batch ${id}`, place: project.town, before: { state: before.state } },
        after: { ...body, verb, state, paid: before.paidAmount },
      });
      return { id, state };
    },
  }),
  endpoint({
    ...write,
    url: '/api/subsidies/batches/:id/answers',
    summary: { zh: '导入银行结果', en: 'Take in what a bank answered' },
    params: IdParams,
    body: contract.TakeAnswer,
    bodyLimit: contract.mostFileCharacters + 16_384,
    reply: { 201: contract.AnswerTaken },
    secret: 'reply', // names of its faults are not kept with it
    handle: async ({ client, caller, params, body, today, note }) => {
      const { project, answer } = await takeAnswer(client, caller, params.id, body, today);
      const { taken, paid, failed, faults } = answer;
      note({
        ...{ object: `subsidy_batch ${params.id}`, place: project.town },
        after: { taken, paid, failed, faults: faults.length },
      });
      return answer;
    },
  }),
];
