/** Signing in, the session and its end, against a real database. */
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aPerson, aServer, aStranger } from '../../test/people.ts';
import { hashPassword } from './password.ts';
import { addAccounts } from './store/accounts.ts';

const database = useDatabase();
let server: FastifyInstance;
const province = '440000000000';

beforeAll(async () => {
  server = await aServer(database);
  await database.owner.query(
    `insert into regions.edition (edition, cut_off, source, sha256, row_count, active_from)
     values ('2020', '2020-06-30', 'test', 'x', 1, '2020-06-30')`,
  );
  await database.owner.query(
    `insert into regions.region (key, lo, hi, level, county, valid_from)
     values (440000000000, 440000000000, 449999999999, 'province', '440000', '2020-06-30')`,
  );
  await database.owner.query(
    `insert into regions.code (edition, code, key, level, kind, name, pinyin, initials, valid_from)
     values ('2020', '440000000000', 440000000000, 'province', 'province', '广东省', 'guangdongsheng', 'gds', '2020-06-30')`,
  );
});
afterAll(() => server.close());

describe('signing in', () => {
  test('the first administrator is made once', async () => {
    const stranger = aStranger(server);
    const made = await stranger.send('POST', '/public/api/access/first-administrator', {
      name: 'Root',
      password: 'A long pass-word 7',
      security: 'Guard',
      audit: 'Watch',
    });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({
      session: { role: 'sysadmin', home: { key: province, name: '广东省' } },
      invitations: [
        { name: 'guard', role: 'secadmin' },
        { name: 'watch', role: 'auditadmin' },
      ],
    });
    const again = await stranger.send('POST', '/public/api/access/first-administrator', {
      name: 'other',
      password: 'A long pass-word 7',
      security: 'second',
      audit: 'third',
    });
    expect(again.status).toBe(409);
    expect(again.body).toMatchObject({ code: 'access.refusal.not_first' });
  });

  test('a wrong password is refused in the reader’s language, five lock the account', async () => {
    await addAccounts(database.db, [
      {
        id: '0190a000-0000-7000-8000-000000000001',
        name: 'li',
        displayName: '李',
        passwordHash: await hashPassword('right one'),
        role: 'province',
        homeKey: province,
      },
    ]);
    const stranger = aStranger(server);
    const attempt = (password: string) =>
      stranger.send('POST', '/public/api/access/sessions', { name: 'li', password });
    for (let i = 0; i < 5; i++) expect((await attempt('wrong')).status).toBe(401);
    const locked = await attempt('right one');
    expect(locked.status).toBe(429);
    expect(locked.body).toMatchObject({ detail: '连续输错，暂时不能登录。' });
    await database.owner.query('delete from access.sign_in_bucket');
    const fine = await attempt('right one');
    expect(fine.status).toBe(200);
    expect(String(fine.headers['set-cookie'])).toMatch(
      /^zz_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict/,
    );
    const { rows } = await database.owner.query(
      "select outcome, count(*)::int from access.audit where object = 'account li' group by 1 order by 1",
    );
    expect(rows).toEqual([
      { outcome: 'done', count: 1 },
      { outcome: 'refused access.refusal.locked', count: 1 },
      { outcome: 'refused access.refusal.wrong_password', count: 5 },
    ]);
  });

  test('a crowd of wrong passwords is counted and keeps nobody else out', async () => {
    await addAccounts(database.db, [
      {
        id: '0190a000-0000-7000-8000-000000000002',
        name: 'wu',
        displayName: '吴',
        passwordHash: await hashPassword('right one'),
        role: 'province',
        homeKey: province,
      },
    ]);
    const person = await aPerson(database, server, 'province', province);
    const stranger = aStranger(server);
    const crowd = Array.from({ length: 30 }, () =>
      stranger.send('POST', '/public/api/access/sessions', { name: 'wu', password: 'wrong' }),
    );
    expect((await person.get('/api/access/session')).status).toBe(200);
    const statuses = (await Promise.all(crowd)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25);
  });

  test('what is typed where nobody has the name is not kept', async () => {
    await database.owner.query('delete from access.sign_in_bucket');
    const wrong = { name: 'My-Secret-1', password: 'x' };
    expect(
      (await aStranger(server).send('POST', '/public/api/access/sessions', wrong)).status,
    ).toBe(401);
    const { rows } = await database.owner.query(
      "select object from access.audit where object ilike '%secret%' or object = 'account unknown'",
    );
    expect(rows).toEqual([{ object: 'account unknown' }]);
  });

  test('a session ends at once, and a disabled account has none', async () => {
    const person = await aPerson(database, server, 'province', province);
    expect((await person.get('/api/access/session')).status).toBe(200);
    expect((await person.send('DELETE', '/api/access/sessions/current')).status).toBe(204);
    expect((await person.get('/api/access/session')).status).toBe(401);
    const other = await aPerson(database, server, 'province', province);
    await database.owner.query('update access.account set disabled_at = now() where id = $1', [
      other.id,
    ]);
    expect((await other.get('/api/access/session')).status).toBe(401);
  });

  test('bad shapes are refused naming the field', async () => {
    const bad = await aStranger(server).send('POST', '/public/api/access/sessions', {
      name: 5,
      extra: 1,
    });
    expect(bad.status).toBe(400);
    expect(bad.body).toMatchObject({ code: 'platform.refusal.shape' });
  });
});
