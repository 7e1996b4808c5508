// Rows of a table of places: the children in code order, then what belongs to none of them.
import type { Children, Definition, Value } from '../../../indicators/contract.ts';
import { addsUp } from '../../../indicators/web/format.ts';
import { type MoneyUnit, unitFor } from '../../../kit/money.ts';

export interface PlaceRow {
  key: string;
  name: string;
  values: readonly Value[];
  /** True for the line of the place itself. */
  own: boolean;
}

/** The line of the place itself comes only where something in it is not zero. */
export function placeRows(below: Children, place: string, ownName: string): PlaceRow[] {
  const rows = below.rows.map(({ key, name, values }) => ({ key, name, values, own: false }));
  const any = below.own.some(({ value }) => value !== null && value !== '0');
  return any ? [...rows, { key: place, name: ownName, values: below.own, own: true }] : rows;
}

/** One unit for a column of money, that of its larger cells; undefined where it is no money. */
export function moneyOf(
  { code, unit, kind }: Definition,
  rows: readonly PlaceRow[],
): MoneyUnit | undefined {
  if (unit !== 'fen' || !(addsUp({ kind }) || kind === 'extreme')) {
    return unit === 'fen' ? 'wan' : undefined;
  }
  const sizes = rows.flatMap(({ values }) => {
    const value = values.find((one) => one.code === code)?.value;
    return value ? [BigInt(value.replace('-', ''))] : [];
  });
  const largest = largestOf(sizes);
  return largest === 0n ? 'wan' : unitFor(largest);
}

export function largestOf(sizes: readonly bigint[]): bigint {
  return sizes.toSorted((a, b) => (a < b ? 1 : -1))[0] ?? 0n;
}

export const valueIn = (values: readonly Value[], code: string) =>
  values.find((value) => value.code === code);
