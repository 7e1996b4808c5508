/** What every question about figures must be: known codes, a real period, a place within scope. */
import { isDay } from '../../kit/period.ts';
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { partsOf } from '../catalogue.ts';
import type { RowIndicator } from '../definition.ts';
import type { Engine } from '../engine.ts';
import type { PlaceRange } from '../read.ts';
import type { RowsQuestion } from '../rows.ts';

export type Known = (codes: string) => string[];

interface Asking {
  client: Client;
  caller: Caller;
  query: { codes: string; place: string; from: string; to: string };
}

/** @throws Refusal naming the first code that is no figure. */
export const knownTo =
  (engine: () => Engine): Known =>
  (codes) => {
    const list = [...new Set(codes.split(','))];
    const unknown = list.find((code) => !engine().catalogue.byCode.has(code));
    if (unknown) throw new Refusal('indicators.refusal.unknown', { code: unknown });
    return list;
  };

/** The first and last day anybody may ask for: beyond, lists of months grow without sense. */
const days = { first: '1900-01-01', last: '2199-12-31', years: 50 };

/** @throws Refusal for what is no period; Absent for a place out of scope. */
export async function asked(
  { client, caller, query }: Asking,
  known: Known,
): Promise<{ place: PlaceRange; codes: string[]; asOf: string }> {
  const { from, to } = query;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  const sound = isDay(from) && isDay(to) && from <= to && years <= days.years;
  if (!sound || from < days.first || to > days.last)
    throw new Refusal('indicators.refusal.period', { from, to });
  const codes = known(query.codes);
  const place = await placeFor(client, caller, query.place);
  return { place, codes, asOf: new Date().toISOString() };
}

/** Shares are read with their dimensions even where nobody asked to divide. */
export const needsParts = (engine: Engine, codes: readonly string[]): boolean =>
  codes.some((c) => engine.catalogue.byCode.get(c)?.kind === 'shares');

/**
 * The instant of "as known on": a day means its end, in Beijing.
 * @throws Refusal when there is no such instant, or an earlier state of one of the figures can't be told.
 */
export function knownBy(
  engine: Engine,
  codes: readonly string[],
  known: string | undefined,
): string | undefined {
  if (known === undefined) return undefined;
  const instant = known.length === 10 ? `${known}T23:59:59.999999+08:00` : known;
  const day = known.slice(0, 10);
  const sound = isDay(day) && day >= days.first && day <= days.last;
  if (!sound || Number.isNaN(Date.parse(instant)))
    throw new Refusal('indicators.refusal.known', { known });
  const forgets = partsOf(engine.catalogue, codes).find((d) => !engine.remembered.has(d.code));
  if (forgets) throw new Refusal('indicators.refusal.forgotten', { code: forgets.name.zh });
  return instant;
}

/** @throws Refusal when the figure can't be divided so, or its earlier rows can't be told. */
export function rowsAsked(
  engine: Engine,
  d: RowIndicator,
  place: PlaceRange,
  query: { from: string; to: string; dimension?: string; value?: string; known?: string },
): RowsQuestion {
  const { from, to, dimension, value } = query;
  const at = knownBy(engine, [d.code], query.known);
  const question: RowsQuestion = { place, from, to };
  if (at !== undefined) question.known = { at, columns: engine.columns.get(d.from) };
  if (dimension === undefined) return question;
  if (value === undefined || !d.by?.some((b) => b.name === dimension))
    throw new Refusal('indicators.refusal.dimension', { dimension });
  return { ...question, only: { dimension, value } };
}
