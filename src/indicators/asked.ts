/** What every question about figures must be: known codes, a real period, a place within scope. */
import { isDay } from '../kit/period.ts';
import type { Client } from '../platform/db/pool.ts';
import { type Caller, Refusal } from '../platform/http/endpoint.ts';
import { placeFor } from '../regions/in-scope.ts';
import type { Engine } from './engine.ts';
import type { PlaceRange } from './read.ts';

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

/** @throws Refusal for what is no period; Absent for a place out of scope. */
export async function asked(
  { client, caller, query }: Asking,
  known: Known,
): Promise<{ place: PlaceRange; codes: string[]; asOf: string }> {
  const { from, to } = query;
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  if (!isDay(from) || !isDay(to) || from > to || years > 50)
    throw new Refusal('indicators.refusal.period', { from, to });
  const codes = known(query.codes);
  const place = await placeFor(client, caller, query.place);
  return { place, codes, asOf: new Date().toISOString() };
}

/** Shares are read with their dimensions even where nobody asked to divide. */
export const needsParts = (engine: Engine, codes: readonly string[]): boolean =>
  codes.some((c) => engine.catalogue.byCode.get(c)?.kind === 'shares');
