/** Who owes what and the quota book as files, streamed page by page; each export leaves an audit row. */
import Type from 'typebox';
import type { Client } from '../../platform/db/pool.ts';
import { demonstrated } from '../../platform/demonstrated.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { QuotasCsvQuery, StandingCsvQuery } from '../contract-reading.ts';
import { quotaSheet, standingSheet } from '../sheet.ts';
import { nameOf } from '../store/place-name.ts';
import { quotasOf } from '../store/quotas.ts';
import { standingOf } from '../store/standing.ts';

const file = {
  method: 'GET',
  permission: 'indicators.export',
  audited: true,
  stream: 'text/csv',
  reply: { 200: Type.String() },
} as const;

const about = async (client: Client, place: string, day: string) => ({
  ...{ place: await nameOf(client, place), day, madeUp: await demonstrated(client) },
});

export const exportRoutes: Endpoint[] = [
  endpoint({
    ...file,
    url: '/api/funds/standing.csv',
    summary: { zh: '导出谁欠谁多少', en: 'Export who owes what' },
    query: StandingCsvQuery,
    handle: async function* ({ client, caller, query, today, lang: preferred, note }) {
      const lang = query.lang ?? preferred;
      const place = await placeFor(client, caller, query.place);
      note({ object: 'funds.standing', place: place.key });
      const rows = await standingOf(client, place, query);
      yield standingSheet.heading(await about(client, place.key, today), lang);
      yield rows.map((row) => standingSheet.line(row, lang)).join('');
      note({ after: { ...query, rows: rows.length } });
    },
  }),
  endpoint({
    ...file,
    url: '/api/funds/quotas.csv',
    summary: { zh: '导出指标台账', en: 'Export the quota book' },
    query: QuotasCsvQuery,
    handle: async function* ({ client, caller, query, today, lang: preferred, note }) {
      const lang = query.lang ?? preferred;
      const place = await placeFor(client, caller, query.place);
      note({ object: 'funds.quotas', place: place.key });
      yield quotaSheet.heading(await about(client, place.key, today), lang);
      let count = 0;
      let after: string | null = '';
      while (after !== null) {
        const { rows, next } = await quotasOf(
          client,
          place,
          { ...query, after, limit: '200' },
          today,
        );
        yield rows.map((row) => quotaSheet.line(row, lang)).join('');
        count += rows.length;
        after = next;
      }
      note({ after: { ...query, rows: count } });
    },
  }),
];
