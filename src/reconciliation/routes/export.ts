/** A run as a file, streamed page by page; each export leaves an audit row. */
import Type from 'typebox';
import { demonstrated } from '../../platform/demonstrated.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { zeroId } from '../../teams/store/paging.ts';
import { StatementCsvQuery } from '../contract-runs.ts';
import { heading, line } from '../sheet.ts';
import { itemsOf } from '../store/items.ts';
import { runFor, runPage } from '../store/runs.ts';

const limit = 500;

export const exportRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/reconciliation/runs/:id/statement.csv',
    permission: 'indicators.export',
    audited: true,
    stream: 'text/csv',
    reply: { 200: Type.String() },
    summary: {
      zh: '导出余额调节表和对账明细',
      en: 'Export the statement of differences and its rows',
    },
    params: IdParams,
    query: StatementCsvQuery,
    handle: async function* ({ client, caller, params, query, today, lang: preferred, note }) {
      const lang = query.lang ?? preferred;
      const run = await runFor(client, caller, params.id);
      note({ object: `reconciliation_run ${run.id}`, place: run.office });
      const madeUp = await demonstrated(client);
      yield heading(await runPage(client, caller, run), { day: today, lang, madeUp });
      let count = 0;
      let after: string[] | null = ['', '2000-01-01', zeroId];
      while (after !== null) {
        const found = await itemsOf(client, run.id, { after, limit });
        const rows = found.slice(0, limit);
        yield rows.map((row) => line(row, lang)).join('');
        count += rows.length;
        const last = found.length > limit ? rows.at(-1) : undefined;
        after = last ? [last.cluster, last.day, last.id] : null;
      }
      note({ after: { rows: count } });
    },
  }),
];
