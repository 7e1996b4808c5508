/** Settings, canonical form, retention, and rows of before the chain. */
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import { randomFrom } from '../../../test/property/random.ts';
import { jsonForm } from '../audit-verify/json-form.ts';
import { verifyAudit } from '../audit-verify/verify.ts';
import { canonicalJson } from './canonical.ts';
import {
  asSuperuser,
  auditSettings,
  counties,
  rowsADay,
  writeDay,
  writeNow,
} from './history-for-tests.ts';
import { sealAndAnchor, watchAudit } from './job.ts';
import { kindOf } from './rules.ts';
import type { AuditSettings } from './settings.ts';
import { readAuditSettings } from './settings.ts';

describe('settings', () => {
  test('are usual unless set', () => {
    expect(readAuditSettings({ AUDIT_HASH: ' ' }, '/data')).toEqual({
      algorithm: 'sha256',
      anchorDirs: ['/data/anchors'],
      ownDir: '/data/anchors',
      anchorMinutes: 5,
      keepYears: 3,
    });
    const set = { AUDIT_HASH: 'sm3', AUDIT_ANCHOR_DIR: '/a, /b,/a', AUDIT_KEEP_YEARS: '10' };
    expect(readAuditSettings(set, '/data')).toMatchObject({
      algorithm: 'sm3',
      anchorDirs: ['/a', '/b'],
      keepYears: 10,
    });
  });

  test.each([
    { AUDIT_HASH: 'md5' },
    { AUDIT_ANCHOR_MINUTES: '0' },
    { AUDIT_ANCHOR_MINUTES: '5m' },
    { AUDIT_KEEP_YEARS: '0' },
  ])('%o is refused in one line', (env) => {
    expect(() => readAuditSettings(env, '/data')).toThrow(/ \/ |：/);
  });
});

test('the kind of a row follows from permission, method and what the endpoint says', () => {
  const kind = (method: string, permission: string, more: object = {}, emergency = false) =>
    kindOf({ method, permission, url: '/api/teams/teams', ...more }, emergency);
  expect(kind('POST', 'teams.write')).toBe('deed');
  expect(kind('GET', 'teams.write')).toBe('read');
  expect(kind('GET', 'indicators.export', { stream: 'text/csv' }, true)).toBe('export');
  expect(kind('GET', 'teams.read', {}, true)).toBe('emergency');
  expect(kind('POST', 'personal.reveal')).toBe('reveal');
  expect(kind('POST', 'access.grant')).toBe('rights');
  expect(kind('POST', 'public', { url: '/public/api/access/sessions' })).toBe('sign_in');
  expect(kind('POST', 'public', { url: '/public/api/disclosure/complaints' })).toBe('deed');
  expect(kind('POST', 'signed_in', { leaves: 'print' })).toBe('print');
  expect(() => kind('POST', 'signed_in', { leaves: 'x' })).toThrow('no kind');
});

describe('the canonical form of JSON, twice', () => {
  test.each([
    [
      '{"b": 1, "a": [1.50, -0, 1e21, 12345678901234567890123]}',
      '{"a":[1.50,-0,1e21,12345678901234567890123],"b":1}',
    ],
    ['{"\\uffff": 1, "\\ud83d\\ude00": 2, "__proto__": 3}', '{"__proto__":3,"\uffff":1,"😀":2}'],
    ['"a\\u0001\\/\\t\\u2028\u007f\\u00e9"', '"a\\u0001/\\t\u2028\u007fé"'],
    [' [ ] ', '[]'],
    ['{}', '{}'],
    ['null', 'null'],
  ])('%s', (text, form) => {
    expect(canonicalJson(text)).toBe(form);
    expect(jsonForm(text)).toBe(form);
  });

  test.each(['', '{', '[1', '[1,]', '{"a"}', '{"a":1,}', '1 2', "'a'", '{"a":1}}'])(
    'the verifier takes no %s for JSON',
    (text) => {
      expect(() => jsonForm(text)).toThrow(SyntaxError);
    },
  );

  const seed = Math.floor(Math.random() * 1e9);
  test(`both agree on anything (seed ${seed})`, () => {
    const random = randomFrom(seed);
    const value = (depth: number): unknown => {
      const kind = random.below(depth > 4 ? 4 : 6);
      if (kind === 0) return (random.below(2_000_001) - 1_000_000) / 10 ** random.below(9);
      if (kind === 1) return String.fromCodePoint(random.below(0xd800), 0x1f600 + random.below(40));
      if (kind === 2) return random.chance(0.5);
      if (kind === 3) return null;
      const parts = Array.from({ length: random.below(5) }, () => value(depth + 1));
      if (kind === 4) return parts;
      return Object.fromEntries(
        parts.map((part) => [String.fromCodePoint(random.below(0xd800)), part]),
      );
    };
    for (let i = 0; i < 2_000; i++) {
      const text = JSON.stringify(value(0), null, random.below(3));
      expect(jsonForm(text)).toBe(canonicalJson(text));
      expect(JSON.parse(jsonForm(text))).toEqual(JSON.parse(text));
    }
  });
});

describe('retention', () => {
  const database = useDatabase();
  let settings: AuditSettings;
  const years = 366 * 3;
  const verify = (keepYears = 3) =>
    verifyAudit({ url: database.urls.zz_jobs, anchorDirs: settings.anchorDirs, keepYears });
  const days = async () =>
    (
      await database.owner.query<{ day: string; rows: number }>(
        'select day, count(*)::int as rows from access.audit group by day order by day',
      )
    ).rows;

  beforeAll(async () => {
    settings = await auditSettings();
  });

  test('removes whole days older than the years to keep, once they are anchored, and says so', async () => {
    const first = await writeDay(database, years + 2);
    const second = await writeDay(database, years + 1);
    const young = await writeDay(database, 2);
    await sealAndAnchor(database.jobs, { ...settings, keepYears: 100 });
    expect(await days()).toHaveLength(3);
    await sealAndAnchor(database.jobs, settings);
    const left = await days();
    expect(left).toMatchObject([{ day: young, rows: 3 * rowsADay }, { rows: 6 }]);
    const { rows } = await database.owner.query(
      `select county, n, object, after->>'day' as day, after->>'rows' as rows from access.audit
       where kind = 'retention' order by county, n`,
    );
    expect(rows).toEqual(
      counties.flatMap((county) => [
        { county, n: '1', object: `audit_day ${county} ${first}`, day: first, rows: '12' },
        { county, n: '2', object: `audit_day ${county} ${second}`, day: second, rows: '12' },
      ]),
    );
    expect(await verify()).toMatchObject({ sound: true, removedDays: 6, young: 6 });
  });

  test('of a day removed so that its head does not fit its anchor, or too early, the verifier says so', async () => {
    const tampered = async (change: string, keepYears = 3) => {
      await asSuperuser(database, (c) => c.query(change));
      return (await verify(keepYears)).findings.filter((f) => f.county === '440983');
    };
    const says = (set: string) =>
      `update access.audit set after = after || '${set}' where county = '440983' and n = 2 and kind = 'retention'`;
    const [found] = await tampered(says('{"hash": "00"}'));
    expect(found).toMatchObject({ what: 'missing', n: 1 });
    const { rows } = await database.owner.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from access.audit_seal where county = '440983' order by day limit 1`,
    );
    expect(await tampered(says(JSON.stringify({ hash: rows[0]?.hash })))).toEqual([]);
    expect((await tampered('select 1', 4))[0]).toMatchObject({ what: 'removed_early' });
  });

  test('a day that is not anchored stays, and so does one that is not the oldest', async () => {
    const { rows } = await database.owner.query<{ day: string }>(
      `select day from access.audit where county = '440983' order by day limit 1`,
    );
    const remove = (day: string, keep: number) =>
      database.jobs.query('select access.remove_audit_day($1, $2, $3)', ['440983', day, keep]);
    await expect(remove(rows[0]?.day ?? '', 3)).rejects.toThrow('too young');
    await asSuperuser(database, (c) =>
      c.query(`insert into access.audit overriding user value select (jsonb_populate_record(a, '{"day": "2001-01-01"}')).*
               from access.audit a where county = '440983' and kind = 'retention'`),
    );
    await expect(remove('2001-01-01', 3)).rejects.toThrow('not anchored');
    await expect(remove('2001-01-02', 3)).rejects.toThrow('not the oldest');
  });
});

describe('the job of a server', () => {
  const database = useDatabase();

  test('seals, anchors and checks once a day, tells a problem once, and stops', async () => {
    const settings = await auditSettings();
    await writeNow(database, 3);
    const told: string[] = [];
    let checks = 0;
    const stop = watchAudit(database.jobs, {
      settings,
      check: async () => {
        checks += 1;
        return {
          sound: false,
          rows: 9,
          young: 0,
          finding: { what: 'changed', county: '440983', day: '2022-07-28', n: 1 },
        };
      },
      onProblem: (line) => told.push(line),
    });
    await expect.poll(() => told.length, { timeout: 20_000 }).toBe(1);
    await stop();
    expect(checks).toBe(1);
    expect(existsSync(settings.ownDir)).toBe(true);
    const { rows } = await database.owner.query(
      `select sound, rows, finding->>'what' as what,
         (select count(*)::int from access.audit_seal where anchor = 1) as seals from access.audit_check`,
    );
    expect(rows).toEqual([{ sound: false, rows: '9', what: 'changed', seals: 3 }]);
  });
});
