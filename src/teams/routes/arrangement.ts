/** Batches, requirements and sizes: read by everybody, entered by provinces and cities. */
import { inRanges } from '../../platform/db/scope.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import {
  AddBatch,
  AddRequirement,
  BatchRows,
  ChangeBatch,
  EndRule,
  LimitRows,
  RequirementRows,
  SetLimit,
} from '../contract-arranging.ts';
import { IdParams, PlacePageQuery, PlaceQuery, Written } from '../contract-values.ts';
import { warningsOfBatch } from '../rules-arranging.ts';
import { batches, limitRowsAt, limitsAt, requirementsOfRegion } from '../store/arrangement.ts';
import {
  addBatch,
  addRequirement,
  changeBatch,
  endRule,
  limitFor,
  requirementFor,
  setLimit,
} from '../store/writing/arrange.ts';

const read = { method: 'GET', permission: 'teams.read' } as const;
const arrange = { method: 'POST', permission: 'teams.arrange' } as const;

const batchConstraints = {
  batch_number: 'teams.refusal.batch_number',
  batch_name: 'teams.refusal.batch_name',
  batch_pkey: 'teams.refusal.id_taken',
};

export const arrangementRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/teams/batches',
    summary: { zh: '批次', en: 'Batches' },
    reply: { 200: BatchRows },
    handle: async ({ client }) => ({ rows: await batches(client) }),
  }),
  endpoint({
    ...arrange,
    url: '/api/teams/batches',
    summary: { zh: '登记批次', en: 'Enter a batch' },
    body: AddBatch,
    reply: { 201: Written },
    constraints: batchConstraints,
    handle: async ({ db, client, caller, id, body, note }) => {
      await addBatch(db, client, id, body, caller.account);
      note({ object: `batch ${id}`, place: caller.home, after: body });
      const limits = await limitsAt(client, caller.home, body.startsOn);
      return { id, warnings: warningsOfBatch(body, await batches(client), limits) };
    },
  }),
  endpoint({
    ...arrange,
    url: '/api/teams/batches/:id/change',
    summary: { zh: '更正批次的名称和日期', en: 'Correct name and days of a batch' },
    params: IdParams,
    body: ChangeBatch,
    reply: { 200: Written },
    constraints: batchConstraints,
    handle: async ({ db, client, caller, params: { id }, body, note }) => {
      const before = await changeBatch(db, client, id, body, caller.account);
      note({ object: `batch ${id}`, place: caller.home, before, after: body });
      const limits = await limitsAt(client, caller.home, body.startsOn);
      const after = { ...before, ...body };
      return { id, warnings: warningsOfBatch(after, await batches(client), limits) };
    },
  }),
  endpoint({
    ...read,
    url: '/api/teams/requirements',
    summary: {
      zh: '一个地方和它的上下级的编配要求，含将要生效的',
      en: 'Requirements of a region, of places in it and above it, those to come included',
    },
    query: PlacePageQuery,
    reply: { 200: RequirementRows },
    handle: async ({ client, caller, query }) => {
      const region = await placeFor(client, caller, query.place);
      const { rows, next } = await requirementsOfRegion(client, region, query);
      return {
        rows: rows.map((row) => ({ ...row, own: inRanges(row.place, caller.ranges) })),
        next,
      };
    },
  }),
  endpoint({
    ...arrange,
    url: '/api/teams/requirements',
    summary: { zh: '登记编配要求', en: 'Enter a requirement' },
    body: AddRequirement,
    reply: { 201: Written },
    constraints: { requirement_pkey: 'teams.refusal.id_taken' },
    handle: async ({ db, client, caller, id, body, note }) => {
      await placeFor(client, caller, body.place);
      await addRequirement(db, client, id, body, caller.account);
      note({ object: `requirement ${id}`, place: body.place, after: body });
      return { id, warnings: [] };
    },
  }),
  endpoint({
    ...arrange,
    url: '/api/teams/requirements/:id/end',
    summary: { zh: '停用编配要求', en: 'End a requirement' },
    params: IdParams,
    body: EndRule,
    reply: { 200: Written },
    constraints: { requirement_dates: 'teams.refusal.rule_end' },
    handle: async ({ db, client, caller, params, body, note }) => {
      const rule = await requirementFor(client, caller, params.id);
      await endRule(db, 'teams.requirement', rule, body.validTo, caller.account);
      note({ object: `requirement ${rule.id}`, place: rule.place, before: rule, after: body });
      return { id: rule.id, warnings: [] };
    },
  }),
  endpoint({
    ...read,
    url: '/api/teams/limits',
    summary: {
      zh: '一个地方当日有效的提醒标准',
      en: 'The sizes warnings compare with in a place on a day',
    },
    query: PlaceQuery,
    reply: { 200: LimitRows },
    handle: async ({ client, caller, query }) => {
      const { key } = await placeFor(client, caller, query.place);
      const rows = await limitRowsAt(client, key, query.on);
      return { rows: rows.map((row) => ({ ...row, own: inRanges(row.place, caller.ranges) })) };
    },
  }),
  endpoint({
    ...arrange,
    url: '/api/teams/limits',
    summary: { zh: '设定提醒标准', en: 'Set a size for the warnings' },
    body: SetLimit,
    reply: { 201: Written },
    constraints: {
      limit_value_one_at_a_time: 'teams.refusal.limit_later',
      limit_value_pkey: 'teams.refusal.id_taken',
    },
    handle: async ({ db, client, caller, id, body, note }) => {
      await placeFor(client, caller, body.place);
      await setLimit(db, client, id, body, caller.account);
      note({ object: `limit ${id}`, place: body.place, after: body });
      return { id, warnings: [] };
    },
  }),
  endpoint({
    ...arrange,
    url: '/api/teams/limits/:id/end',
    summary: { zh: '停用提醒标准', en: 'End a size for the warnings' },
    params: IdParams,
    body: EndRule,
    reply: { 200: Written },
    constraints: { limit_value_dates: 'teams.refusal.rule_end' },
    handle: async ({ db, client, caller, params, body, note }) => {
      const rule = await limitFor(client, caller, params.id);
      await endRule(db, 'teams.limit_value', rule, body.validTo, caller.account);
      note({ object: `limit ${rule.id}`, place: rule.place, before: rule, after: body });
      return { id: rule.id, warnings: [] };
    },
  }),
];
