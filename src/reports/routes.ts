/** The interview's figures over HTTP. */
import type { Engine } from '../indicators/engine.ts';
import { type Endpoint, endpoint } from '../platform/http/endpoint.ts';
import { placeFor } from '../regions/in-scope.ts';
import { Figures, FiguresQuery } from './contract.ts';
import { readFigures } from './store.ts';

export const routes = (engine: () => Engine): Endpoint[] => [
  endpoint({
    method: 'GET',
    url: '/api/reports/figures',
    permission: 'figures.read',
    cost: 5,
    summary: { zh: '访谈的 31 个数', en: 'The 31 figures of the interview' },
    query: FiguresQuery,
    reply: { 200: Figures },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place ?? caller.home);
      const asOf = new Date().toISOString();
      const rows = await readFigures(client, engine(), place);
      return { place: place.key, asOf, right: rows.filter((r) => r.agrees).length, rows };
    },
  }),
];
