/** Cities' plans of how they raise what they provide (筹措安排方案), and how they keep to them. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, limitOf, paged } from '../../teams/store/paging.ts';
import { RuleReason, SeenBody } from '../contract-allocation.ts';
import {
  AmendPlan,
  DraftPlan,
  PlanPage,
  PlanQuery,
  PlanRows,
  PlanWritten,
  RaisingQuery,
  RaisingRows,
} from '../contract-raising.ts';
import { mayDoRule, moveRuleOn, ruleAsSeen } from '../store/approval.ts';
import { type Plan, planFor, planPage, planRow, plansUnder } from '../store/raising/plan.ts';
import { raisingUnder } from '../store/raising/provided.ts';
import { amendPlan, draftPlan } from '../store/raising/write.ts';

const constraints = { raising_plan_pkey: 'funds.refusal.id_taken' };
const register = {
  method: 'POST',
  permission: 'funds.register',
  reply: { 200: PlanWritten },
  constraints,
} as const;
const check = { ...register, permission: 'funds.check' } as const;

const objectOf = (plan: Plan) => ({ object: `raising_plan ${plan.id}`, place: plan.office });

export const raisingRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/funds/raising',
    permission: 'funds.read',
    cost: 3,
    summary: {
      zh: '各市筹措计划与实际出资对比',
      en: 'Cities’ plans beside what they provided to a day',
    },
    query: RaisingQuery,
    reply: { 200: RaisingRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      return { rows: await raisingUnder(client, caller, place, Number(query.year), query.on) };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/funds/raising-plans',
    permission: 'funds.read',
    summary: { zh: '筹措安排方案', en: 'Plans of raising' },
    query: PlanQuery,
    reply: { 200: PlanRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await plansUnder(client, caller, {
        lo: place.lo,
        hi: place.hi,
        state: query.state ?? null,
        before: beforeInstant(query),
        limit: limitOf(query),
      });
      const { rows, next } = paged(found, limitOf(query), (last) => `${last.changedAt}~${last.id}`);
      return { rows: rows.map((plan) => planRow(plan, caller)), next };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/funds/raising-plans/:id',
    permission: 'funds.read',
    summary: { zh: '一份筹措安排方案', en: 'One plan of raising' },
    params: IdParams,
    reply: { 200: PlanPage },
    handle: async ({ client, caller, params, today }) =>
      planPage(client, caller, await planFor(client, caller, params.id), today),
  }),
  endpoint({
    ...register,
    url: '/api/funds/raising-plans',
    summary: { zh: '起草筹措安排方案', en: 'Draft a plan of raising' },
    body: DraftPlan,
    reply: { 201: PlanWritten },
    handle: async ({ client, caller, id, body, note }) => {
      await draftPlan(client, caller, id, body);
      note({ object: `raising_plan ${id}`, place: caller.seat, after: body });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/raising-plans/:id/amend',
    summary: { zh: '修改筹措安排方案', en: 'Amend a plan of raising' },
    params: IdParams,
    body: AmendPlan,
    handle: async ({ client, caller, params, body, note }) => {
      const plan = await planFor(client, caller, params.id, 'held');
      mayDoRule('amend', plan, caller);
      ruleAsSeen(plan, body.seen);
      const { seen: _, ...said } = body;
      await amendPlan(client, caller, plan.id, said);
      const state = await moveRuleOn(client, caller, 'raising_plan', plan, 'amend');
      note({ ...objectOf(plan), before: headOf(plan), after: said });
      return { id: plan.id, state };
    },
  }),
  ...(['submit', 'approve'] as const).map((verb) =>
    endpoint({
      ...(verb === 'approve' ? check : register),
      url: `/api/funds/raising-plans/:id/${verb}`,
      summary: {
        submit: { zh: '提交审批筹措安排方案', en: 'Hand a plan of raising in for approval' },
        approve: { zh: '批准筹措安排方案', en: 'Approve a plan of raising' },
      }[verb],
      params: IdParams,
      body: SeenBody,
      handle: async ({ client, caller, params, body, note }) => {
        const plan = await planFor(client, caller, params.id, 'held');
        mayDoRule(verb, plan, caller);
        ruleAsSeen(plan, body.seen);
        const state = await moveRuleOn(client, caller, 'raising_plan', plan, verb);
        note({ ...objectOf(plan), before: headOf(plan), after: { state } });
        return { id: plan.id, state };
      },
    }),
  ),
  ...(['withdraw', 'discard', 'return'] as const).map((verb) =>
    endpoint({
      ...(verb === 'return' ? check : register),
      url: `/api/funds/raising-plans/:id/${verb}`,
      summary: {
        withdraw: { zh: '撤回筹措安排方案', en: 'Withdraw a plan of raising handed in' },
        discard: { zh: '作废筹措安排方案', en: 'Discard a plan of raising' },
        return: { zh: '退回筹措安排方案', en: 'Return a plan of raising for amendment' },
      }[verb],
      params: IdParams,
      body: RuleReason,
      handle: async ({ client, caller, params, body, note }) => {
        const plan = await planFor(client, caller, params.id, 'held');
        const reason = body.reason.trim();
        const state = await moveRuleOn(client, caller, 'raising_plan', plan, verb, { reason });
        note({ ...objectOf(plan), before: { state: plan.state }, after: { state, reason } });
        return { id: plan.id, state };
      },
    }),
  ),
];

/** What the audit keeps of a plan as it was. */
const headOf = ({ payer, programme, year, state, title, document, amount }: Plan) => ({
  ...{ payer, programme, year, state },
  ...{ title, document, amount },
});
