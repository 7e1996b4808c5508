/** Deeds on plans: drafted, amended, handed in when it closes, approved by another, filed by the office above, adjusted. */
import type { Client } from '../../platform/db/pool.ts';
import { type Endpoint, endpoint, type Lang, Refusal } from '../../platform/http/endpoint.ts';
import { IdParams } from '../../teams/contract-values.ts';
import {
  AdjustPlan,
  AmendPlan,
  DraftPlan,
  FilePlan,
  PlanWritten,
  ReasonBody,
  SeenBody,
} from '../contract.ts';
import { problemText } from '../problem-text.ts';
import { sayIn } from '../sheet.ts';
import { readPlan } from '../store/contents.ts';
import { type Plan, planFor } from '../store/plan.ts';
import {
  adjustPlan,
  amendPlan,
  asSeen,
  constraints,
  draftPlan,
  mayDo,
  moveOn,
} from '../store/write.ts';

const register = {
  method: 'POST',
  permission: 'funds.register',
  reply: { 200: PlanWritten },
  constraints,
} as const;
const check = { ...register, permission: 'funds.check' } as const;
const aMegabyte = 1 << 20;

const objectOf = (plan: Plan) => ({ object: `plan ${plan.id}`, place: plan.place });

export const deedRoutes: Endpoint[] = [
  endpoint({
    ...register,
    url: '/api/plans/plans',
    summary: { zh: '起草资金使用方案', en: 'Draft a use plan' },
    body: DraftPlan,
    reply: { 201: PlanWritten },
    handle: async ({ client, caller, id, body, note }) => {
      const { place, lines } = await draftPlan(client, caller, id, body);
      note({ object: `plan ${id}`, place, after: { ...body, lines } });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    ...register,
    url: '/api/plans/plans/:id/adjust',
    summary: { zh: '起草调整方案', en: 'Draft an adjustment of a plan' },
    params: IdParams,
    body: AdjustPlan,
    reply: { 201: PlanWritten },
    handle: async ({ client, caller, id, params, body, note }) => {
      const before = await planFor(client, caller, params.id, 'held');
      await adjustPlan(client, caller, id, before, body);
      note({ object: `plan ${id}`, place: before.place, after: { ...body, basedOn: before.id } });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    ...register,
    url: '/api/plans/plans/:id/amend',
    summary: { zh: '修改资金使用方案', en: 'Amend a use plan' },
    params: IdParams,
    body: AmendPlan,
    bodyLimit: aMegabyte,
    handle: async ({ client, caller, params, body, note }) => {
      const plan = await planFor(client, caller, params.id, 'held');
      mayDo('amend', plan, caller);
      asSeen(plan, body.seen);
      await amendPlan(client, plan, body);
      const state = await moveOn(client, caller, plan, 'amend');
      const { title, basis, arranged, reserved } = plan;
      note({ ...objectOf(plan), before: { title, basis, arranged, reserved }, after: body });
      return { id: plan.id, state };
    },
  }),
  endpoint({
    ...register,
    url: '/api/plans/plans/:id/submit',
    summary: { zh: '提交审核', en: 'Hand a plan in' },
    params: IdParams,
    body: SeenBody,
    handle: async ({ client, caller, params, body, lang, note }) => {
      const plan = await planFor(client, caller, params.id, 'held');
      mayDo('submit', plan, caller);
      asSeen(plan, body.seen);
      await mustClose(client, plan, lang);
      const state = await moveOn(client, caller, plan, 'submit');
      note({ ...objectOf(plan), before: { state: plan.state }, after: { state } });
      return { id: plan.id, state };
    },
  }),
  ...(['withdraw', 'discard', 'return'] as const).map((verb) =>
    endpoint({
      ...(verb === 'return' ? check : register),
      url: `/api/plans/plans/:id/${verb}`,
      summary: {
        withdraw: { zh: '撤回方案', en: 'Withdraw a plan handed in' },
        discard: { zh: '作废方案', en: 'Discard a plan' },
        return: { zh: '退回方案', en: 'Return a plan for amendment' },
      }[verb],
      params: IdParams,
      body: ReasonBody,
      handle: async ({ client, caller, params, body, note }) => {
        const plan = await planFor(client, caller, params.id, 'held');
        const state = await moveOn(client, caller, plan, verb, { reason: body.reason.trim() });
        note({ ...objectOf(plan), before: { state: plan.state }, after: { state, ...body } });
        return { id: plan.id, state };
      },
    }),
  ),
  endpoint({
    ...check,
    url: '/api/plans/plans/:id/approve',
    summary: { zh: '审定方案', en: 'Approve a plan' },
    params: IdParams,
    body: SeenBody,
    handle: async ({ client, caller, params, body, today, lang, note }) => {
      const plan = await planFor(client, caller, params.id, 'held');
      mayDo('approve', plan, caller);
      asSeen(plan, body.seen);
      await mustClose(client, plan, lang);
      const state = await moveOn(client, caller, plan, 'approve', { today });
      const { arranged, reserved } = plan;
      note({
        ...{ ...objectOf(plan), before: { state: plan.state } },
        after: { state, arranged, reserved },
      });
      return { id: plan.id, state };
    },
  }),
  endpoint({
    ...check,
    url: '/api/plans/plans/:id/file',
    summary: { zh: '登记备案', en: 'Register a plan as filed' },
    params: IdParams,
    body: FilePlan,
    handle: async ({ client, caller, params, body, today, note }) => {
      const plan = await planFor(client, caller, params.id, 'held');
      mayDo('file', plan, caller);
      asSeen(plan, body.seen);
      if (body.filedOn > today) throw new Refusal('plans.refusal.day_to_come', { today });
      if (plan.approvedOn !== null && body.filedOn < plan.approvedOn)
        throw new Refusal('plans.refusal.before_approval', { day: plan.approvedOn });
      const { filedOn, reference } = body;
      const state = await moveOn(client, caller, plan, 'file', {
        ...{ filedOn, reference: reference.trim() },
      });
      note({
        ...{ ...objectOf(plan), before: { state: plan.state } },
        after: { state, filedOn, reference },
      });
      return { id: plan.id, state };
    },
  }),
];

/** @throws Refusal that names everything that does not close. */
async function mustClose(client: Client, plan: Plan, lang: Lang): Promise<void> {
  const { problems } = await readPlan(client, plan);
  const blocking = problems.filter(({ blocks }) => blocks);
  if (blocking.length === 0) return;
  const say = sayIn(lang);
  throw new Refusal('plans.refusal.does_not_close', {
    count: blocking.length,
    list: blocking.map((one, at) => `${at + 1}. ${problemText(one, say)}`).join(' '),
  });
}
