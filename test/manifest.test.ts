/** The database catalogue against the table manifest: every table is known, keyed so that it can be spread, and explained. */
import { describe, expect, test } from 'vitest';
import { tables } from '../src/app/rooms.ts';
import { useDatabase } from './database.ts';

const database = useDatabase();
const names = Object.keys(tables).sort();
const isDistributed = (table: string) => tables[table]?.class === 'distributed';

/** Rows that name a place and are yet for everybody. */
const placedForAll: Record<string, string> = {
  'access.emergency':
    'makes the scope, so read before there is one; lists of it ask for the ranges',
  'dossiers.checklist': 'what an office asks of all who send it dossiers',
  'funds.progress_target': 'what is asked of every place below, which all of them must see',
  'funds.share': 'the rule of every place, published',
  'policy.document': 'the list of documents, published',
  'teams.requirement': 'the rule of every place, published',
  'teams.limit_value': 'the rule of every place, published',
};

/** Distributed tables whose keys do not begin with the county yet. */
const spreadByPlace: Record<string, string> = {
  'indicators.delta': 'derived from facts and rebuilt at will; its place begins with the county',
  'indicators.cube': 'derived from facts and rebuilt at will; its place begins with the county',
  'indicators.cube_day': 'derived from facts and rebuilt at will; its place begins with the county',
};

async function rows<T extends object>(sql: string): Promise<T[]> {
  return (await database.owner.query<T>(sql)).rows;
}

const ours = `c.relnamespace in (select oid from pg_namespace where nspowner = 'zz_owner'::regrole)`;
const named = `c.oid::regclass::text`;

describe('every table', () => {
  test('is in the manifest, and the manifest names no other', async () => {
    const found = await rows<{ name: string }>(
      `select ${named} as name from pg_class c where ${ours} and c.relkind in ('r', 'p') order by 1`,
    );
    expect(found.map((r) => r.name)).toEqual(names);
  });

  test('that names a place is scoped, or is for everybody with a reason', async () => {
    const found = await rows<{ name: string }>(
      `select distinct ${named} as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where ${ours} and c.relkind in ('r', 'p') and a.attname in ('place_key', 'place') order by 1`,
    );
    const open = found.map((r) => r.name).filter((t) => 'none' in (tables[t]?.scope ?? {}));
    expect(open).toEqual(Object.keys(placedForAll).sort());
  });

  test('is scoped by a place key that is always there', async () => {
    const wrong: string[] = [];
    for (const [table, { scope }] of Object.entries(tables)) {
      if ('none' in scope) continue;
      const [column] = await rows<{ type: string; required: boolean }>(
        `select atttypid::regtype::text as type, attnotnull as required
         from pg_attribute where attrelid = '${table}'::regclass and attname = '${scope.column}'`,
      );
      if (column?.type !== 'bigint' || !column.required) wrong.push(`${table}.${scope.column}`);
    }
    expect(wrong).toEqual([]);
  });

  test('and view, function and schema says what it is', async () => {
    const silent = await rows<{ name: string }>(
      `select ${named} as name from pg_class c
       where ${ours} and c.relkind in ('r', 'p', 'v') and obj_description(c.oid, 'pg_class') is null
       union all
       select p.oid::regprocedure::text from pg_proc p
       where p.pronamespace in (select oid from pg_namespace where nspowner = 'zz_owner'::regrole)
         and not (p.pronamespace = 'indicators'::regnamespace and p.proname like 'on\\_%')
         and obj_description(p.oid, 'pg_proc') is null
       union all
       select nspname from pg_namespace n
       where nspowner = 'zz_owner'::regrole and obj_description(n.oid, 'pg_namespace') is null`,
    );
    expect(silent).toEqual([]);
  });

  test('names its constraints so that a refusal can be told', async () => {
    const found = await rows<{ name: string }>(
      `select ${named} || ' ' || k.conname as name
       from pg_constraint k join pg_class c on c.oid = k.conrelid
       where ${ours} and k.contype <> 'n' and k.conname ~ '(_fkey|_check|_excl|[0-9])$' order by 1`,
    );
    expect(found).toEqual([]);
  });
});

describe('spreading by county', () => {
  interface Key {
    name: string;
    key: string;
    first: string;
  }

  test('every unique key of a distributed table begins with its county', async () => {
    const keys = await rows<Key>(
      `select ${named} as name, i.indexrelid::regclass::text as key, a.attname as first
       from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where ${ours} and (i.indisunique or i.indisexclusion)`,
    );
    const spread = keys.filter((k) => isDistributed(k.name) && !(k.name in spreadByPlace));
    expect(spread.length).toBeGreaterThan(5);
    expect(spread.filter((k) => k.first !== 'county')).toEqual([]);
  });

  test('every distributed table has a primary key with its county', async () => {
    const keyed = await rows<{ name: string }>(
      `select ${named} as name from pg_class c join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
       join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1] and a.attname = 'county'`,
    );
    const known = new Set(keyed.map((k) => k.name));
    const without = names.filter((t) => isDistributed(t) && !known.has(t) && !(t in spreadByPlace));
    expect(without).toEqual([]);
  });

  interface Foreign {
    name: string;
    from: string;
    to: string;
    firsts: string;
    sets: boolean;
  }
  const foreignKeys = () =>
    rows<Foreign>(
      `select k.conname as name, ${named} as from, k.confrelid::regclass::text as to,
         a.attname || '>' || b.attname as firsts,
         k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd') as sets
       from pg_constraint k join pg_class c on c.oid = k.conrelid
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
       where ${ours} and k.contype = 'f'`,
    );

  test('foreign keys between distributed tables begin with the county', async () => {
    const both = (await foreignKeys()).filter((k) => isDistributed(k.from) && isDistributed(k.to));
    expect(both.length).toBeGreaterThan(3);
    expect(both.filter((k) => k.firsts !== 'county>county')).toEqual([]);
  });

  test('no foreign key leads from a reference or local table to a distributed one', async () => {
    const found = (await foreignKeys()).filter(
      (k) => !isDistributed(k.from) && isDistributed(k.to),
    );
    expect(found).toEqual([]);
  });

  test('no foreign key sets anything to null or a default', async () => {
    expect((await foreignKeys()).filter((k) => k.sets)).toEqual([]);
  });

  test('triggers are row-level', async () => {
    const found = await rows<{ name: string }>(
      `select ${named} || ' ' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where ${ours} and not t.tgisinternal and t.tgtype & 1 = 0`,
    );
    expect(found).toEqual([]);
  });
});
