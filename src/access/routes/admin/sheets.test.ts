/** Accounts by spreadsheet: both encodings, every fault of every row in one pass, all or nothing. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { aPerson, aServer, type Person } from '../../../../test/people.ts';
import { aProvince, aTown, places } from '../../../../test/places.ts';
import { aBatch, anOrganisation, aPosting, aTeam } from '../../../../test/teams.ts';
import { newId } from '../../../platform/new-id.ts';
import {
  type Invited,
  mostBytes,
  type SheetMade,
  type SheetRead,
} from '../../contract-accounts.ts';

const database = useDatabase();
let server: FastifyInstance;
let system: Person;
const heading = '用户名,姓名,岗位,归属地,单位';
/** 用户名,姓名,岗位,归属地,单位 and one row, as Excel in China saves them. */
const gb18030 = Buffer.from(
  'd3c3bba7c3fb2cd0d5c3fb2cb8dacebb2cb9e9caf4b5d82cb5a5cebb0d0a6c752e362cc0eec1f92cd5f2bcb62cbbc6c2d4d5f22c0d0a',
  'hex',
);

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  system = await aPerson(database, server, 'sysadmin', places.county);
});
afterAll(() => server.close());

const inBase64 = (text: string | Buffer) => ({ file: Buffer.from(text).toString('base64') });
const sheet = (...rows: string[]) => [heading, ...rows].join('\r\n');
const preview = (text: string | Buffer) =>
  system.send<SheetRead>('POST', '/api/access/account-sheets/preview', inBase64(text));
const commit = (text: string | Buffer, id = newId()) =>
  system.send<SheetMade>('POST', '/api/access/account-sheets', inBase64(text), id);
const accounts = async () => {
  const { rows } = await database.owner.query<{ n: number }>(
    `select count(*)::int as n from access.account where created_by = $1`,
    [system.id],
  );
  return rows[0]?.n;
};

describe('a file', () => {
  test('of Excel and of other programs is understood, with and without mark', async () => {
    for (const file of [
      gb18030,
      `\ufeff${sheet('lu.6,李六,镇级,黄略镇,')}`,
      sheet('lu.6,李六,镇级,黄略镇,'),
      `User name\tName\tRole\tPlace\tUnit\nlu.6\t李六\tTown\t440823100000`,
    ]) {
      const { body } = await preview(file);
      expect(body.rows).toMatchObject([
        {
          line: 2,
          name: 'lu.6',
          displayName: '李六',
          role: 'town',
          homeName: '黄略镇',
          faults: [],
        },
      ]);
    }
  });

  test.each([
    ['sheet_empty', ''],
    ['sheet_empty', heading],
    ['sheet_empty', sheet(',,,,')],
    ['sheet_heading', '姓名,用户名\n张三,zhang'],
    ['sheet_heading', '<html><body>不是表格</body></html>'],
    ['sheet_workbook', Buffer.from('504b0304140006000800', 'hex')],
    ['sheet_workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['sheet_unreadable', Buffer.from([0xff, 0xff, 0xff, 0x41])],
    ['sheet_unreadable', `${heading}\n"open,李六,镇级`],
    ['sheet_unreadable', `${heading}\na\0b,李六,镇级,黄略镇,`],
    ['sheet_long', sheet(...Array.from({ length: 501 }, (_, i) => `n${i}x,甲,镇级,黄略镇,`))],
  ])('that cannot be taken is refused: %s', async (code, file) => {
    for (const reply of [await preview(file), await commit(file)])
      expect(reply).toMatchObject({ status: 422, body: { code: `access.refusal.${code}` } });
    expect(await accounts()).toBe(0);
  });
});

test('every fault of every row comes in one pass, and nothing is made', async () => {
  await aTown(database.db, { under: places.county, name: '重名镇' });
  await aTown(database.db, { under: places.county, name: '重名镇' });
  await anOrganisation(database.db, '重名单位');
  await anOrganisation(database.db, '重名单位');
  await anOrganisation(database.db, '水务局', { home_key: places.county });
  await anOrganisation(database.db, '别县的局', { home_key: places.siblingCounty });
  const { id: taken } = await aPerson(database, server, 'town', places.town);
  await database.owner.query(`update access.account set name = 'taken' where id = $1`, [taken]);
  const cases: [string, string[]][] = [
    ['-,,,,', ['name_form', 'display_name', 'role_unknown', 'place_missing']],
    ['taken,甲,镇级,黄略镇,', ['name_taken']],
    ['Twice,乙,镇级,黄略镇,', ['name_twice']],
    ['twice,乙,镇级,黄略镇,', ['name_twice']],
    ['a1,丙,镇长,黄略镇,', ['role_unknown']],
    ['a2,丁,镇级,4.40823E+11,', ['place_code_broken']],
    ['a3,戊,镇级,石城镇,', ['place_unknown']],
    ['a4,己,镇级,重名镇,', ['place_ambiguous']],
    ['a5,庚,县级,黄略镇,', ['place_level']],
    ['a6,辛,镇级,廉江市 黄略镇,', ['place_unknown']],
    ['a7,壬,工作队队长,黄略镇,', ['person_needed']],
    ['a8,癸,队长,黄略镇,没有的单位', ['role_unknown']],
    ['a9,癸,工作队队长,黄略镇,没有的单位', ['unit_unknown']],
    ['b1,癸,工作队队长,黄略镇,重名单位', ['unit_ambiguous']],
    ['b2,没有,工作队队长,黄略镇,水务局', ['person_unknown']],
    ['b3,某,选派单位,黄略镇,', ['organisation_needed']],
    ['b4,某,选派单位,遂溪县 黄略镇,水务局', []],
    ['b5,某,镇级,440823100000.0,随便', []],
    ['b6,某,选派单位,黄略镇,别县的局', ['unit_unknown']],
  ];
  const text = sheet(...cases.map(([row]) => row));
  const { body } = await preview(text);
  expect(body.rows.map((r, at) => [cases[at]?.[0], r.faults])).toEqual(cases);
  expect(body.faulty).toBe(17);
  expect(await commit(text)).toMatchObject({
    status: 422,
    body: { code: 'access.refusal.sheet_faulty', detail: '有 17 行有问题，一个账户也没有开。' },
  });
  expect(await accounts()).toBe(0);
});

test('people are found by exact name and unit, once each', async () => {
  const { db, owner } = database;
  const unit = await anOrganisation(db, '县教育局');
  const team = await aTeam(db, places.town, unit);
  const batch = await aBatch(db);
  const posted = async (name: string) => {
    const { person } = await aPosting(db, team, batch, name, { organisation_id: unit });
    await owner.query('update teams.person set home_unit_id = $2 where id = $1', [person, unit]);
    return person;
  };
  const one = await posted('独一人');
  await posted('同名人');
  await posted('同名人');
  const faults = async (...rows: string[]) =>
    (await preview(sheet(...rows))).body.rows.map((r) => r.faults);
  const elsewhere = await aTeam(db, places.siblingTown, unit);
  const { person: away } = await aPosting(db, elsewhere, batch, '别县人', {
    organisation_id: unit,
  });
  await owner.query('update teams.person set home_unit_id = $2 where id = $1', [away, unit]);
  expect(await faults('c0,别县人,工作队队员,黄略镇,县教育局')).toEqual([['person_unknown']]);
  expect(await faults('c1,独一人,工作队队员,黄略镇,县教育局')).toEqual([[]]);
  expect(await faults('c2,同名人,工作队队员,黄略镇,县教育局')).toEqual([['person_ambiguous']]);
  expect(
    await faults('c3,独一人,工作队队员,黄略镇,县教育局', 'c4,独一人,工作队队长,黄略镇,县教育局'),
  ).toEqual([['person_twice'], ['person_twice']]);
  await owner.query('update access.account set person_id = $2 where id = $1', [system.id, one]);
  expect(await faults('c5,独一人,工作队队员,黄略镇,县教育局')).toEqual([['person_has_account']]);
  const held = 'update access.account set home_key = $2 where id = $1';
  await owner.query('update access.account set person_id = null where id = $1', [system.id]);
  const far = await aPerson(database, server, 'sysadmin', places.siblingCounty);
  await owner.query('update access.account set person_id = $2 where id = $1', [far.id, one]);
  expect(await faults('c6,独一人,工作队队员,黄略镇,县教育局')).toEqual([[]]);
  await owner.query(held, [far.id, places.county]);
  expect(await faults('c6,独一人,工作队队员,黄略镇,县教育局')).toEqual([['person_has_account']]);
  await owner.query('delete from access.account where id = $1', [far.id]);
  const { rows } = await owner.query(
    `select after from access.audit where action = 'POST /api/access/account-sheets/preview' order by id desc limit 1`,
  );
  expect(rows).toEqual([
    { after: { rows: 1, faulty: 1, people: [{ name: '独一人', unit: '县教育局' }] } },
  ]);
});

test('five hundred accounts are made at once, without rights, and once', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => `user${i}.x,用户${i},镇级,黄略镇,`);
  const id = newId();
  const made = await commit(sheet(...rows), id);
  expect(made.status, made.text).toBe(201);
  expect(made.body.accounts).toHaveLength(500);
  expect((await commit(sheet(...rows), id)).body).toEqual(made.body);
  expect(await accounts()).toBe(500);
  const { rows: counted } = await database.owner.query(
    `select count(*)::int as n, count(granted_at)::int as granted, count(g.id)::int as asked
     from access.account a left join access.grant_request g on g.account_id = a.id and g.state = 'waiting'
     where a.created_by = $1`,
    [system.id],
  );
  expect(counted).toEqual([{ n: 500, granted: 0, asked: 500 }]);
  const { rows: audit } = await database.owner.query(
    `select outcome, jsonb_array_length(after) as n from access.audit where action = 'POST /api/access/account-sheets' and outcome = 'done'`,
  );
  expect(audit).toEqual([{ outcome: 'done', n: 500 }]);
  const links = await system.send<Invited>('POST', '/api/access/invitations', made.body);
  expect(new Set(links.body.rows.map((r) => r.token)).size).toBe(500);
  expect((await commit(sheet(...rows))).status).toBe(422);
}, 20_000);

test('a file may have 512 KiB, whatever else the server’s bodies may have', async () => {
  const row = (at: number, much: number) => `big${at},${'名'.repeat(much)},镇级,黄略镇,`;
  const rows = Array.from({ length: 500 }, (_, at) => row(at, 330));
  const short = sheet(...rows);
  const whole = short.padEnd(short.length + mostBytes - Buffer.byteLength(short), '\n');
  expect(Buffer.byteLength(whole)).toBe(524_288);
  const { status, body } = await preview(whole);
  expect(status).toBe(200);
  expect(body.faulty).toBe(500);
  expect((await commit(whole)).status).toBe(422);
  expect((await preview(`${whole}\n\n\n`)).status).toBe(400);
  expect((await preview(whole + whole)).status).toBe(413);
});

test('a name taken between looking and making stops the whole', async () => {
  const text = sheet('late1,甲,镇级,黄略镇,', 'late2,乙,镇级,黄略镇,');
  expect((await preview(text)).body.faulty).toBe(0);
  const rights = { role: 'town', home: places.town, person: null, organisation: null };
  await system.send('POST', '/api/access/accounts', {
    name: 'late2',
    displayName: '丙',
    ...rights,
  });
  expect((await commit(text)).status).toBe(422);
  const { rowCount } = await database.owner.query(
    `select from access.account where name = 'late1'`,
  );
  expect(rowCount).toBe(0);
});
