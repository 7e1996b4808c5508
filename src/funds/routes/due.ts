/** What each payer owes by the rule in force, and what it would owe by another. */
import { BadShape, type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { DueTrial, DueTrialQuery } from '../contract-due.ts';
import { dueBy, duePayers, type Weights } from '../rules-due.ts';
import { ruledTowns } from '../store/due.ts';

export const dueRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/funds/due-trial',
    permission: 'funds.read',
    summary: {
      zh: '应配测算：现行规则与试算规则对比',
      en: 'What payers owe by the rule in force beside a trial of another',
    },
    query: DueTrialQuery,
    reply: { 200: DueTrial },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const { towns, unruled } = await ruledTowns(client, caller, place, query.on);
      const found = dueBy(towns, {
        within: query.within ?? query.place,
        average: query.average === undefined ? undefined : BigInt(query.average),
        weights: weightsOf(query.weights),
      });
      const names = await client.query<{ key: string; name: string }>(
        'select key::text as key, name from regions.place where key = any ($1::bigint[])',
        [found.map((row) => row.payerPlace)],
      );
      const nameOf = new Map(names.rows.map(({ key, name }) => [key, name]));
      const sum = (which: 'now' | 'trial') =>
        found.reduce((total, row) => total + row[which], 0n).toString();
      return {
        place: query.place,
        towns: towns.length,
        unruled,
        now: sum('now'),
        trial: sum('trial'),
        rows: found.map((row) => ({
          ...row,
          payerName: nameOf.get(row.payerPlace) ?? row.payerPlace,
          now: row.now.toString(),
          trial: row.trial.toString(),
        })),
      };
    },
  }),
];

/** @throws BadShape when the parts do not add up to a thousand. */
function weightsOf(text: string | undefined): Weights | undefined {
  if (text === undefined) return undefined;
  const parts = text.split(',').map(Number);
  if (parts.reduce((total, part) => total + part, 0) !== 1000)
    throw new BadShape([{ path: 'query/weights', message: 'must add up to 1000' }]);
  return Object.fromEntries(duePayers.map((payer, at) => [payer, parts[at] ?? 0])) as Weights; // one for each payer
}
