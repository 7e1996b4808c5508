/** What the figures must be, told apart from the engine: rows are fetched as they are and added up here. */

import type { Cell, Question } from '../../src/indicators/read.ts';
import type { Client } from '../../src/platform/db/pool.ts';

interface Increment {
  place: string;
  day: string;
  dimensions: [string, string, string];
  value: bigint;
}

interface Model {
  kind: 'flow' | 'stock';
  rows: string;
  of(row: Record<string, string>): Increment[];
  /** The same sum in SQL, of one place: $lo, $hi, $from and $to are put in by the test. */
  sql: string;
}

const increment = (
  row: Record<string, string>,
  day: string | undefined,
  value: bigint,
  dimensions: (string | undefined)[] = [],
): Increment[] =>
  day
    ? [
        {
          place: row.place_key ?? '',
          day,
          value,
          dimensions: [dimensions[0] ?? '', dimensions[1] ?? '', dimensions[2] ?? ''],
        },
      ]
    : [];

const people = (condition: string, keep: (row: Record<string, string>) => boolean): Model => ({
  kind: 'stock',
  rows: 'select place_key, category::text, role::text, main::text, starts_on, ends_on from teams.posting',
  of: (row) =>
    keep(row)
      ? [
          ...increment(row, row.starts_on, 1n, [row.category === 'cadre' ? row.role : '']),
          ...increment(row, row.ends_on, -1n, [row.category === 'cadre' ? row.role : '']),
        ]
      : [],
  sql: `select coalesce(count(*) filter (where starts_on <= $to) - count(*) filter (where ends_on <= $to), 0)
    from teams.posting where place_key between $lo and $hi and main and ${condition}`,
});

const spent = (measure: string): Model => ({
  kind: 'flow',
  rows: 'select place_key, measure::text, amount, booked_on, payer::text, programme::text, source::text from funds.entry',
  of: (row) =>
    row.measure === measure && row.programme !== 'self_raised'
      ? increment(row, row.booked_on, BigInt(row.amount ?? 0), [
          row.payer,
          row.programme,
          row.source,
        ])
      : [],
  sql: `select coalesce(sum(amount), 0) from funds.entry
    where place_key between $lo and $hi and measure = '${measure}' and programme <> 'self_raised' and booked_on between $from and $to`,
});

export const models: Readonly<Record<string, Model>> = {
  'teams.cadres': people(`category = 'cadre'`, (r) => r.category === 'cadre' && r.main === 'true'),
  'teams.volunteers': people(
    `category = 'volunteer'`,
    (r) => r.category === 'volunteer' && r.main === 'true',
  ),
  'livelihoods.sales': {
    kind: 'flow',
    rows: 'select place_key, amount, sold_on, channel::text, buyer::text from livelihoods.sale',
    of: (row) => increment(row, row.sold_on, BigInt(row.amount ?? 0), [row.channel, row.buyer]),
    sql: `select coalesce(sum(amount), 0) from livelihoods.sale
      where place_key between $lo and $hi and sold_on between $from and $to`,
  },
  'livelihoods.workshops': {
    kind: 'stock',
    rows: 'select place_key, opened_on, closed_on from livelihoods.workshop',
    of: (row) => [...increment(row, row.opened_on, 1n), ...increment(row, row.closed_on, -1n)],
    sql: `select count(*) filter (where opened_on <= $to) - count(*) filter (where closed_on <= $to)
      from livelihoods.workshop where place_key between $lo and $hi`,
  },
  'funds.spent': spent('spent'),
  'funds.received': spent('received'),
};

/** Every non-zero number of the question, by code, place, month and dimensions. */
export async function summed(client: Client, q: Question): Promise<Map<string, bigint>> {
  const sums = new Map<string, bigint>();
  for (const code of q.codes) {
    const model = models[code];
    if (!model) throw new Error(`no model of ${code}`);
    const { rows } = await client.query<Record<string, string>>(model.rows);
    const increments = rows.flatMap((row) => model.of(row));
    for (const place of q.places) {
      const [lo, hi] = [BigInt(place.lo), BigInt(place.hi)];
      for (const i of increments) {
        const at = BigInt(i.place);
        if (at < lo || at > hi || i.day > q.to || (model.kind === 'flow' && i.day < q.from))
          continue;
        const counted = [i.day, q.from].sort()[1] ?? '';
        const month = q.monthly ? `${counted.slice(0, 7)}-01` : '';
        const dimensions = q.divided ? i.dimensions : [null, null, null];
        const key = JSON.stringify([code, place.key, month, ...dimensions]);
        sums.set(key, (sums.get(key) ?? 0n) + i.value);
      }
    }
  }
  return withoutZeros(sums);
}

export function told(cells: readonly Cell[]): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const c of cells) {
    const key = JSON.stringify([c.code, c.place, c.month, ...c.dimensions]);
    if (sums.has(key)) throw new Error(`told twice: ${key}`);
    sums.set(key, c.value);
  }
  return withoutZeros(sums);
}

function withoutZeros(sums: Map<string, bigint>): Map<string, bigint> {
  for (const [key, value] of sums) if (value === 0n) sums.delete(key);
  return sums;
}
