/** Execution month by month and by place, on the page and as a file. */
import Type from 'typebox';
import { demonstrated } from '../../platform/demonstrated.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import {
  Execution,
  ExecutionCsvQuery,
  ExecutionPlaces,
  ExecutionPlacesQuery,
  ExecutionQuery,
} from '../contract-yearly.ts';
import { executionSheet } from '../sheet.ts';
import { nameOf } from '../store/place-name.ts';
import { bookedInYear, executionOf, executionPlaces } from '../store/yearly/execution.ts';

const read = { method: 'GET', permission: 'funds.read', cost: 2 } as const;

export const executionRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/funds/execution',
    summary: {
      zh: '一个预算年度按月累计的到位、合同占用、支出和进度要求',
      en: 'Received, committed and spent of a budget year month by month, beside the target',
    },
    query: ExecutionQuery,
    reply: { 200: Execution },
    handle: async ({ client, caller, query, today }) => {
      const place = await placeFor(client, caller, query.place);
      return {
        place: place.key,
        rows: await executionOf(client, place, query, today),
        booked: await bookedInYear(client, place, query),
      };
    },
  }),
  endpoint({
    ...read,
    url: '/api/funds/execution/places',
    summary: {
      zh: '下级各地到月末的执行进度',
      en: 'Execution of the places below to the end of a month',
    },
    query: ExecutionPlacesQuery,
    reply: { 200: ExecutionPlaces },
    handle: async ({ client, caller, query }) =>
      executionPlaces(client, caller, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    method: 'GET',
    permission: 'indicators.export',
    audited: true,
    stream: 'text/csv',
    url: '/api/funds/execution.csv',
    summary: { zh: '导出执行进度', en: 'Export execution month by month' },
    query: ExecutionCsvQuery,
    reply: { 200: Type.String() },
    handle: async function* ({ client, caller, query, today, lang: preferred, note }) {
      const lang = query.lang ?? preferred;
      const place = await placeFor(client, caller, query.place);
      note({ object: 'funds.execution', place: place.key });
      const name = await nameOf(client, place.key);
      const rows = await executionOf(client, place, query, today);
      yield executionSheet.heading(
        { place: name, day: today, madeUp: await demonstrated(client) },
        lang,
      );
      const named = rows.map((row) => ({ ...row, place: place.key, placeName: name }));
      yield named.map((row) => executionSheet.line(row, lang)).join('');
      note({ after: { ...query, rows: rows.length } });
    },
  }),
];
