/** Who owes what: by payer and year, and town by town. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { StandingQuery, StandingRows, TownStandingRows, TownsQuery } from '../contract-reading.ts';
import { standingOf } from '../store/standing.ts';
import { townsStanding } from '../store/towns-standing.ts';

const read = { method: 'GET', permission: 'funds.read' } as const;

export const standingRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/funds/standing',
    cost: 3,
    summary: {
      zh: '各出资方应配、已出资、到位、合同占用、支出和欠配，按出资地和预算年度',
      en: 'What each payer owes and provided, by paying place and budget year; what a surplus makes up of earlier years is said',
    },
    query: StandingQuery,
    reply: { 200: StandingRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      return { place: place.key, rows: await standingOf(client, place, query) };
    },
  }),
  endpoint({
    ...read,
    url: '/api/funds/towns-standing',
    cost: 3,
    summary: {
      zh: '各镇应配、已出资、到位、合同占用、支出和欠配，按区划代码排列',
      en: 'What is owed and was provided town by town, in the order of division codes',
    },
    query: TownsQuery,
    reply: { 200: TownStandingRows },
    handle: async ({ client, caller, query }) =>
      townsStanding(client, await placeFor(client, caller, query.place), query),
  }),
];
