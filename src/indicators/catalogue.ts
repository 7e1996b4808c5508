/** The catalogue: every definition once, with the parts others need. */
import { createHash } from 'node:crypto';
import {
  type Additive,
  type Definition,
  hasRows,
  incrementSql,
  isAdditive,
  type RowIndicator,
  stepsOf,
} from './definition.ts';

export interface Catalogue {
  all: readonly Definition[];
  byCode: ReadonlyMap<string, Definition>;
  additive: readonly Additive[];
}

export class DefinitionError extends Error {}

/**
 * @throws DefinitionError naming the definition: double code, names that are no names, more than three
 * dimensions, a ratio or shares of something that does not exist or cannot be divided.
 */
export function catalogueOf(definitions: readonly Definition[]): Catalogue {
  const byCode = new Map<string, Definition>();
  for (const d of definitions) {
    const wrong = byCode.has(d.code) ? 'is defined twice' : faultOf(d);
    if (wrong) throw new DefinitionError(`${d.code} ${wrong}`);
    byCode.set(d.code, d);
  }
  for (const d of definitions) {
    const needed = d.kind === 'ratio' ? [d.of, d.over] : d.kind === 'shares' ? [d.of] : [];
    for (const code of needed) {
      const other = byCode.get(code);
      if (!other || !hasRows(other))
        throw new DefinitionError(`${d.code} needs ${code}, which is no figure over rows`);
      if (d.kind !== 'shares') continue;
      if (!isAdditive(other))
        throw new DefinitionError(`${d.code} divides ${code}, whose parts do not add up`);
      if (!other.by?.some((b) => b.name === d.by))
        throw new DefinitionError(`${d.code} divides ${code} by ${d.by}, which it does not have`);
    }
  }
  return { all: definitions, byCode, additive: definitions.filter(isAdditive) };
}

const column = /^[a-z_][a-z0-9_]*$/;
const table = /^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$/;

function faultOf(d: Definition): string | null {
  if (!/^[a-z]+\.[a-z][a-z0-9_]*$/.test(d.code)) return 'has no code of the form <room>.<name>';
  if (!hasRows(d)) return null;
  const names = (d.by ?? []).map((b) => b.name);
  if (names.length > 3) return 'has more than three dimensions';
  if (new Set(names).size < names.length) return 'has two dimensions of one name';
  if (![d.from, d.history ?? d.from].every((t) => table.test(t)))
    return 'must name its table as <schema>.<table>';
  if (![d.place, d.key ?? 'id'].every((c) => column.test(c)))
    return 'must name columns as place and key';
  return d.kind === 'stock' && d.steps.length === 0 ? 'is a stock without steps' : null;
}

/** Codes a figure is computed from: itself, or the parts of a ratio. */
export function partsOf(catalogue: Catalogue, codes: readonly string[]): RowIndicator[] {
  const needed = codes.flatMap((code) => {
    const d = catalogue.byCode.get(code);
    if (!d) return [];
    return d.kind === 'ratio' ? [d.of, d.over] : d.kind === 'shares' ? [d.of] : [code];
  });
  return [...new Set(needed)]
    .map((code) => catalogue.byCode.get(code))
    .filter((d): d is RowIndicator => d !== undefined && hasRows(d));
}

/** Changes whenever what a trigger writes, and so what the cube must hold, changes. */
export const fingerprint = (d: Additive): string =>
  createHash('sha256')
    .update(JSON.stringify(stepsOf(d).map((step) => incrementSql(d, step))))
    .digest('hex');
