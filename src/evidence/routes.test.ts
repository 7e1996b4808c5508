/** A package through HTTP: whose places are in it, whether every hash verifies, whether the vouchers are the books. */
import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import type { FastifyInstance } from 'fastify';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aPayment } from '../../test/dossiers.ts';
import { put } from '../../test/facts.ts';
import { anEntry } from '../../test/money.ts';
import { aPerson, aServer, type Person } from '../../test/people.ts';
import { aProvince, places } from '../../test/places.ts';
import { words } from '../app/rooms.ts';
import { parseYuan } from '../kit/money.ts';
import { countyOfKey } from '../kit/region-key.ts';
import { longLimits, openPool } from '../platform/db/pool.ts';
import { newId } from '../platform/new-id.ts';
import type { Packages, PackedFile } from './contract.ts';
import { files } from './files/all.ts';

const database = useDatabase();
let server: FastifyInstance;
let auditor: Person;
let county: Person;
let clerk: Person;

beforeAll(async () => {
  await aProvince(database.db);
  server = await aServer(database);
  auditor = await aPerson(database, server, 'auditor', places.town);
  county = await aPerson(database, server, 'county', places.county);
  clerk = await aPerson(database, server, 'county_finance', places.county);
  await put(database.owner, 'platform.setting', { name: 'today', value: '"2022-07-28"' });
  for (const place of [places.town, places.otherTown, places.siblingTown]) {
    const document_number = `粤财农〔2022〕${place.slice(-6)}号`;
    const received = {
      measure: 'received',
      amount: '123456789012345',
      document_number,
    } as const;
    await anEntry(database.db, place, { ...received, note: '=cmd|calc' });
    await anEntry(database.db, place, { measure: 'spent', amount: '12345', document_number });
    const undone = await anEntry(database.db, place, { measure: 'spent', amount: '777' });
    await anEntry(database.db, place, { measure: 'spent', amount: '-777', reverses: undone });
  }
  const project = newId();
  const at = { county: countyOfKey(places.town), place_key: places.town };
  await put(database.owner, 'projects.project', {
    ...{ ...at, id: project, number: '22-1', year: 2022, name: '村道硬化', content: '路面' },
    ...{ task: 'facilities', implementer: '镇政府', operating: false, state: 'building' },
    state_since: '2022-03-01',
  });
  await put(database.owner, 'supervision.finding', {
    ...{ ...at, id: newId(), source: 'rule', rule: 'same_person', rule_version: 0 },
    ...{ found_on: '2022-07-01', about: `{${clerk.id}}`, hidden_from: `{${places.county}}` },
  });
});
afterAll(() => server.close());

interface Package {
  bytes: Buffer;
  index: {
    place: { key: string };
    cutOff: string;
    notices: { number: string }[];
    files: PackedFile[];
    leftOut: { name: string }[];
  };
  contents: Record<string, Uint8Array>;
  rows(code: string): Record<string, string>[];
}
async function take(who: Person, place: string, lang = 'zh'): Promise<Package> {
  const reply = await server.inject({
    url: `/api/evidence/package.zip?place=${place}&lang=${lang}`,
    headers: { cookie: who.cookie },
  });
  expect(reply.statusCode, reply.payload.slice(0, 300)).toBe(200);
  expect(reply.headers['content-type']).toBe('application/zip');
  const bytes = reply.rawPayload;
  const contents = unzipSync(bytes);
  const textOf = (name: string) => Buffer.from(contents[name] ?? []).toString('utf8');
  const index = JSON.parse(textOf('index.json')) as Package['index'];
  return {
    ...{ bytes, contents, index },
    rows: (code) => {
      const name = index.files.find((file) => file.name.endsWith(`-${code}.csv`))?.name ?? '';
      return parse(textOf(name), { columns: true, bom: true });
    },
  };
}
const fen = (yuan: string | undefined) =>
  yuan?.startsWith('-') ? -(parseYuan(yuan.slice(1)) ?? 0n) : (parseYuan(yuan ?? '') ?? 0n);

test('an auditor gets the places of the notice and nothing else, under its number', async () => {
  const { index, rows } = await take(auditor, places.town);
  expect(index.notices).toHaveLength(1);
  for (const { code } of files)
    for (const row of rows(code)) if (row.地区码) expect(row.地区码, code).toBe(places.town);
  expect(rows('entries')).toHaveLength(4);
  expect(rows('documents').map((row) => row.文号)).toEqual([]);
  expect(rows('projects').map((row) => [row.项目编号, row.状态])).toEqual([['22-1', '施工中']]);
  for (const place of [places.otherTown, places.county]) {
    const reply = await auditor.get(`/api/evidence/package.zip?place=${place}`);
    expect(reply.status).toBe(404);
  }
  // A notice that is over opens nothing.
  await database.owner.query(
    `update access.notice set ends_on = '2022-07-27' where id in (select notice_id from access.notice_account where account_id = $1)`,
    [auditor.id],
  );
  expect((await auditor.get(`/api/evidence/package.zip?place=${places.town}`)).status).toBe(404);
});

test('every hash verifies, every row is counted, and what was taken is on record', async () => {
  const { bytes, index, contents } = await take(county, places.county);
  expect(Object.keys(contents).sort()).toEqual(
    [...index.files.map(({ name }) => name), 'index.csv', 'index.json'].sort(),
  );
  for (const { name, sha256, bytes: size, rows } of index.files) {
    const content = Buffer.from(contents[name] ?? []);
    expect(createHash('sha256').update(content).digest('hex'), name).toBe(sha256);
    expect(content.length).toBe(size);
    expect(parse(content, { bom: true }).length - 1, name).toBe(rows);
  }
  const { body } = await county.get<Packages>(`/api/evidence/packages?place=${places.county}`);
  expect(body.rows[0]).toMatchObject({
    ...{ sha256: createHash('sha256').update(bytes).digest('hex'), bytes: String(bytes.length) },
    ...{ cutOff: index.cutOff, files: index.files },
  });
  const { rows: audited } = await database.owner.query<{ after: { sha256: string } }>(
    `select after from access.audit where object like 'evidence_package %' and kind = 'export' order by at desc`,
  );
  expect(audited[0]?.after.sha256).toBe(body.rows[0]?.sha256);
  const notes = parse(Buffer.from(contents['field-notes.csv'] ?? []), { bom: true });
  expect(notes).toHaveLength(1 + files.reduce((sum, { columns }) => sum + columns.length, 0));
});

test('the sums of the vouchers are the books, to the fen', async () => {
  const { rows } = await take(county, places.county);
  const sums = new Map<string, bigint>();
  for (const row of rows('entries')) {
    const amount = fen(row.金额);
    for (const [account, sign] of [
      [row.借方账户标识, 1n],
      [row.贷方账户标识, -1n],
    ] as const)
      sums.set(account ?? '', (sums.get(account ?? '') ?? 0n) + sign * amount);
  }
  const accounts = rows('accounts').filter((row) => row.账户方 === '用款地');
  expect(accounts.length).toBeGreaterThan(2);
  for (const row of accounts)
    expect(fen(row.余额), row.账户标识).toBe(sums.get(row.账户标识 ?? '') ?? 0n);
  expect(rows('entries')[0]?.摘要).toBe("'=cmd|calc");
});

test('a dossier of a request and what was put into it are listed by their hashes', async () => {
  const { project, request, ...at } = await aPayment(database.db, places.town);
  const held = { county: at.county, place_key: places.town, project_id: project };
  const [scan, dossier] = [newId(), newId()];
  const [ofScan, ofDossier] = ['5', 'd'].map((digit) => digit.repeat(64));
  await put(database.owner, 'dossiers.file', {
    ...{ ...held, id: scan, request_id: request, kind: 'invoice', title: '发票', name: 'a.pdf' },
    ...{ dated: '2022-07-01', sha256: ofScan, size: 12, type: 'pdf', class: 'personal' },
    uploaded_by: clerk.id,
  });
  await put(database.owner, 'dossiers.dossier', {
    ...{ ...held, id: dossier, request_id: request, sha256: ofDossier, size: 99, pages: 3 },
    made_by: clerk.id,
  });
  await put(database.owner, 'dossiers.dossier_part', {
    ...{ county: at.county, dossier_id: dossier, position: 0, place_key: places.town },
    ...{ file_id: scan, sha256: ofScan, first_page: 2, pages: 2 },
  });
  const { rows } = await take(county, places.county);
  expect(rows('dossiers')).toMatchObject([
    { 送审资料标识: dossier, 申请标识: request, 'SHA-256': ofDossier, 页数: '3' },
  ]);
  expect(rows('dossier-papers')).toMatchObject([
    { 送审资料标识: dossier, 顺序: '1', 扫描件标识: scan, 'SHA-256': ofScan, 起始页: '2' },
  ]);
  expect(rows('scans')).toMatchObject([
    { 扫描件标识: scan, 申请标识: request, 材料类型: '发票', 含个人信息: '是', 撤下时间: '' },
  ]);
});

test('what is kept from an office in supervision is kept from its package; codes leave in words', async () => {
  const { rows } = await take(county, places.county);
  expect(rows('findings')).toEqual([]);
  const city = await aPerson(database, server, 'city', places.city);
  const english = await take(city, places.town, 'en');
  expect(english.rows('findings').map((row) => row.Rule)).toHaveLength(1);
  for (const { code, columns } of files)
    for (const { words: of, name } of columns)
      for (const row of english.rows(code))
        if (of && row[name.en])
          expect(row[name.en], `${code} ${name.en}`).not.toMatch(/^[a-z]+_[a-z_]+$/);
  const prefixes = new Set(files.flatMap((file) => file.columns.flatMap((one) => one.words ?? [])));
  for (const prefix of prefixes)
    expect(
      Object.keys(words).some((key) => key.startsWith(prefix)),
      prefix,
    ).toBe(true);
});

test('an office takes what lies under it, not its partners, and no file it has no right to read', async () => {
  const helper = await aPerson(database, server, 'assisting_city', places.otherCity);
  await put(database.owner, 'teams.pairing', {
    ...{ id: newId(), kind: 'city_to_city', place_key: places.city },
    ...{ helper_place_key: places.otherCity, starts_on: '2021-07-01', document: '配对文件' },
  });
  const paired = `?place=${places.county}`;
  expect((await helper.get<Packages>(`/api/evidence/packages${paired}`)).body.mayTake).toBe(false);
  expect(await helper.get(`/api/evidence/package.zip${paired}`)).toMatchObject({
    ...{ status: 422, body: { code: 'evidence.refusal.own_only' } },
  });
  const { index, contents } = await take(helper, places.otherCity);
  const findings = /^\d+-findings\.csv$/;
  expect(index.leftOut.map(({ name }) => name)).toEqual([expect.stringMatching(findings)]);
  expect(Object.keys(contents).filter((name) => findings.test(name))).toEqual([]);
  for (const name of ['index.csv', 'field-notes.csv']) {
    const text = Buffer.from(contents[name] ?? []).toString('utf8');
    expect(text.includes('-findings.csv'), name).toBe(name === 'index.csv');
  }
  expect((await take(county, places.county)).index.leftOut).toEqual([]);
});

test('a package that takes long neither fails nor keeps others waiting, and there is one at a time', async () => {
  const limits = { statement: 1_500, lock: 1_500, idle: 2_500, answer: 3_000 };
  const [pool, long] = [
    openPool(database.urls.zz_app, { max: 2, limits }),
    openPool(database.urls.zz_app, { max: 1, limits: longLimits }),
  ];
  const narrow = await aServer({ ...database, app: pool }, { long });
  const asked = (path: string) =>
    narrow.inject({ url: `/api/evidence/${path}`, headers: { cookie: county.cookie } });
  const held = await database.owner.connect();
  try {
    await held.query('begin; lock table reconciliation.run in access exclusive mode');
    const taken = asked(`package.zip?place=${places.county}`);
    await new Promise((go) => setTimeout(go, 500));
    const [other, list] = await Promise.all([
      asked(`package.zip?place=${places.county}`),
      asked(`packages?place=${places.county}`),
    ]);
    expect(other.json()).toMatchObject({ code: 'evidence.refusal.busy', status: 429 });
    expect(list.statusCode).toBe(200);
    await new Promise((go) => setTimeout(go, 3_000));
    await held.query('commit');
    expect((await taken).statusCode).toBe(200);
  } finally {
    held.release(true);
    await narrow.close();
    await Promise.all([pool.end(), long.end()]);
  }
}, 30_000);
