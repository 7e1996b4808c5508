/** The commands of the keys as people run them: add, rotate, retire; nothing lost, nothing filed, nothing left behind. */
import { createCipheriv, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { useDatabase } from '../../../../test/database.ts';
import { testKeys } from '../../../../test/people.ts';
import { aProvince, places } from '../../../../test/places.ts';
import { aPersonOnRecord, madeUpNumbers, sealedNumbersOf } from '../../../../test/teams.ts';
import { addAccounts } from '../../../access/store/accounts.ts';
import { keepPending } from '../../../access/store/own/second-factor.ts';
import { StartProblem } from '../../../platform/db/start-problem.ts';
import { newId } from '../../../platform/new-id.ts';
import { placeOf, secretsUnder } from '../../../platform/secrets/envelope.ts';
import { keysFrom, linesOf } from '../../../platform/secrets/keys.ts';
import { countByKey, sealAnew } from '../../../platform/secrets/seal-anew.ts';
import { commands } from '../../commands.ts';
import type { Command } from '../command.ts';

const d = useDatabase();
const numbers = madeUpNumbers();
let folder: string;
let keyFile: string;
let person: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuzhen-keys-'));
  keyFile = join(folder, 'keys');
  await writeFile(keyFile, linesOf(testKeys), { mode: 0o600 });
  await aProvince(d.db);
  person = await aPersonOnRecord(d.db, places.town, '陈敏', sealedNumbersOf(newId(), numbers));
  // An earlier state, and a secret as the first versions sealed it.
  await d.owner.query(`update teams.person set skills = '{茶叶}' where id = $1`, [person]);
  await d.owner.query(
    `insert into access.provider (id, name, issuer, client_id, client_secret) values ('sso', '试', 'https://x.example', 'x', $1)`,
    [asFirstSealed('s3cret', placeOf('access.provider', 'sso', 'client_secret'))],
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function asFirstSealed(plain: string, place: string): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', testKeys.active.bytes, iv, { authTagLength: 16 });
  cipher.setAAD(Buffer.from(place));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(1), iv, cipher.getAuthTag(), text]);
}

/** In this process: the command line itself is tried by others. Each brings the database to this version first. */
async function run(args: string[], more: Record<string, string> = {}) {
  const said: string[] = [];
  const hear = vi.spyOn(console, 'log').mockImplementation((line) => said.push(line));
  const [name = '', ...rest] = args;
  const command = commands[`keys ${name}`] as Command;
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, ...command.options },
  });
  vi.stubEnv('DATABASE_URL', d.adminUrl);
  vi.stubEnv('ZHUZHEN_KEY_FILE', keyFile);
  vi.stubEnv('ZHUZHEN_KEYS', more.ZHUZHEN_KEYS);
  try {
    return { code: await command.run(positionals, values), out: said.join('\n'), err: '' };
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    return { code: 1, out: said.join('\n'), err: error.message };
  } finally {
    hear.mockRestore();
    vi.unstubAllEnvs();
  }
}
const keysNow = async () => keysFrom(await readFile(keyFile, 'utf8'));
const stored = async (table: string) =>
  (
    await d.owner.query<{ id_number: Buffer; phone: Buffer; id_number_index: Buffer }>(
      `select id_number, phone, id_number_index from ${table} where id = $1`,
      [person],
    )
  ).rows[0];

test('what seals how much', async () => {
  const { code, out } = await run(['list', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual({
    keys: [{ id: 'first', algorithm: 'aes-256-gcm', active: true, values: 4 }],
    unnamed: 1,
    unknown: {},
  });
});

test('a new key, everything sealed anew, the old one gone', async () => {
  const added = await run(['add', '--algorithm', 'sm4-hmac-sm3', '--id', '2026', '--json']);
  expect(JSON.parse(added.out)).toEqual({ id: '2026', algorithm: 'sm4-hmac-sm3' });
  expect((await keysNow()).active.id).toBe('first');
  expect(await run(['add', '--id', '2026'])).toMatchObject({ code: 1 });

  const early = await run(['retire', 'first']);
  expect(early.code).toBe(1);
  expect(early.err).toContain('still in use');

  const rotated = await run(['rotate', '--json']);
  expect(JSON.parse(rotated.out)).toEqual({
    active: '2026',
    sealed: {
      'access.second_factor.secret': 0,
      'access.second_factor.pending_secret': 0,
      'access.provider.client_secret': 1,
      'disclosure.complaint.contact': 0,
      'teams.person.id_number': 1,
      'teams.person.phone': 1,
      'teams.person_history.id_number': 1,
      'teams.person_history.phone': 1,
    },
  });
  expect((await run(['retire', '2026'])).code).toBe(1);
  expect(await run(['retire', 'first'])).toMatchObject({ code: 0 });
  expect((await keysNow()).all.map(({ id }) => id)).toEqual(['2026']);

  const secrets = secretsUnder(await keysNow());
  for (const table of ['teams.person', 'teams.person_history']) {
    const row = await stored(table);
    expect(
      secrets.open(row?.id_number as Buffer, placeOf('teams.person', person, 'id_number')),
    ).toBe(numbers.idNumber);
    expect(row?.id_number_index).toEqual(secrets.index('id_number', numbers.idNumber));
  }
  const { rows } = await d.owner.query('select from teams.person_history where id = $1', [person]);
  expect(rows).toHaveLength(1); // nothing about the person has changed
});

test('a key that is missing is named; what can be found of it is counted', async () => {
  const other = `other aes-256-gcm ${randomBytes(32).toString('base64')}`;
  const listed = await run(['list', '--json'], { ZHUZHEN_KEYS: other });
  expect(listed.code).toBe(1);
  expect(JSON.parse(listed.out)).toMatchObject({ unknown: { '2026': 5 } });
  const rotated = await run(['rotate'], { ZHUZHEN_KEYS: other });
  expect(rotated.code).toBe(1);
  expect(rotated.err).toContain('the key 2026');
  expect((await run(['add'], { ZHUZHEN_KEYS: other })).err).toContain('ZHUZHEN_KEYS');
});

test('broken off and gone on, many rows', async () => {
  const secrets = secretsUnder(await keysNow());
  for (let at = 0; at < 3; at++) {
    const sealed = sealedNumbersOf(newId(), madeUpNumbers());
    await aPersonOnRecord(d.db, places.town, `人${at}`, sealed);
  }
  const column = { table: 'teams.person', column: 'phone', row: 'id', index: 'phone' };
  expect(await countByKey(d.owner, column)).toEqual({ '2026': 1, first: 3 });
  const both = secretsUnder({
    active: (await keysNow()).active,
    all: [...testKeys.all, ...(await keysNow()).all],
  });
  expect(await sealAnew(d.owner, both, column, () => {})).toBe(3);
  expect(await countByKey(d.owner, column)).toEqual({ '2026': 4 });
  await expect(
    sealAnew(d.owner, secrets, { ...column, column: 'id_number', index: 'id_number' }, () => {}),
  ).rejects.toThrow('the key first');
});

test('a key that is lost for good: what it sealed goes, the rest stays', async () => {
  const account = newId();
  await addAccounts(d.db, [
    {
      id: account,
      name: 'lost',
      displayName: '某人',
      passwordHash: null,
      role: 'town',
      homeKey: places.town,
    },
  ]);
  const pending = placeOf('access.second_factor', account, 'pending_secret');
  await keepPending(d.db, account, secretsUnder(testKeys).seal('JBSWY3DP', pending));
  // The three people of the test before have an identity number under a key the file no longer has.
  expect((await run(['discard', '2026', '--lost'])).code).toBe(1);
  const warned = await run(['discard', 'first']);
  expect(warned.code).toBe(1);
  expect(warned.err).toContain('--lost');
  const gone = JSON.parse((await run(['discard', 'first', '--lost', '--json'])).out);
  expect(gone).toMatchObject({
    lost: 'first',
    gone: { 'teams.person.id_number': 3, 'access.second_factor.pending_secret': 1 },
  });
  const { rows } = await d.owner.query<{ kept: number; bare: number }>(
    `select count(id_number)::integer as kept,
       count(*) filter (where id_number is null and id_number_index is null)::integer as bare from teams.person`,
  );
  expect(rows[0]).toEqual({ kept: 1, bare: 3 });
  expect(JSON.parse((await run(['list', '--json'])).out).unknown).toEqual({});
});
