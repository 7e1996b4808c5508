/** Reads the 31 figures from the indicator engine, and only from there. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { answer } from '../indicators/answer.ts';
import type { Engine } from '../indicators/engine.ts';
import { type PlaceRange, read } from '../indicators/read.ts';
import type { Client } from '../platform/db/pool.ts';
import type { Figure } from './contract.ts';
import { agrees, inUnit, questions } from './figures.ts';

interface Stated {
  id: string;
  section: string;
  statement_zh: string;
  value: string;
  unit: string;
  qualifier: string;
  definition: string;
  tolerance: string;
  note: string;
}

const file = new URL('./data/seed-figures.csv', import.meta.url);
const stated: readonly Stated[] = parse(readFileSync(file), { columns: true, bom: true });

/** The place the interview spoke of. */
export const interviewPlace: PlaceRange = {
  key: '440000000000',
  lo: '440000000000',
  hi: '449999999999',
  level: 'province',
};

/**
 * Every figure with its stated and computed value at a place; compared only at the interview's own place.
 * One read a distinct period: figures of the same days come from the same state of the facts.
 */
export async function readFigures(
  client: Client,
  engine: Engine,
  place: PlaceRange = interviewPlace,
): Promise<Figure[]> {
  const periods = Map.groupBy(Object.entries(questions), ([, q]) => `${q.from}..${q.to}`);
  const computed = new Map<string, string | null>();
  const units = new Map(stated.map((s) => [s.id, s.unit]));
  for (const list of periods.values()) {
    const first = list[0]?.[1];
    if (!first) continue;
    const codes = [...new Set(list.map(([, q]) => q.indicator))];
    const cells = await read(client, engine, {
      codes,
      places: [place],
      from: first.from,
      to: first.to,
      divided: true,
    });
    for (const [id, q] of list)
      computed.set(id, inUnit(units.get(id) ?? '', answer(engine.catalogue, q.indicator, cells)));
  }
  return stated.map((s) => {
    const q = questions[s.id];
    if (!q) throw new Error(`${s.id} of seed-figures.csv has no definition`);
    const value = computed.get(s.id) ?? null;
    const definition = engine.catalogue.byCode.get(q.indicator);
    if (!definition) throw new Error(`${s.id} asks for ${q.indicator}, which is not defined`);
    return {
      id: s.id,
      section: s.section,
      statement: { zh: s.statement_zh, en: s.definition },
      stated: s.value,
      qualifier: s.qualifier,
      unit: s.unit,
      computed: value,
      agrees: place.key === interviewPlace.key ? agrees(s.value, s.tolerance, value) : null,
      tolerance: s.tolerance,
      ...q,
      name: definition.name,
      means: definition.means,
      notes: s.note.split(/\s+/).filter(Boolean),
    };
  });
}
