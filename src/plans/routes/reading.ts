/** Plans read: the list of a place, one with its grid, what its lines are chosen from, a comparison, and files. */
import Type from 'typebox';
import { demonstrated } from '../../platform/demonstrated.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { cursorParts, limitOf, paged, uuid, zeroId } from '../../teams/store/paging.ts';
import {
  Choices,
  Comparison,
  CsvQuery,
  MissingQuery,
  MissingRows,
  PlanPage,
  PlanQuery,
  PlanRows,
} from '../contract.ts';
import { comparisonSheet, planSheet } from '../sheet.ts';
import { choicesFor } from '../store/choices.ts';
import { comparisonOf } from '../store/comparison.ts';
import { linesOf, planPage } from '../store/contents.ts';
import { withoutPlan } from '../store/missing.ts';
import { planFor, plansUnder, rowOf } from '../store/plan.ts';

const cursor = new RegExp(`^([0-9]{12})~(20[0-9]{2})~([a-z_]{1,40})~([0-9]{1,6})~(${uuid})$`);
const missingCursor = /^([0-9]{12})~(20[0-9]{2})~([a-z_]{1,40})$/;
const theBeginning = ['0', '9999', '', '999999', zeroId];

const read = { method: 'GET', permission: 'funds.read' } as const;
const file = {
  method: 'GET',
  permission: 'indicators.export',
  audited: true,
  stream: 'text/csv',
  params: IdParams,
  query: CsvQuery,
  reply: { 200: Type.String() },
} as const;

export const readingRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/plans/plans',
    summary: { zh: '资金使用方案', en: 'Use plans' },
    query: PlanQuery,
    reply: { 200: PlanRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await plansUnder(client, caller, {
        ...{ lo: place.lo, hi: place.hi, programme: query.programme ?? null },
        ...{ year: query.year ?? null, state: query.state ?? null },
        after: cursorParts(query, cursor, theBeginning),
        limit: limitOf(query),
      });
      const { rows, next } = paged(found, limitOf(query), (last) =>
        [last.place, last.year, last.programme, last.version, last.id].join('~'),
      );
      return { rows: rows.map(rowOf), next };
    },
  }),
  endpoint({
    ...read,
    url: '/api/plans/missing',
    summary: {
      zh: '有到位资金、还没有方案的县',
      en: 'Counties that received money and have no plan of it',
    },
    query: MissingQuery,
    reply: { 200: MissingRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await withoutPlan(client, caller, {
        ...{ lo: place.lo, hi: place.hi, programme: query.programme ?? null },
        year: query.year ?? null,
        after: cursorParts(query, missingCursor, ['0', '9999', '']),
        limit: limitOf(query),
      });
      const { rows, next } = paged(found, limitOf(query), (last) =>
        [last.place, last.year, last.programme].join('~'),
      );
      return { place: place.key, rows, next };
    },
  }),
  endpoint({
    ...read,
    url: '/api/plans/plans/:id',
    summary: { zh: '一份资金使用方案', en: 'One use plan' },
    params: IdParams,
    reply: { 200: PlanPage },
    handle: async ({ client, caller, params }) =>
      planPage(client, caller, await planFor(client, caller, params.id)),
  }),
  endpoint({
    ...read,
    url: '/api/plans/plans/:id/choices',
    summary: {
      zh: '方案可选的镇、项目和任务',
      en: 'Towns, projects and tasks a plan’s lines are chosen from',
    },
    params: IdParams,
    reply: { 200: Choices },
    handle: async ({ client, caller, params }) => {
      const plan = await planFor(client, caller, params.id);
      const lines = await linesOf(client, plan);
      return choicesFor(
        client,
        plan,
        lines.flatMap(({ project }) => (project ? [project] : [])),
      );
    },
  }),
  endpoint({
    ...read,
    url: '/api/plans/plans/:id/comparison',
    summary: {
      zh: '调整方案与上一版逐行对照',
      en: 'An adjustment beside the version before, line by line',
    },
    params: IdParams,
    reply: { 200: Comparison },
    handle: async ({ client, caller, params }) =>
      comparisonOf(client, caller, await planFor(client, caller, params.id)),
  }),
  endpoint({
    ...file,
    url: '/api/plans/plans/:id/plan.csv',
    summary: { zh: '导出资金使用方案', en: 'Export a use plan' },
    handle: async function* ({ client, caller, params, query, today, lang, note }) {
      const plan = await planFor(client, caller, params.id);
      note({ object: `plan ${plan.id}`, place: plan.place });
      const page = await planPage(client, caller, plan);
      const about = { day: today, lang: query.lang ?? lang, madeUp: await demonstrated(client) };
      yield [...planSheet(page, about)].join('');
      note({ after: { rows: page.lines.length } });
    },
  }),
  endpoint({
    ...file,
    url: '/api/plans/plans/:id/comparison.csv',
    summary: { zh: '导出调整前后对照表', en: 'Export a comparison of versions' },
    handle: async function* ({ client, caller, params, query, today, lang, note }) {
      const plan = await planFor(client, caller, params.id);
      note({ object: `plan ${plan.id}`, place: plan.place });
      const found = await comparisonOf(client, caller, plan);
      const about = { day: today, lang: query.lang ?? lang, madeUp: await demonstrated(client) };
      yield [...comparisonSheet(found, about)].join('');
      note({ after: { rows: found.rows.length } });
    },
  }),
];
