import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { newId } from '../platform/new-id.ts';
import { keepDecisions } from './decisions.ts';
import { loadEdition } from './load.ts';
import { diffEditions, upgradeTo } from './upgrade.ts';

const text = (year: string) =>
  readFileSync(new URL(`data/guangdong-divisions-${year}.csv`, import.meta.url), 'utf8');
const cutOff = { 2020: '2020-06-30', 2021: '2021-10-31' };

describe('loading', () => {
  const d = useDatabase();
  const load = (year: 2020 | 2021) =>
    loadEdition(d.db, { edition: String(year), cutOff: cutOff[year], text: text(String(year)) });
  const counts = async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*)::int from regions.region) as regions,
        (select count(*)::int from regions.code) as codes,
        (select count(*)::int from regions.ancestor) as ancestors,
        (select count(*)::int from regions.edition) as editions`.execute(d.db);
    return rows[0];
  };

  const decided = async () => {
    const rows = await d.db
      .selectFrom('regions.decision')
      .select(['change', 'verdict', 'decided_by'])
      .where('older', '=', '2020')
      .orderBy('decided_by')
      .orderBy('recorded_at')
      .orderBy('change')
      .execute();
    return rows.map((row) => `${row.change} ${row.verdict} ${row.decided_by}`);
  };

  test('a faulty file leaves nothing behind', async () => {
    const faulty = `${text('2020')}440199001000,无县街道,town,440199000000\n`;
    const result = await loadEdition(d.db, { edition: '2020', cutOff: '2020-06-30', text: faulty });
    expect(result).toMatchObject({ status: 'faulty', faults: [{ code: 'parent_absent' }] });
    expect(await counts()).toEqual({ regions: 0, codes: 0, ancestors: 0, editions: 0 });
  });

  test('the first edition becomes the tree, 深汕 a county of its own under Shenzhen', async () => {
    const result = await load(2020);
    expect(result).toMatchObject({ status: 'loaded', rows: 28_540, asTree: true });
    expect(result.status === 'loaded' && result.warnings).toHaveLength(7);
    expect(await counts()).toMatchObject({ regions: 28_541, codes: 28_541, editions: 1 });
    const { rows } = await sql<{ code: string; key: string; path: string }>`
      select p.code, p.key, string_agg(above.name, ' ' order by above.key) as path
      from regions.place p join regions.ancestor a on a.key = p.key
      join regions.place above on above.key = a.ancestor
      where p.code in ('441521103000', '441900003000', '441521102201') group by 1, 2 order by 1`.execute(
      d.db,
    );
    expect(rows.slice(1)).toEqual([
      { code: '441521103000', key: '440390103000', path: '广东省 深圳市 深汕特别合作区 鹅埠镇' },
      { code: '441900003000', key: '441900003000', path: '广东省 东莞市 东城街道' },
    ]);
    expect(rows[0]?.key).toBe('440390102201');
  });

  test('loading it again changes nothing; another file under its name is refused', async () => {
    const before = await counts();
    expect(await load(2020)).toEqual({ status: 'unchanged', rows: 28_540 });
    const other = await loadEdition(d.db, {
      edition: '2020',
      cutOff: '2020-06-30',
      text: text('2021'),
    });
    expect(other.status).toBe('other_file');
    expect(await counts()).toEqual(before);
  });

  test('two loads at once: one loads, the other finds it there', async () => {
    const results = await Promise.all([load(2021), load(2021)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['loaded', 'unchanged']);
    expect(await counts()).toMatchObject({ regions: 28_541, editions: 2 });
  });

  test('an upgrade stops at uncertain changes and at places with facts, and changes nothing', async () => {
    const before = await counts();
    const asked = await upgradeTo(d.db, '2021');
    expect(
      asked.status === 'needs_confirmation' && asked.uncertain.map(({ id }) => id),
    ).toHaveLength(4);

    await d.db
      .insertInto('access.account')
      .values({
        ...{
          id: '0185c8a0-0000-7000-8000-000000000000',
          name: 'dongsheng',
          display_name: '东升镇',
        },
        ...{ password_hash: '', role: 'town', home_key: '442000104000' },
      })
      .execute();
    const stopped = await upgradeTo(d.db, '2021', { acceptOpen: 'command' });
    expect(stopped).toEqual({
      status: 'has_facts',
      places: [{ key: '442000104000', name: '东升镇', table: 'access.account', rows: 1 }],
    });
    expect(await counts()).toEqual(before);
    expect(await decided()).toEqual([]);
    await d.db.deleteFrom('access.account').execute();
  });

  test('what was decided one by one is used, the last decision of each; what is open stops the upgrade', async () => {
    const [first, second] = ['440281106203>440281106220', '441481133211>441481133222'];
    const said = (change = '', verdict: 'accept' | 'reject') => ({
      ...{ id: newId(), change, verdict, by: 'person' as const },
      ...{ account: newId(), name: '系统管理员', reason: '已向当地核实' },
    });
    await keepDecisions(d.db, '2020', '2021', [said(first, 'reject'), said(second, 'accept')]);
    await keepDecisions(d.db, '2020', '2021', [said(second, 'reject')]);
    await keepDecisions(d.db, '2021', '2020', [said('440823450000>440823107000', 'accept')]);
    const asked = await upgradeTo(d.db, '2021');
    expect(asked.status === 'needs_confirmation' && asked.uncertain.map(({ id }) => id)).toEqual([
      '440823450000>440823107000',
      '445203002013>445203002214',
    ]);
  });

  test('an upgrade keeps keys, keeps the old tree for its days, and tells what became of what', async () => {
    const result = await upgradeTo(d.db, '2021', { acceptOpen: 'command' });
    expect(result).toMatchObject({ status: 'upgraded', from: '2021-10-31' });
    expect(result.status === 'upgraded' && result.changes).toMatchObject({
      merged: 7,
      gone: 40 + 2,
    });
    const { rows } = await sql<{ key: string; name: string; kind: string; codes: string }>`
      select p.key, p.name, p.kind, (select string_agg(code || ' ' || name, ', ' order by edition)
        from regions.code where key = p.key) as codes
      from regions.place p where p.key in (440113118000, 442000100000, 442000104000) order by 1`.execute(
      d.db,
    );
    expect(rows.map(({ name, codes }) => [name, codes])).toEqual([
      ['沙湾街道', '440113118000 沙湾镇, 440113017000 沙湾街道'],
      ['小榄镇', '442000100000 小榄镇, 442000118000 小榄镇'],
      ['东升镇', '442000104000 东升镇'],
    ]);
    const { rows: towns } = await sql<{ before: number; after: number }>`
      select count(*) filter (where valid_from <= '2021-06-30' and (valid_to is null or valid_to > '2021-06-30'))::int as before,
        count(*) filter (where valid_from <= '2022-07-28' and (valid_to is null or valid_to > '2022-07-28'))::int as after
      from regions.code where kind in ('town', 'township', 'ethnic_township')`.execute(d.db);
    expect(towns).toEqual([{ before: 1_131, after: 1_128 }]);
    const { rows: broken } = await sql<{ n: number }>`
      select count(*)::int as n from regions.region r where valid_to is null and not exists
        (select 1 from regions.code c where c.key = r.key and c.valid_to is null and c.valid_from is not null)`.execute(
      d.db,
    );
    expect(broken).toEqual([{ n: 0 }]);
    const { rows: outside } = await sql`
      select r.key from regions.region r join regions.region p on p.key = r.parent
      where r.key not between p.lo and p.hi or (r.valid_to is null and p.valid_to is not null)`.execute(
      d.db,
    );
    expect(outside).toEqual([]);
    const { rows: lineage } = await sql<{ change: string; new_key: string; confidence: string }>`
      select change, new_key, confidence from regions.lineage where old_key = 442000104000`.execute(
      d.db,
    );
    expect(lineage).toEqual([{ change: 'merged', new_key: '442000100000', confidence: 'certain' }]);
  });

  test('what a person rejected are two places; what was open is kept as accepted by the command', async () => {
    const { rows } = await sql<{ change: string; code: string; confidence: string }>`
      select change, coalesce(old_code, new_code) as code, confidence from regions.lineage
      where '441481133211' in (old_code, new_code) or '441481133222' in (old_code, new_code) order by 1`.execute(
      d.db,
    );
    expect(rows).toEqual([
      { change: 'added', code: '441481133222', confidence: 'confirmed' },
      { change: 'gone', code: '441481133211', confidence: 'confirmed' },
    ]);
    expect(await decided()).toEqual([
      '440281106203>440281106220 reject person',
      '441481133211>441481133222 accept person',
      '441481133211>441481133222 reject person',
      '440823450000>440823107000 accept command',
      '445203002013>445203002214 accept command',
    ]);
  });

  test('upgrading again, to an older or to an unknown edition changes nothing', async () => {
    const before = await counts();
    expect(await upgradeTo(d.db, '2021')).toEqual({ status: 'unchanged' });
    expect(await upgradeTo(d.db, '2030')).toEqual({ status: 'not_loaded' });
    await loadEdition(d.db, {
      edition: '2019',
      cutOff: '2019-06-30',
      text: 'code,name,level,parent_code\n440000000000,广东省,province,\n',
    });
    expect(await upgradeTo(d.db, '2019')).toEqual({ status: 'not_newer', inForce: '2021' });
    expect(await counts()).toEqual({ ...before, codes: (before?.codes ?? 0) + 1, editions: 3 });
  });

  test('two editions compared', async () => {
    expect(await diffEditions(d.db, '2020', '2030')).toBeNull();
    const changes = await diffEditions(d.db, '2020', '2021');
    expect(changes?.filter(({ name }) => name === 'ending_only')).not.toHaveLength(0);
    expect(changes?.find(({ id }) => id === '440883107000>440883107000')?.change).toBe('corrected');
  });
});
