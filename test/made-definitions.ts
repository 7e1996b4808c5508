/** Definitions of every kind for tests of the engine, over tables of the product. */
import { type Definition, indicator, type Rows } from '../src/indicators/definition.ts';

const said = (name: string) => ({ name: { zh: name, en: name }, means: { zh: name, en: name } });
export const saleRows: Rows = {
  columns: [
    { name: 'sold_on', value: 'r.sold_on', type: 'date', label: { zh: '日期', en: 'Day' } },
  ],
};
const sale = { from: 'livelihoods.sale', place: 'place_key', rows: saleRows } as const;
const posting = {
  from: 'teams.posting',
  history: 'teams.posting_history',
  place: 'place_key',
  rows: { columns: [] },
} as const;
const channel = { name: 'channel', value: 'channel' };

export const sold = indicator({
  ...said('sold'),
  ...sale,
  code: 'made.sold',
  unit: 'fen',
  kind: 'flow',
  value: 'amount',
  on: 'sold_on',
  by: [channel, { name: 'buyer', value: 'buyer' }],
});

export const made: readonly Definition[] = [
  sold,
  indicator({
    ...said('sales'),
    ...sale,
    code: 'made.sales',
    unit: 'event',
    kind: 'flow',
    value: '1',
    on: 'sold_on',
  }),
  indicator({
    ...said('posted'),
    ...posting,
    code: 'made.posted',
    unit: 'person',
    kind: 'stock',
    steps: [
      { on: 'starts_on', value: '1' },
      { on: 'ends_on', value: '-1' },
    ],
    by: [{ name: 'role', value: 'role' }],
  }),
  indicator({
    ...said('buyers'),
    ...sale,
    code: 'made.buyers',
    unit: 'unit',
    kind: 'distinct',
    of: 'buyer',
    during: { at: 'happens', on: 'sold_on' },
    by: [channel],
  }),
  ...(['last_day', 'any_day'] as const).map((at) =>
    indicator({
      ...said(at),
      ...posting,
      code: `made.people_${at}`,
      unit: 'person',
      kind: 'distinct',
      of: 'person_id',
      during: { at, starts: 'starts_on', ends: 'ends_on' },
    }),
  ),
  ...(['min', 'max'] as const).map((pick) =>
    indicator({
      ...said(pick),
      ...sale,
      code: `made.place_${pick}`,
      unit: 'fen',
      kind: 'extreme',
      pick,
      value: 'amount',
      per: 'place_key',
      on: 'sold_on',
    }),
  ),
  indicator({
    ...said('price'),
    code: 'made.price',
    unit: 'ratio',
    kind: 'ratio',
    of: 'made.sold',
    over: 'made.sales',
  }),
  indicator({
    ...said('mix'),
    code: 'made.mix',
    unit: 'ratio',
    kind: 'shares',
    of: 'made.sold',
    by: 'channel',
    order: ['online', 'fair'],
  }),
];
