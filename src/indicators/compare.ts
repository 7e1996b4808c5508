/** Start-up's comparison of the definitions with the database: what does not fit is named before anybody asks for it. */
import type { Pool } from '../platform/db/pool.ts';
import { type Catalogue, DefinitionError } from './catalogue.ts';
import {
  type Column,
  dimensionColumns,
  hasRows,
  isAdditive,
  type RowIndicator,
  stepsOf,
} from './definition.ts';
import { type Engine, factTables } from './engine.ts';
import { readStatement } from './read.ts';
import { rowsStatement } from './rows.ts';

/** Type numbers of PostgreSQL, which do not change. */
const whole = [20, 21, 23];
const day = [1082];
const types: Record<Column['type'], readonly number[] | null> = {
  text: null,
  code: null,
  date: day,
  fen: whole,
  number: whole,
  flag: [16],
  instant: [1184],
};

/**
 * Asks the database what each part of each definition is, and to plan every statement that will be made
 * of it. Nothing is executed.
 * @throws DefinitionError listing every definition that does not fit.
 */
export async function compareWithDatabase(owner: Pool, catalogue: Catalogue): Promise<void> {
  const definitions = catalogue.all.filter(hasRows);
  const wrong: string[] = [];
  for (const d of definitions) {
    const faults = await faultsOf(owner, d).catch((error: Error) => [error.message]);
    wrong.push(...faults.map((fault) => `${d.code} (${d.from}): ${fault}`));
  }
  if (wrong.length === 0) wrong.push(...(await unplanned(owner, catalogue, definitions)));
  if (wrong.length > 0)
    throw new DefinitionError(`definitions that do not fit the database:\n${wrong.join('\n')}`);
}

interface Part {
  what: string;
  sql: string;
  types: readonly number[] | null;
}

async function faultsOf(owner: Pool, d: RowIndicator): Promise<string[]> {
  const columns: Part[] = d.rows.columns.flatMap((c) => [
    { what: `column ${c.name}`, sql: c.value, types: types[c.type] },
    ...(c.link ? [{ what: `link of ${c.name}`, sql: c.link.value, types: null }] : []),
  ]);
  const own = `(select * from ${d.from} r where (${d.when ?? 'true'}))`;
  const faults = [
    ...(await askedTypes(owner, ownParts(d), `${own} r`)),
    ...(await askedTypes(owner, columns, `${own} r ${d.rows.join ?? ''}`)),
  ];
  if (!d.history) return faults;
  const stamps = ['recorded_at', 'superseded_at'].map((sql) => ({ what: sql, sql, types: [1184] }));
  return [...faults, ...(await askedTypes(owner, [...ownParts(d), ...stamps], `${d.history} r`))];
}

/** The parts that speak about the row alone. */
function ownParts(d: RowIndicator): Part[] {
  const days = (list: readonly string[]): Part[] =>
    list.map((sql) => ({ what: 'the day', sql, types: day }));
  const value = (sql: string): Part => ({ what: 'the value', sql, types: whole });
  const parts: Part[] = [
    { what: 'the place', sql: `r.${d.place}`, types: [20] },
    { what: 'the key', sql: `r.${d.key ?? 'id'}`, types: [...whole, 2950] },
    ...dimensionColumns(d).map((sql) => ({ what: 'a dimension', sql, types: null })),
  ];
  if (isAdditive(d))
    return [...parts, ...stepsOf(d).flatMap((s) => [...days([s.on]), value(s.value)])];
  if (d.kind === 'extreme')
    return [
      ...parts,
      ...days([d.on]),
      value(d.value),
      { what: 'the unit', sql: d.per, types: null },
    ];
  const { during } = d;
  return [
    ...parts,
    { what: 'what is counted', sql: d.of, types: null },
    ...days(during.at === 'happens' ? [during.on] : [during.starts, during.ends]),
  ];
}

async function askedTypes(owner: Pool, parts: readonly Part[], from: string): Promise<string[]> {
  const list = parts.map((p, i) => `(${p.sql}) as c${i}`).join(', ');
  const { fields } = await owner.query(`select ${list} from ${from} limit 0`);
  return parts.flatMap((p, i) => {
    const found = fields[i]?.dataTypeID ?? 0;
    if (p.types === null || p.types.includes(found)) return [];
    return [`${p.what}, ${p.sql}, is of a type that does not fit it`];
  });
}

const places = (['province', 'town', 'village'] as const).map((level, i) => ({
  level,
  key: String(i + 1),
  lo: '0',
  hi: '9',
}));
const period = { from: '2021-01-15', to: '2021-12-15' };

/** Plans the reads of all definitions together, and one by one only to find which does not plan. */
async function unplanned(
  owner: Pool,
  catalogue: Catalogue,
  definitions: readonly RowIndicator[],
): Promise<string[]> {
  const ids = new Map(catalogue.additive.map((d, i) => [d.code, i]));
  const engine: Engine = { catalogue, ids, ...(await factTables(owner, catalogue)) };
  const plan = async (list: readonly RowIndicator[]) => {
    const remembered = list.filter((d) => engine.remembered.has(d.code));
    const codes: string[] = [];
    const statements = [
      readStatement(engine, { codes, places, ...period, divided: true }, list),
      readStatement(engine, { codes, places, ...period, monthly: true }, list),
      ...(remembered.length
        ? [readStatement(engine, { codes, places, ...period, known: '2022-01-01' }, remembered)]
        : []),
    ];
    for (const { text, values } of statements) await owner.query(`explain ${text}`, values);
  };
  const wrong: string[] = [];
  const note = (d: RowIndicator) => (error: Error) => {
    wrong.push(`${d.code} (${d.from}): ${error.message}`);
  };
  const all = await plan(definitions).then(
    () => [],
    () => definitions,
  );
  for (const d of all) await plan([d]).catch(note(d));
  for (const d of definitions) {
    const only = d.by?.[0] && { dimension: d.by[0].name, value: '' };
    const { text, values } = rowsStatement(
      d,
      {
        place: places[0] ?? { key: '', lo: '', hi: '', level: '' },
        ...period,
        ...(only ? { only } : {}),
      },
      null,
      10,
    );
    await owner.query(`explain ${text}`, values).catch(note(d));
  }
  return wrong;
}
