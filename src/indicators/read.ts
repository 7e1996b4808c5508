/** The read: one statement, so every part of the answer sees the same state of facts, cube and open increments. */
import type { Client } from '../platform/db/pool.ts';
import { partsOf } from './catalogue.ts';
import { type Additive, isAdditive, type RowIndicator } from './definition.ts';
import type { Engine } from './engine.ts';
import { additiveParts } from './statement/additive.ts';
import type { Bind, Build, Numbered, PlaceRange, Question } from './statement/build.ts';
import { distinct, extreme } from './statement/live.ts';

export type { PlaceRange, Question };

/**
 * One number of the answer; month as its first day, '' when months are not kept apart. Dimensions are in
 * the definition's order; null means over all values, so a cell with nulls alone is a whole.
 */
export interface Cell {
  code: string;
  place: string;
  month: string;
  dimensions: readonly [string | null, string | null, string | null];
  value: bigint;
}

interface Row {
  i: number;
  place: string;
  month: string | null;
  d1: string | null;
  d2: string | null;
  d3: string | null;
  value: string | null;
}

/** Answers the question for figures over rows (the parts of ratios and shares included). */
export async function read(client: Client, engine: Engine, question: Question): Promise<Cell[]> {
  const definitions = partsOf(engine.catalogue, question.codes);
  if (definitions.length === 0 || question.places.length === 0) return [];
  const { text, values } = readStatement(engine, question, definitions);
  const { rows } = await client.query<Row>(text, values);
  return rows.flatMap((r) => {
    const code = definitions[r.i]?.code;
    if (!code || r.value === null) return [];
    return [
      {
        code,
        place: r.place,
        month: r.month ?? '',
        dimensions: [r.d1, r.d2, r.d3] as const,
        value: BigInt(r.value),
      },
    ];
  });
}

/** The statement of a read; rows name definitions by their place in the list. */
export function readStatement(
  engine: Engine,
  q: Question,
  definitions: readonly RowIndicator[],
): { text: string; values: unknown[] } {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const build: Build = { engine, q, bind };
  const numbered = definitions.map((d, i) => ({ d, i }));
  const parts = additiveParts(
    build,
    numbered.filter((n): n is Numbered<Additive> => isAdditive(n.d)),
  );
  // Only what is kept apart is grouped by: sorting by three columns of nothing cost as much as the sums.
  const dimensions = q.divided
    ? 'd1, d2, d3'
    : 'null::text as d1, null::text as d2, null::text as d3';
  const apart = [
    'i',
    'place',
    ...(q.monthly ? ['month'] : []),
    ...(q.divided ? ['d1, d2, d3'] : []),
  ];
  const sums = `select i, place, ${q.monthly ? 'month' : 'null::date as month'}, ${dimensions}, sum(value)::bigint as value
    from (${parts.join('\nunion all\n')}) part group by ${apart.join(', ')}`;
  const live = numbered.flatMap(({ d, i }) => {
    if (d.kind === 'distinct') return [distinct(build, { d, i })];
    return d.kind === 'extreme' ? [extreme(build, { d, i })] : [];
  });
  return { text: [...(parts.length ? [sums] : []), ...live].join('\nunion all\n'), values };
}
