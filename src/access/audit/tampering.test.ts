/** Every way to edit the audit quietly, done by one who can do everything in the database: the verifier names the first bad row. */
import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import type { What } from '../audit-verify/report.ts';
import { verifyAudit } from '../audit-verify/verify.ts';
import {
  asSuperuser,
  auditSettings,
  rowsADay,
  town,
  writeDay,
  writeNow,
} from './history-for-tests.ts';
import { sealAndAnchor } from './job.ts';
import { seal } from './seal.ts';
import type { AuditSettings } from './settings.ts';

/** Days of the history: two whole ones, anchored; today, with 10 rows anchored, 4 sealed, 3 neither. */
interface Story {
  older: string;
  old: string;
  today: string;
  settings: AuditSettings;
  anchorFile: string;
}

interface Tampering {
  name: string;
  tamper(client: pg.Client, story: Story): Promise<unknown>;
  /** What is found; undefined for what cannot be. */
  what?: What;
  on?: 'older' | 'old' | 'today';
  n?: number;
}

const one = `county = '${town}' and day`;
const shift = (from: number, by: number) => async (client: pg.Client, day: string) => {
  const where = `${one} = '${day}' and n >= ${from}`;
  await client.query(`update access.audit set n = n + 1000 where ${where}`);
  await client.query(
    `update access.audit set n = n - 1000 + ${by} where ${one} = '${day}' and n >= 1000`,
  );
};
const insertCopy = (client: pg.Client, day: string, n: number) =>
  client.query(
    `insert into access.audit (county, day, n, at, kind, action, place_key, outcome)
     select county, day, ${n}, max(at), 'deed', 'POST /made/up', max(place_key), 'done' from access.audit
     where ${one} = '${day}' and n < ${n} group by 1, 2`,
  );
/** Seals a county anew from a day on, as somebody would who knows how. */
async function sealAnew(client: pg.Client, from: string): Promise<void> {
  await client.query(`delete from access.audit_seal where ${one} >= '${from}'`);
  await seal(client as unknown as pg.PoolClient, 'sha256'); // seal only queries
}

const tamperings: Tampering[] = [
  {
    name: 'a field of an anchored row is edited',
    tamper: (c, { old }) =>
      c.query(
        `update access.audit set after = after || '{"z": 7.51}' where ${one} = '${old}' and n = 5`,
      ),
    ...{ what: 'changed', on: 'old', n: 5 },
  },
  {
    name: 'the trailing zero of a number is edited away',
    tamper: (c, { old }) =>
      c.query(
        `update access.audit set after = after || '{"z": 7.5}' where ${one} = '${old}' and n = 5`,
      ),
    ...{ what: 'changed', on: 'old', n: 5 },
  },
  {
    name: 'a sealed row that no anchor holds is edited',
    tamper: (c, { today }) =>
      c.query(`update access.audit set outcome = 'refused' where ${one} = '${today}' and n = 12`),
    ...{ what: 'changed', on: 'today', n: 12 },
  },
  {
    name: 'the time of the last anchored row is edited',
    tamper: (c, { today }) =>
      c.query(
        `update access.audit set at = at + interval '1 microsecond' where ${one} = '${today}' and n = 10`,
      ),
    ...{ what: 'changed', on: 'today', n: 10 },
  },
  {
    name: 'a row is deleted',
    tamper: (c, { old }) => c.query(`delete from access.audit where ${one} = '${old}' and n = 5`),
    ...{ what: 'missing', on: 'old', n: 5 },
  },
  {
    name: 'a row is deleted and those after it move up',
    tamper: async (c, { old }) => {
      await c.query(`delete from access.audit where ${one} = '${old}' and n = 5`);
      await shift(6, -1)(c, old);
    },
    ...{ what: 'changed', on: 'old', n: 5 },
  },
  {
    name: 'the last row of a day is deleted',
    tamper: (c, { old }) =>
      c.query(`delete from access.audit where ${one} = '${old}' and n = ${rowsADay}`),
    ...{ what: 'cut', on: 'old', n: rowsADay },
  },
  {
    name: 'the end of the chain is cut off, seals and counter with it',
    tamper: async (c, { today }) => {
      await c.query(`delete from access.audit where ${one} = '${today}' and n > 8`);
      await c.query(`delete from access.audit_seal where ${one} = '${today}'`);
      await c.query(`update access.audit_counter set n = 8 where county = '${town}'`);
    },
    ...{ what: 'cut', on: 'today', n: 9 },
  },
  {
    name: 'a day is deleted with its seals',
    tamper: async (c, { old }) => {
      await c.query(`delete from access.audit where ${one} = '${old}'`);
      await c.query(`delete from access.audit_seal where ${one} = '${old}'`);
    },
    ...{ what: 'missing', on: 'old', n: 1 },
  },
  {
    name: 'a day is deleted and the rest sealed anew',
    tamper: async (c, { older, old }) => {
      await c.query(`delete from access.audit where ${one} = '${older}'`);
      await c.query(`delete from access.audit_seal where ${one} = '${older}'`);
      await sealAnew(c, old);
    },
    ...{ what: 'missing', on: 'older', n: 1 },
  },
  {
    name: 'two rows change places',
    tamper: async (c, { old }) => {
      await c.query(`update access.audit set n = 99 where ${one} = '${old}' and n = 5`);
      await c.query(`update access.audit set n = 5 where ${one} = '${old}' and n = 6`);
      await c.query(`update access.audit set n = 6 where ${one} = '${old}' and n = 99`);
    },
    ...{ what: 'out_of_order', on: 'old', n: 5 },
  },
  {
    name: 'a row is inserted between two',
    tamper: async (c, { old }) => {
      await shift(5, 1)(c, old);
      await insertCopy(c, old, 5);
    },
    ...{ what: 'inserted', on: 'old', n: 5 },
  },
  {
    name: 'a row is added to a day that is over',
    tamper: (c, { old }) => insertCopy(c, old, rowsADay + 1),
    ...{ what: 'inserted', on: 'old', n: rowsADay + 1 },
  },
  {
    name: 'a row is added beyond the counter',
    tamper: (c, { today }) => insertCopy(c, today, 18),
    ...{ what: 'inserted', on: 'today', n: 18 },
  },
  {
    name: 'a row is edited and the whole chain rewritten to fit',
    tamper: async (c, { old }) => {
      await c.query(
        `update access.audit set account_id = gen_random_uuid() where ${one} = '${old}' and n = 5`,
      );
      await sealAnew(c, old);
    },
    ...{ what: 'rewritten', on: 'old', n: 5 },
  },
  {
    name: 'an older copy of the database is put back',
    tamper: async (c, { today, old }) => {
      await c.query(`delete from access.audit where day = '${today}'`);
      await c.query(`delete from access.audit_seal where day = '${today}'`);
      await c.query('delete from access.audit_anchor where sequence > 1');
      await c.query(`update access.audit_counter set day = '${old}', n = ${rowsADay}`);
    },
    ...{ what: 'missing', on: 'today', n: 1 },
  },
  {
    name: 'a row that is not sealed yet is deleted',
    tamper: (c, { today }) =>
      c.query(`delete from access.audit where ${one} = '${today}' and n = 16`),
    ...{ what: 'missing', on: 'today', n: 16 },
  },
  {
    name: 'the youngest row is deleted',
    tamper: (c, { today }) =>
      c.query(`delete from access.audit where ${one} = '${today}' and n = 17`),
    ...{ what: 'cut', on: 'today', n: 17 },
  },
  {
    name: 'the youngest row is deleted and the counter set back: the limit that is named',
    tamper: async (c, { today }) => {
      await c.query(`delete from access.audit where ${one} = '${today}' and n = 17`);
      await c.query(`update access.audit_counter set n = 16 where county = '${town}'`);
    },
  },
  {
    name: 'the counter is set back below what is sealed',
    tamper: (c) => c.query(`update access.audit_counter set n = 9 where county = '${town}'`),
    ...{ what: 'inserted', on: 'today', n: 15 },
  },
  {
    name: 'a seal is edited',
    tamper: (c, { old }) =>
      c.query(
        `update access.audit_seal set hash = sha256('x'), marks = set_byte(marks, 16, 1 # get_byte(marks, 16)) where ${one} = '${old}'`,
      ),
    ...{ what: 'seal_changed', on: 'old', n: 5 },
  },
  {
    name: 'the seals of a day are deleted',
    tamper: (c, { old }) => c.query(`delete from access.audit_seal where ${one} = '${old}'`),
    ...{ what: 'seal_missing', on: 'old', n: 1 },
  },
  {
    name: 'a day is said to have been removed in time',
    tamper: async (c, { older }) => {
      const { rows } = await c.query<{ hash: string }>(
        `select encode(hash, 'hex') as hash from access.audit_seal where ${one} = '${older}'`,
      );
      await c.query(`delete from access.audit where ${one} = '${older}'`);
      await c.query(
        `select access.add_audit(null, 'system', '{}', 'retention', 'JOB audit-retention', 'x', ${town}000000, null, null, 'done', null, $1, null, null, null)`,
        [{ county: town, day: older, rows: rowsADay, hash: rows[0]?.hash, keepYears: 0 }],
      );
    },
    ...{ what: 'removed_early', on: 'older', n: 1 },
  },
];

describe.each(tamperings)('$name', ({ tamper, what, on, n }) => {
  const database = useDatabase();
  let story: Story;

  beforeAll(async () => {
    story = await tell();
  });

  const verify = () =>
    verifyAudit({
      url: database.urls.zz_jobs,
      anchorDirs: story.settings.anchorDirs,
      keepYears: 3,
    });

  async function tell(): Promise<Story> {
    const settings = await auditSettings();
    const older = await writeDay(database, 3);
    const old = await writeDay(database, 1);
    await sealAndAnchor(database.jobs, settings);
    await writeNow(database, 10);
    await sealAndAnchor(database.jobs, settings, { atOnce: true });
    await writeNow(database, 4);
    await sealAndAnchor(database.jobs, settings);
    await writeNow(database, 3);
    const { rows } = await database.owner.query<{ today: string }>(
      'select max(day) as today from access.audit',
    );
    const [dir = ''] = settings.anchorDirs;
    const [file = ''] = await readdir(dir);
    return { older, old, today: rows[0]?.today ?? '', settings, anchorFile: join(dir, file) };
  }

  test(what ? `is found: ${what} ${on} ${n}` : 'is not found', async () => {
    const before = await verify();
    expect(before).toMatchObject({
      sound: true,
      rows: 3 * (2 * rowsADay + 17),
      young: 21,
      anchors: 2,
    });
    await asSuperuser(database, (client) => tamper(client, story));
    const after = await verify();
    if (!what) expect(after).toMatchObject({ sound: true, young: 20 });
    else {
      expect(after.sound).toBe(false);
      const row = { what, county: town, day: story[on ?? 'today'], n };
      const first = after.findings.find((f) => f.county === town);
      expect(first).toEqual(row);
    }
  });
});

describe('the anchor files', () => {
  const database = useDatabase();
  let settings: AuditSettings;
  let file = '';
  let whole = '';

  beforeAll(async () => {
    settings = await auditSettings();
    await writeDay(database, 2);
    for (let i = 0; i < 3; i++) {
      await writeNow(database, 5);
      await sealAndAnchor(database.jobs, settings, { atOnce: true });
    }
    const [dir = ''] = settings.anchorDirs;
    file = join(dir, (await readdir(dir))[0] ?? '');
    whole = await readFile(file, 'utf8');
  });

  const verify = () =>
    verifyAudit({ url: database.urls.zz_jobs, anchorDirs: settings.anchorDirs, keepYears: 3 });
  const lines = () => whole.trimEnd().split('\n');

  test.each([
    ['cut at the end', () => lines().slice(0, 2), 'anchor_missing', 3],
    ['cut at the beginning', () => lines().slice(1), 'anchor_missing', 1],
    ['without a line', () => lines().filter((_, at) => at !== 1), 'anchor_missing', 2],
    [
      'with a line edited',
      () => lines().map((l) => l.replace('"sequence":2,"at":"2', '"sequence":2,"at":"3')),
      'anchor_changed',
      2,
    ],
    [
      'with a line that is none any more',
      () => lines().map((l, at) => (at === 1 ? l.slice(0, -9) : l)),
      'anchor_missing',
      2,
    ],
    ['empty', () => [], 'anchor_missing', 1],
  ] as const)('%s', async (_, text, what, sequence) => {
    expect((await verify()).findings).toEqual([]);
    await writeFile(file, `${text().join('\n')}\n`);
    const { findings } = await verify();
    await writeFile(file, whole);
    expect(findings.filter((f) => f.sequence !== undefined)).toMatchObject([{ what, sequence }]);
  });

  test('a line half written by a crash is no line, and the next one begins anew', async () => {
    await truncate(file, Buffer.byteLength(whole) - 40);
    const torn = await verify();
    expect(torn.findings).toMatchObject([{ what: 'anchor_missing', sequence: 3 }]);
    await writeFile(file, `${whole}{"format":"zhuzhen-anchor-1","sequ`);
    await writeNow(database, 1);
    expect(await sealAndAnchor(database.jobs, settings, { atOnce: true })).toEqual([]);
    expect(await verify()).toMatchObject({ sound: true, anchors: 4 });
    whole = await readFile(file, 'utf8');
  });

  test('a line the database did not hear of in a crash is taken over', async () => {
    await asSuperuser(database, async (c) => {
      await c.query('delete from access.audit_anchor where sequence = 4');
      await c.query('update access.audit_seal set anchor = null where anchor = 4');
    });
    expect((await verify()).sound).toBe(true);
    expect(await sealAndAnchor(database.jobs, settings, { atOnce: true })).toEqual([]);
    expect(await verify()).toMatchObject({ sound: true, anchors: 5 });
  });

  test('a second directory gets what it missed; one that is not there is told and keeps nobody waiting', async () => {
    const second = await auditSettings();
    const two = [...settings.anchorDirs, ...second.anchorDirs];
    expect(
      await sealAndAnchor(database.jobs, { ...settings, anchorDirs: two }, { atOnce: true }),
    ).toEqual([]);
    await rm(file);
    const report = await verifyAudit({
      url: database.urls.zz_jobs,
      anchorDirs: second.anchorDirs,
      keepYears: 3,
    });
    expect(report).toMatchObject({ sound: true, anchors: 6 });
    await rm(second.anchorDirs[0] ?? '', { recursive: true });
    const problems = await sealAndAnchor(
      database.jobs,
      { ...settings, anchorDirs: two },
      { atOnce: true },
    );
    expect(problems).toHaveLength(1);
    expect(problems?.[0]).toContain(second.anchorDirs[0]);
    await expect(
      sealAndAnchor(
        database.jobs,
        { ...settings, anchorDirs: second.anchorDirs },
        { atOnce: true },
      ),
    ).rejects.toThrow('no anchor could be written');
  });
});
