/** Contracts and requests for payment of projects. */
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { IdParams } from '../../teams/contract-values.ts';
import {
  AdjustmentDeed,
  AdjustmentParams,
  AdjustmentWritten,
  ProposeAdjustment,
} from '../contract.ts';
import {
  AmendContract,
  AmendRequest,
  ContractDeed,
  ContractDeedParams,
  ContractWritten,
  MoneyDeed,
  RegisterContract,
  RegisterRequest,
  RequestDeedParams,
  RequestWritten,
} from '../contract-money.ts';
import { moveAdjustment, proposeAdjustment } from '../store/adjustments.ts';
import { amendContract, moveContract, registerContract } from '../store/contracts.ts';
import {
  amendRequest,
  moveRequest,
  receiptConstraints,
  registerRequest,
} from '../store/requests.ts';

const constraints = {
  contract_pkey: 'projects.refusal.id_taken',
  request_pkey: 'projects.refusal.id_taken',
  contract_number: 'projects.refusal.number_taken',
  request_invoice_once: 'projects.refusal.invoice_used',
  adjustment_pkey: 'projects.refusal.id_taken',
  adjustment_one_open: 'projects.refusal.adjustment_waits',
  adjustment_line_once: 'projects.refusal.source_twice',
  ...receiptConstraints,
};
const write = { method: 'POST', permission: 'projects.write', constraints } as const;

export const moneyRoutes: Endpoint[] = [
  endpoint({
    ...write,
    url: '/api/projects/projects/:id/adjustments',
    summary: { zh: '提出预算调整', en: 'Propose an adjustment of a project’s budget' },
    params: IdParams,
    body: ProposeAdjustment,
    reply: { 201: AdjustmentWritten },
    handle: async ({ client, caller, id, params, body, today, note }) => {
      const project = await proposeAdjustment(client, caller, id, params.id, body, today);
      note({ object: `budget_adjustment ${id}`, place: project.town, after: body });
      return { id, state: 'submitted' as const };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/adjustments/:id/steps/:verb',
    summary: { zh: '办理预算调整', en: 'Decide an adjustment of a budget' },
    params: AdjustmentParams,
    body: AdjustmentDeed,
    reply: { 200: AdjustmentWritten },
    handle: async ({ client, caller, params, body, today, note }) => {
      const { id, verb } = params;
      const { project, before, state } = await moveAdjustment(
        client,
        caller,
        id,
        verb,
        body,
        today,
      );
      note({
        ...{ object: `budget_adjustment ${id}`, place: project.town, before },
        after: { ...body, verb, state },
      });
      return { id, state };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/projects/:id/contracts',
    summary: { zh: '登记合同', en: 'Register a contract of a project' },
    params: IdParams,
    body: RegisterContract,
    reply: { 201: ContractWritten },
    handle: async ({ client, caller, id, params, body, today, note }) => {
      const project = await registerContract(client, caller, id, params.id, body, today);
      note({ object: `contract ${id}`, place: project.town, after: body });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/contracts/:id/amend',
    summary: { zh: '修改合同登记', en: 'Amend a contract' },
    params: IdParams,
    body: AmendContract,
    reply: { 200: ContractWritten },
    handle: async ({ client, caller, params, body, today, note }) => {
      const { project, before, state } = await amendContract(
        client,
        caller,
        params.id,
        body,
        today,
      );
      note({ object: `contract ${params.id}`, place: project.town, before, after: body });
      return { id: params.id, state };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/contracts/:id/steps/:verb',
    summary: { zh: '办理合同环节', en: 'Move a contract a step on' },
    params: ContractDeedParams,
    body: ContractDeed,
    reply: { 200: ContractWritten },
    handle: async ({ client, caller, params, body, today, note }) => {
      const { id, verb } = params;
      if (body.founded !== undefined && verb !== 'correct')
        throw new Refusal('projects.refusal.founded_corrected');
      const { project, before, state } = await moveContract(client, caller, id, verb, body, today);
      const after = { ...body, verb, state };
      const corrected = verb === 'correct' ? { founded: before.contractorFounded } : {};
      note({
        object: `contract ${id}`,
        place: project.town,
        before: { state: before.state, ...corrected },
        after,
      });
      return { id, state };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/projects/:id/requests',
    summary: { zh: '登记支付申请', en: 'Register a request for payment' },
    params: IdParams,
    body: RegisterRequest,
    reply: { 201: RequestWritten },
    handle: async ({ client, caller, id, params, body, today, note }) => {
      const project = await registerRequest(client, caller, id, params.id, body, today);
      note({ object: `payment_request ${id}`, place: project.town, after: body });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/requests/:id/amend',
    summary: { zh: '修改支付申请', en: 'Amend a request for payment' },
    params: IdParams,
    body: AmendRequest,
    reply: { 200: RequestWritten },
    handle: async ({ client, caller, params, body, today, note }) => {
      const { project, before, state } = await amendRequest(client, caller, params.id, body, today);
      note({ object: `payment_request ${params.id}`, place: project.town, before, after: body });
      return { id: params.id, state };
    },
  }),
  endpoint({
    ...write,
    url: '/api/projects/requests/:id/steps/:verb',
    summary: { zh: '办理支付申请环节', en: 'Move a request for payment a step on' },
    params: RequestDeedParams,
    body: MoneyDeed,
    reply: { 200: RequestWritten },
    handle: async ({ client, caller, params, body, today, note }) => {
      const { id, verb } = params;
      const { project, before, state } = await moveRequest(client, caller, id, verb, body, today);
      const after = { ...body, verb, state };
      note({
        object: `payment_request ${id}`,
        place: project.town,
        before: { state: before.state },
        after,
      });
      return { id, state };
    },
  }),
];
