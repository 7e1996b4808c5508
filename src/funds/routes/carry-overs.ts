/** Carrying over at the end of a year: drafted by one person of the county from its ledger, approved by another. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { RuleReason, SeenBody } from '../contract-allocation.ts';
import {
  CarryOverPage,
  CarryOverQuery,
  CarryOverRows,
  CarryOverWritten,
  DraftCarryOver,
} from '../contract-yearly.ts';
import { mayDoRule, moveRuleOn, ruleAsSeen } from '../store/approval.ts';
import {
  approveLines,
  type CarryOver,
  carryOverFor,
  carryOverPage,
  carryOverRow,
  carryOversUnder,
  draftCarryOver,
  mustBeClosed,
  mustStillHold,
  takeLines,
} from '../store/yearly/carry-over.ts';

const read = { method: 'GET', permission: 'funds.read' } as const;
const register = {
  method: 'POST',
  permission: 'funds.register',
  reply: { 200: CarryOverWritten },
  constraints: {
    carry_over_pkey: 'funds.refusal.id_taken',
    carry_over_once: 'funds.refusal.carry_once',
  },
} as const;
const check = { ...register, permission: 'funds.check' } as const;
const objectOf = (of: CarryOver) => ({ object: `carry_over ${of.id}`, place: of.office });
const url = '/api/funds/carry-overs';

export const carryOverRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url,
    summary: { zh: '年终结转', en: 'Carrying over at the end of a year' },
    query: CarryOverQuery,
    reply: { 200: CarryOverRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const { rows, next } = await carryOversUnder(client, caller, place, query);
      return { rows: rows.map((row) => carryOverRow(row, caller)), next };
    },
  }),
  endpoint({
    ...read,
    url: `${url}/:id`,
    summary: { zh: '一个年度的结转及各行', en: 'Carrying over of one year, line by line' },
    params: IdParams,
    reply: { 200: CarryOverPage },
    handle: async ({ client, caller, params }) =>
      carryOverPage(client, caller, await carryOverFor(client, caller, params.id)),
  }),
  endpoint({
    ...register,
    url,
    summary: { zh: '起草年终结转', en: 'Draft the carrying over of a year' },
    body: DraftCarryOver,
    reply: { 201: CarryOverWritten },
    handle: async ({ client, caller, id, body, today, note }) => {
      await draftCarryOver(client, caller, id, body, today);
      note({ object: `carry_over ${id}`, place: caller.seat, after: body });
      return { id, state: 'drafted' as const };
    },
  }),
  ...(['amend', 'submit', 'approve'] as const).map((verb) =>
    endpoint({
      ...(verb === 'approve' ? check : register),
      url: `${url}/:id/${verb}`,
      summary: {
        amend: { zh: '按现有账重新取数', en: 'Take the lines from the ledger anew' },
        submit: { zh: '提交审批年终结转', en: 'Hand the carrying over in for approval' },
        approve: { zh: '批准年终结转', en: 'Approve the carrying over' },
      }[verb],
      params: IdParams,
      body: SeenBody,
      handle: async ({ client, caller, params, body, note }) => {
        const of = await carryOverFor(client, caller, params.id, 'held');
        mayDoRule(verb, of, caller);
        ruleAsSeen(of, body.seen);
        if (verb === 'amend') await takeLines(client, of);
        else await mustStillHold(client, of);
        if (verb === 'approve') await mustBeClosed(client, of);
        const state = await moveRuleOn(client, caller, 'carry_over', of, verb);
        if (verb === 'approve') await approveLines(client, of.id);
        const { carried, surplus } = of;
        note({ ...objectOf(of), before: { state: of.state }, after: { state, carried, surplus } });
        return { id: of.id, state };
      },
    }),
  ),
  ...(['withdraw', 'discard', 'return'] as const).map((verb) =>
    endpoint({
      ...(verb === 'return' ? check : register),
      url: `${url}/:id/${verb}`,
      summary: {
        withdraw: { zh: '撤回年终结转', en: 'Withdraw the carrying over handed in' },
        discard: { zh: '作废年终结转', en: 'Discard the carrying over' },
        return: { zh: '退回年终结转', en: 'Return the carrying over for amendment' },
      }[verb],
      params: IdParams,
      body: RuleReason,
      handle: async ({ client, caller, params, body, note }) => {
        const of = await carryOverFor(client, caller, params.id, 'held');
        const reason = body.reason.trim();
        const state = await moveRuleOn(client, caller, 'carry_over', of, verb, { reason });
        note({ ...objectOf(of), before: { state: of.state }, after: { state, reason } });
        return { id: of.id, state };
      },
    }),
  ),
];
