/** What a rule says town by town beside what is due or another version, and the factor values it works with. */

import type { Client } from '../../platform/db/pool.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../platform/own-office.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { cursorParts, limitOf, paged, placeCursor } from '../../teams/store/paging.ts';
import {
  EnterFactorValues,
  FactorBatches,
  FactorBatchQuery,
  FactorQuery,
  FactorRows,
  FactorValuesWritten,
  Numbers,
  NumbersQuery,
} from '../contract-allocation.ts';
import { allocationFor } from '../store/allocation/allocation.ts';
import { splitOf } from '../store/allocation/charge.ts';
import {
  decideFactorBatch,
  enterFactorValues,
  factorBatches,
  factorRows,
} from '../store/allocation/factor-values.ts';
import { beside, saidBy } from '../store/allocation/numbers.ts';
import { standingDue } from '../store/allocation/towns.ts';

export const allocationNumberRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/funds/allocations/:id/numbers',
    permission: 'funds.read',
    cost: 3,
    summary: {
      zh: '按规则测算各镇各方应配，并与现有应配或另一版本对比',
      en: 'What a rule says town by town, beside what is due or another version',
    },
    params: IdParams,
    query: NumbersQuery,
    reply: { 200: Numbers },
    handle: async ({ client, caller, params, query }) => {
      const place = await placeFor(client, caller, query.place);
      const of = await allocationFor(client, caller, params.id);
      const year = Number(query.year);
      const said = await saidBy(client, caller, of, year, query.fresh === 'yes');
      const { against = 'due' } = query;
      const other =
        against === 'due'
          ? await standingDue(client, of, year)
          : (
              await saidBy(
                client,
                caller,
                await allocationFor(client, caller, against),
                year,
                false,
              )
            ).lines;
      const found = beside(said.lines, other, place);
      const [after = ''] = cursorParts(query, placeCursor, ['000000000000']);
      const { rows, next } = paged(
        found.rows.filter((row) => row.place > after),
        limitOf(query),
        (last) => last.place,
      );
      const names = await namesOf(client, [
        ...found.payers.map(({ payerPlace }) => payerPlace).filter(Boolean),
        ...rows.flatMap((row) => [row.place, `${row.place.slice(0, 6)}000000`]),
        ...said.problems.flatMap(({ towns }) => towns.slice(0, 1)),
      ]);
      const nameOf = (key: string) => names.get(key) ?? key;
      return {
        ...found,
        year,
        split: splitOf(said.lines),
        kept: said.kept,
        problems: said.problems.map(({ code, towns }) => ({
          ...{ code, count: towns.length },
          place: nameOf(towns[0] ?? ''),
        })),
        payers: found.payers.map((row) => ({ ...row, payerName: nameOf(row.payerPlace) })),
        rows: rows.map((row) => ({
          ...row,
          placeName: nameOf(row.place),
          countyName: nameOf(`${row.place.slice(0, 6)}000000`),
        })),
        next,
      };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/funds/factor-values',
    permission: 'funds.read',
    summary: { zh: '各镇分配因素', en: 'Factor values of the towns' },
    query: FactorQuery,
    reply: { 200: FactorRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      return factorRows(client, caller, place, Number(query.year), query);
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/funds/factor-values',
    permission: 'funds.register',
    summary: { zh: '录入分配因素', en: 'Enter factor values' },
    body: EnterFactorValues,
    bodyLimit: 1 << 20,
    reply: { 201: FactorValuesWritten },
    handle: async ({ client, caller, id, body, note }) => {
      mustActForOwn(caller);
      const count = await enterFactorValues(client, caller, id, body);
      note({
        object: `factor_values ${body.factor} ${body.year}`,
        place: caller.seat,
        after: body,
      });
      return { id, count };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/funds/factor-batches',
    permission: 'funds.read',
    summary: { zh: '待审批的分配因素', en: 'Factor values that wait for approval' },
    query: FactorBatchQuery,
    reply: { 200: FactorBatches },
    handle: async ({ client, caller, query }) => ({
      rows: await factorBatches(client, caller, await placeFor(client, caller, query.place)),
    }),
  }),
  ...(['approve', 'discard'] as const).map((verb) =>
    endpoint({
      method: 'POST',
      url: `/api/funds/factor-batches/:id/${verb}`,
      permission: verb === 'approve' ? 'funds.check' : 'funds.register',
      summary: {
        approve: { zh: '批准分配因素', en: 'Approve factor values' },
        discard: { zh: '作废分配因素', en: 'Discard factor values' },
      }[verb],
      params: IdParams,
      reply: { 200: FactorValuesWritten },
      handle: async ({ client, caller, params, note }) => {
        mustActForOwn(caller);
        const count = await decideFactorBatch(client, caller, params.id, verb);
        note({ object: `factor_values ${params.id}`, place: caller.seat, after: { verb, count } });
        return { id: params.id, count };
      },
    }),
  ),
];

async function namesOf(client: Client, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await client.query<{ key: string; name: string }>(
    'select key::text as key, name from regions.place where key = any ($1::bigint[])',
    [[...new Set(keys)]],
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}
