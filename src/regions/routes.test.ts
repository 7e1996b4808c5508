import { describe, expect, test } from 'vitest';
import { aStranger, type Person } from '../../test/people.ts';
import { useRegistry } from '../../test/registry.ts';
import type { ChildRow, FoundRow, Place, Step } from './contract.ts';

type Rows<Row> = { rows: Row[]; next: string | null };

const here = useRegistry();

describe('children', () => {
  const names = async (who: Person, key: string, query = '') =>
    (await who.get<Rows<ChildRow>>(`/api/regions/places/${key}/children${query}`)).body.rows.map(
      ({ name }) => name,
    );

  test('are of the day asked, in the order of their codes', async () => {
    const before = await names(here.province, '442000000000', '?on=2021-06-30');
    const after = await names(here.province, '442000000000', '?on=2022-07-28');
    expect(before).toContain('东升镇');
    expect(before).not.toContain('民众街道');
    expect(after).not.toContain('东升镇');
    expect(after).toContain('民众街道');
    expect(after.at(-1)).toBe('小榄镇');
  });

  test('days before the first edition use the first tree', async () => {
    expect(await names(here.province, '440300000000', '?on=2001-01-01')).toContain(
      '深汕特别合作区',
    );
  });

  test('come page by page, each once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const url: string = `/api/regions/places/440113118000/children?limit=7${next && `&after=${next}`}`;
      const { body }: { body: Rows<ChildRow> } = await here.province.get(url);
      seen.push(...body.rows.map(({ code }) => code));
      next = body.next;
    }
    expect(seen).toHaveLength(19);
    expect(new Set(seen).size).toBe(19);
    expect(seen[0]?.startsWith('440113017')).toBe(true);
  });

  test('carry tiers within the scope; above it only the way down is shown', async () => {
    const { body } = await here.county.get<Rows<ChildRow>>(
      '/api/regions/places/440113000000/children?on=2022-07-28',
    );
    expect(body.rows.find(({ key }) => key === '440113118000')).toMatchObject({
      name: '沙湾街道',
      kind: 'street',
      tiers: ['demonstration'],
      children: 19,
    });
    expect(await names(here.county, '440000000000')).toEqual(['广州市']);
    expect(await names(here.county, '440100000000')).toEqual(['番禺区']);
    expect((await here.county.get('/api/regions/places/440112000000/children')).status).toBe(404);
  });
});

describe('what is no day and no page', () => {
  test.each([
    '/api/regions/places/440113118000?on=2022-02-31',
    '/api/regions/places/440113118000?on=0000-01-01',
    '/api/regions/findings?on=2021-06-31',
    '/api/regions/places?q=a&after=%3E',
    '/api/regions/places?q=a&after=9999999999999.1.440113118000',
  ])('is refused by shape: %s', async (url) => {
    expect(await here.province.get(url)).toMatchObject({
      status: 400,
      body: { code: 'platform.refusal.shape' },
    });
  });
});

describe('one place', () => {
  test('shows its codes by edition, its tiers and what became of it', async () => {
    const { body } = await here.county.get<Place>('/api/regions/places/440113118000?on=2022-07-28');
    expect(body.name).toBe('沙湾街道');
    expect(body.path.map(({ name }) => name)).toEqual(['广东省', '广州市', '番禺区', '沙湾街道']);
    expect(body.codes.map(({ code, name }) => `${code} ${name}`)).toEqual([
      '440113118000 沙湾镇',
      '440113017000 沙湾街道',
    ]);
    expect(body.tiers).toMatchObject([{ tier: 'demonstration', madeUp: true }]);
    expect(body.lineage).toMatchObject([
      { change: 'rekinded', evidence: 'children_pass_on', params: { matched: '19', of: '19' } },
    ]);
    const earlier = await here.county.get<Place>('/api/regions/places/440113118000?on=2021-06-30');
    expect(earlier.body.name).toBe('沙湾镇');
  });

  test('that ended says since when and where it went', async () => {
    const { body } = await here.province.get<Place>('/api/regions/places/442000104000');
    expect(body).toMatchObject({ name: '东升镇', until: '2021-10-31' });
    expect(body.lineage).toMatchObject([
      { change: 'merged', went: true, other: { key: '442000100000', name: '小榄镇' } },
    ]);
  });

  test('深汕 has no published code, and says why it is where it is', async () => {
    const { body } = await here.province.get<Place>('/api/regions/places/440390000000');
    expect(body.codes.map(({ code }) => code)).toEqual([null, null]);
    expect(body.programme?.zh).toContain('深圳');
    const town = await here.province.get<Rows<Step>>('/api/regions/places/440390103000/path');
    expect(town.body.rows.map(({ name }) => name)).toEqual([
      '广东省',
      '深圳市',
      '深汕特别合作区',
      '鹅埠镇',
    ]);
  });

  test.each([
    ['outside the scope', '440114000000', 404],
    ['unknown', '449999000000', 404],
    ['not a key', '4401', 400],
    ['above the scope: the way up', '440100000000', 200],
  ])('%s', async (_what, key, status) => {
    expect((await here.county.get(`/api/regions/places/${key}`)).status).toBe(status);
    expect((await here.county.get(`/api/regions/places/${key}/path`)).status).toBe(status);
  });
});

describe('search', () => {
  const find = async (who: Person, q: string, more = '') =>
    (await who.get<Rows<FoundRow>>(`/api/regions/places?q=${encodeURIComponent(q)}${more}`)).body
      .rows;

  test.each([
    ['name', '沙湾街道'],
    ['former name', '沙湾镇'],
    ['pinyin', 'shawanjie'],
    ['initials', 'swjd'],
    ['code', '440113017000'],
    ['former code', '440113118000'],
  ])('by %s', async (by, q) => {
    const rows = await find(here.province, q);
    expect(rows.map(({ key }) => key)).toContain('440113118000');
    const row = rows.find(({ key }) => key === '440113118000');
    const matched = by.startsWith('former') ? '沙湾镇' : null;
    expect(row).toMatchObject({ name: '沙湾街道', above: ['广州市', '番禺区'], matched });
  });

  test('finds only what lies in the scope', async () => {
    expect(await find(here.dongguan, '沙湾')).toEqual([]);
    const rows = await find(here.dongguan, '村');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ key }) => key.startsWith('4419'))).toBe(true);
  });

  test('takes what people type as text, and pages', async () => {
    expect(await find(here.province, '%')).toEqual([]);
    expect(await find(here.province, "'; drop table x; --")).toEqual([]);
    const first = await here.province.get<Rows<FoundRow>>('/api/regions/places?q=sw&limit=5');
    const second = await here.province.get<Rows<FoundRow>>(
      `/api/regions/places?q=sw&limit=5&after=${first.body.next}`,
    );
    const keys = [...first.body.rows, ...second.body.rows].map(({ key }) => key);
    expect(new Set(keys).size).toBe(10);
  });
});

test('a stranger sees nothing', async () => {
  for (const url of ['places?q=sw', 'places/440000000000', 'editions', 'findings']) {
    expect((await aStranger(here.server).get(`/api/regions/${url}`)).status).toBe(401);
  }
});
