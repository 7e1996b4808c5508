/** Every column of the database has a class; what looks like a number of a person is sensitive and sealed. */
import { expect, test } from 'vitest';
import { classOf, columnClasses, sealedColumns, tableClasses } from '../src/app/data-classes.ts';
import { catalogue, hiddenFields } from '../src/app/rooms.ts';
import { useDatabase } from './database.ts';

const database = useDatabase();

interface Column {
  table: string;
  name: string;
  type: string;
}

async function columns(): Promise<Column[]> {
  const { rows } = await database.owner.query<Column>(
    `select c.oid::regclass::text as "table", a.attname as name, format_type(a.atttypid, null) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace in (select oid from pg_namespace where nspowner = 'zz_owner'::regrole)
       and c.relkind in ('r', 'p', 'v') order by 1, a.attnum`,
  );
  return rows;
}

test('every table and column of the database has a class, and nothing else has', async () => {
  const all = await columns();
  expect(all.filter(({ table, name }) => !classOf(table, name))).toEqual([]);
  const tables = new Set(all.map(({ table }) => table));
  expect(Object.keys(tableClasses).filter((name) => !tables.has(name))).toEqual([]);
  const names = new Set(all.map(({ table, name }) => `${table}.${name}`));
  expect(Object.keys(columnClasses).filter((name) => !names.has(name))).toEqual([]);
});

/** Names of what is shown hidden: identity number, phone, bank account, home address, health. */
const looksSensitive =
  /(^|_)(id_?(number|card|no)|identity(_no|_number)?|phone|mobile|telephone|tel|bank(_account)?|account_(no|number)|card_(no|number)|address|health|disability|ill(ness)?|disease)(_|$)/;
/** Columns of such a name that are none, and why. */
const harmless: Record<string, string> = {
  'access.audit.address': 'address of the network a request came from',
  'access.session.address': 'address of the network a session was opened from',
};

test('what looks like a number of a person is sensitive, and sealed bytes', async () => {
  const sealed = new Set(sealedColumns.map(({ table, column }) => `${table}.${column}`));
  const found = (await columns()).filter(
    ({ table, name }) => looksSensitive.test(name) && !(`${table}.${name}` in harmless),
  );
  expect(found.length).toBeGreaterThan(7);
  for (const { table, name, type } of found) {
    const full = `${table}.${name}`;
    expect([full, classOf(table, name), type]).toEqual([full, 'sensitive_personal', 'bytea']);
    expect(sealed.has(full.replace(/_index$/, ''))).toBe(true);
  }
});

test('what is sealed is bytes, its index beside it, and each can be revealed or is no person’s', async () => {
  const all = await columns();
  const typeOf = (table: string, name: string) =>
    all.find((one) => one.table === table && one.name === name)?.type;
  for (const { table, column, row, index } of sealedColumns) {
    expect([table, column, typeOf(table, column)]).toEqual([table, column, 'bytea']);
    expect(['uuid', 'text']).toContain(typeOf(table, row));
    if (index) expect(typeOf(table, `${column}_index`)).toBe('bytea');
  }
  const people = sealedColumns.filter(({ table, of }) => !table.startsWith('access.') && !of);
  expect(people.map(({ table, column }) => `${table}.${column}`).sort()).toEqual(
    Object.keys(hiddenFields).sort(),
  );
});

test('no figure lists what is sensitive: neither its rows nor their export', () => {
  const sensitive = sealedColumns.map(({ column }) => column);
  const listed = catalogue.all.flatMap((one) =>
    'rows' in one && one.rows
      ? one.rows.columns.map(({ value }) => ({ code: one.code, value }))
      : [],
  );
  expect(listed.length).toBeGreaterThan(20);
  const wrong = listed.filter(({ value }) =>
    sensitive.some((name) => new RegExp(`\\b${name}(_index)?\\b`).test(value)),
  );
  expect(wrong).toEqual([]);
});
