/** Rules of who owes what: drafted, tried, handed in, approved by a second person, and charged for a budget year. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, limitOf, paged } from '../../teams/store/paging.ts';
import {
  AllocationPage,
  AllocationQuery,
  AllocationRows,
  AllocationWritten,
  AmendAllocation,
  ChargeAllocation,
  DraftAllocation,
  RuleReason,
  SeenBody,
} from '../contract-allocation.ts';
import {
  type Allocation,
  allocationFor,
  allocationPage,
  allocationRow,
  allocationsUnder,
} from '../store/allocation/allocation.ts';
import { charge, mustSayAll } from '../store/allocation/charge.ts';
import { tried } from '../store/allocation/numbers.ts';
import { amendAllocation, draftAllocation } from '../store/allocation/write.ts';
import { mayDoRule, moveRuleOn, ruleAsSeen } from '../store/approval.ts';

const constraints = {
  allocation_pkey: 'funds.refusal.id_taken',
  allocation_amount_pkey: 'funds.refusal.town_twice',
  entry_month_open: 'funds.refusal.month_closed_now',
};
const register = {
  method: 'POST',
  permission: 'funds.register',
  reply: { 200: AllocationWritten },
  constraints,
} as const;
const check = { ...register, permission: 'funds.check' } as const;
const aMegabyte = 1 << 20;

const objectOf = (of: Allocation) => ({ object: `allocation ${of.id}`, place: of.office });

export const allocationRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/funds/allocations',
    permission: 'funds.read',
    summary: { zh: '应配规则', en: 'Rules of who owes what' },
    query: AllocationQuery,
    reply: { 200: AllocationRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await allocationsUnder(client, caller, {
        lo: place.lo,
        hi: place.hi,
        state: query.state ?? null,
        before: beforeInstant(query),
        limit: limitOf(query),
      });
      const { rows, next } = paged(found, limitOf(query), (last) => `${last.changedAt}~${last.id}`);
      return { rows: rows.map((one) => allocationRow(one, caller)), next };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/funds/allocations/:id',
    permission: 'funds.read',
    summary: { zh: '一份应配规则', en: 'One rule' },
    params: IdParams,
    reply: { 200: AllocationPage },
    handle: async ({ client, caller, params }) =>
      allocationPage(client, caller, await allocationFor(client, caller, params.id)),
  }),
  endpoint({
    ...register,
    url: '/api/funds/allocations',
    summary: { zh: '起草应配规则', en: 'Draft a rule' },
    body: DraftAllocation,
    bodyLimit: aMegabyte,
    reply: { 201: AllocationWritten },
    handle: async ({ client, caller, id, body, note }) => {
      await draftAllocation(client, caller, id, body);
      note({ object: `allocation ${id}`, place: caller.seat, after: body });
      return { id, state: 'drafted' as const, entries: 0 };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/allocations/:id/amend',
    summary: { zh: '修改应配规则', en: 'Amend a rule' },
    params: IdParams,
    body: AmendAllocation,
    bodyLimit: aMegabyte,
    handle: async ({ client, caller, params, body, note }) => {
      const of = await allocationFor(client, caller, params.id, 'held');
      mayDoRule('amend', of, caller);
      ruleAsSeen(of, body.seen);
      const { seen: _, ...said } = body;
      await amendAllocation(client, caller, of.id, said);
      const state = await moveRuleOn(client, caller, 'allocation', of, 'amend');
      note({ ...objectOf(of), before: headOf(of), after: said });
      return { id: of.id, state, entries: 0 };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/allocations/:id/submit',
    summary: { zh: '提交审批应配规则', en: 'Hand a rule in for approval' },
    params: IdParams,
    body: SeenBody,
    handle: async ({ client, caller, params, body, today, note }) => {
      const of = await allocationFor(client, caller, params.id, 'held');
      mayDoRule('submit', of, caller);
      ruleAsSeen(of, body.seen);
      const { problems } = await tried(client, caller, of, yearFor(of, today));
      await mustSayAll(client, problems);
      const state = await moveRuleOn(client, caller, 'allocation', of, 'submit');
      note({ ...objectOf(of), before: { state: of.state }, after: { state } });
      return { id: of.id, state, entries: 0 };
    },
  }),
  ...(['withdraw', 'discard', 'return'] as const).map((verb) =>
    endpoint({
      ...(verb === 'return' ? check : register),
      url: `/api/funds/allocations/:id/${verb}`,
      summary: {
        withdraw: { zh: '撤回应配规则', en: 'Withdraw a rule handed in' },
        discard: { zh: '作废应配规则', en: 'Discard a rule' },
        return: { zh: '退回应配规则', en: 'Return a rule for amendment' },
      }[verb],
      params: IdParams,
      body: RuleReason,
      handle: async ({ client, caller, params, body, note }) => {
        const of = await allocationFor(client, caller, params.id, 'held');
        const reason = body.reason.trim();
        const state = await moveRuleOn(client, caller, 'allocation', of, verb, { reason });
        note({ ...objectOf(of), before: { state: of.state }, after: { state, reason } });
        return { id: of.id, state, entries: 0 };
      },
    }),
  ),
  ...(['approve', 'charge'] as const).map((verb) =>
    endpoint({
      ...check,
      url: `/api/funds/allocations/:id/${verb}`,
      cost: 3,
      summary: {
        approve: {
          zh: '批准应配规则，列入一个年度的应配',
          en: 'Approve a rule and charge it for a budget year',
        },
        charge: {
          zh: '按已批准的规则列入另一年度的应配',
          en: 'Charge an approved rule for a budget year',
        },
      }[verb],
      params: IdParams,
      body: ChargeAllocation,
      handle: async ({ client, caller, params, body, today, note }) => {
        const of = await allocationFor(client, caller, params.id, 'held');
        mayDoRule(verb, of, caller);
        ruleAsSeen(of, body.seen);
        const state = await moveRuleOn(client, caller, 'allocation', of, verb, { year: body.year });
        const entries = await charge(client, caller, of, body, today);
        note({
          ...objectOf(of),
          before: headOf(of),
          after: { state, year: body.year, split: body.split, entries },
        });
        return { id: of.id, state, entries };
      },
    }),
  ),
];

/** The year a rule is tried for first: today's, where it holds. */
function yearFor({ yearFrom, yearTo }: Allocation, today: string): number {
  const now = Number(today.slice(0, 4));
  return Math.max(yearFrom, Math.min(now, yearTo ?? now));
}

/** What the audit keeps of a rule as it was. */
function headOf(of: Allocation) {
  const { kind, programme, state, title, document, yearFrom, yearTo, average, least, most } = of;
  const { factors } = of;
  return {
    kind,
    programme,
    state,
    title,
    document,
    yearFrom,
    yearTo,
    average,
    least,
    most,
    factors,
  };
}
