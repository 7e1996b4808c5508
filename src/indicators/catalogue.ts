/** The catalogue: every definition once, with the parts others need, compared with the database at start. */
import { createHash } from 'node:crypto';
import type { Pool } from '../platform/db/pool.ts';
import {
  type Additive,
  type Definition,
  hasRows,
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
 * @throws DefinitionError naming the definition: double code, more than three dimensions, a ratio or
 * shares of something that does not exist or cannot be divided.
 */
export function catalogueOf(definitions: readonly Definition[]): Catalogue {
  const byCode = new Map<string, Definition>();
  for (const d of definitions) {
    if (!/^[a-z]+\.[a-z][a-z0-9_]*$/.test(d.code))
      throw new DefinitionError(`${d.code}: a code is <room>.<name>`);
    if (byCode.has(d.code)) throw new DefinitionError(`${d.code} is defined twice`);
    if (hasRows(d) && (d.by?.length ?? 0) > 3)
      throw new DefinitionError(`${d.code} has more than three dimensions`);
    byCode.set(d.code, d);
  }
  for (const d of definitions) {
    const needed = d.kind === 'ratio' ? [d.of, d.over] : d.kind === 'shares' ? [d.of] : [];
    for (const code of needed) {
      const other = byCode.get(code);
      if (!other || !hasRows(other))
        throw new DefinitionError(`${d.code} needs ${code}, which is no figure over rows`);
      if (d.kind === 'shares' && !other.by?.some((b) => b.name === d.by)) {
        throw new DefinitionError(`${d.code} divides ${code} by ${d.by}, which it does not have`);
      }
    }
  }
  return { all: definitions, byCode, additive: definitions.filter(isAdditive) };
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

/** Changes whenever what a trigger or a fold would do changes. */
export const fingerprint = (d: Additive): string =>
  createHash('sha256')
    .update(JSON.stringify([d.from, d.when, d.place, stepsOf(d), d.by?.map((b) => b.value)]))
    .digest('hex');

/**
 * Asks the database to plan every definition's statements: a column that does not exist or has the wrong
 * type is named with its definition. Nothing is executed.
 * @throws DefinitionError listing every definition that does not fit.
 */
export async function compareWithDatabase(owner: Pool, catalogue: Catalogue): Promise<void> {
  const wrong: string[] = [];
  for (const d of catalogue.all) {
    if (!hasRows(d)) continue;
    for (const sql of probes(d)) {
      await owner.query(`explain ${sql}`).catch((error: Error) => {
        wrong.push(`${d.code} (${d.from}): ${error.message}`);
      });
    }
  }
  if (wrong.length > 0)
    throw new DefinitionError(`definitions that do not fit the database:\n${wrong.join('\n')}`);
}

function probes(d: RowIndicator): string[] {
  const days = isAdditive(d)
    ? stepsOf(d)
    : d.kind === 'extreme'
      ? [{ on: d.on, value: d.value }]
      : 'on' in d.during
        ? [{ on: d.during.on, value: '1' }]
        : [
            { on: d.during.starts, value: '1' },
            { on: d.during.ends, value: '1' },
          ];
  const dims = (d.by ?? []).map((b) => `(${b.value})::text`);
  const probe = (from: string) =>
    days.map(
      (s) =>
        `select ${[`${d.place}::bigint`, `(${s.value})::bigint`, ...dims].join(', ')} from ${from} r
         where (${d.when ?? 'true'}) and ${s.on} between date '2021-01-01' and date '2021-12-31'`,
    );
  const columns = d.rows.columns.map((c) => c.value).join(', ');
  const rows = `select ${d.key ?? 'r.id'}, ${columns}
    from (select * from ${d.from} where (${d.when ?? 'true'})) r ${d.rows.join ?? ''}`;
  return [...probe(d.from), ...(d.history ? probe(d.history) : []), rows];
}
