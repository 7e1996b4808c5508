import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { aPerson, aServer, aStranger, type Person } from '../../test/people.ts';
import { aTier } from '../../test/places.ts';
import { registryTemplate } from '../../test/registry.ts';
import type {
  ChangeRow,
  ChildRow,
  CountRow,
  Editions,
  Findings,
  FoundRow,
  Place,
  Step,
} from './contract.ts';

type Rows<Row> = { rows: Row[]; next: string | null };

const d = useDatabase(...registryTemplate);
let server: FastifyInstance;
let province: Person;
let county: Person;
let dongguan: Person;
beforeAll(async () => {
  server = await aServer(d);
  province = await aPerson(d, server, 'province', '440000000000');
  county = await aPerson(d, server, 'county', '440113000000');
  dongguan = await aPerson(d, server, 'city', '441900000000');
  await aTier(d.db, '440113104000', 'self_included', '2021-06-01');
  await aTier(d.db, '440113118000', 'demonstration', '2021-06-01');
  await aTier(d.db, '440204401000', 'self_included', '2021-06-01');
});
afterAll(() => server.close());

describe('children', () => {
  const names = async (who: Person, key: string, query = '') =>
    (await who.get<Rows<ChildRow>>(`/api/regions/places/${key}/children${query}`)).body.rows.map(
      ({ name }) => name,
    );

  test('are of the day asked, in the order of their codes', async () => {
    const before = await names(province, '442000000000', '?on=2021-06-30');
    const after = await names(province, '442000000000', '?on=2022-07-28');
    expect(before).toContain('东升镇');
    expect(before).not.toContain('民众街道');
    expect(after).not.toContain('东升镇');
    expect(after).toContain('民众街道');
    expect(after.at(-1)).toBe('小榄镇');
  });

  test('days before the first edition use the first tree', async () => {
    expect(await names(province, '440300000000', '?on=2001-01-01')).toContain('深汕特别合作区');
  });

  test('come page by page, each once', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const url: string = `/api/regions/places/440113118000/children?limit=7${next && `&after=${next}`}`;
      const { body }: { body: Rows<ChildRow> } = await province.get(url);
      seen.push(...body.rows.map(({ code }) => code));
      next = body.next;
    }
    expect(seen).toHaveLength(19);
    expect(new Set(seen).size).toBe(19);
    expect(seen[0]?.startsWith('440113017')).toBe(true);
  });

  test('carry tiers within the scope; above it only the way down is shown', async () => {
    const { body } = await county.get<Rows<ChildRow>>(
      '/api/regions/places/440113000000/children?on=2022-07-28',
    );
    expect(body.rows.find(({ key }) => key === '440113118000')).toMatchObject({
      name: '沙湾街道',
      kind: 'street',
      tiers: ['demonstration'],
      children: 19,
    });
    expect(await names(county, '440000000000')).toEqual(['广州市']);
    expect(await names(county, '440100000000')).toEqual(['番禺区']);
    expect((await county.get('/api/regions/places/440112000000/children')).status).toBe(404);
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
    expect(await province.get(url)).toMatchObject({
      status: 400,
      body: { code: 'platform.refusal.shape' },
    });
  });
});

describe('one place', () => {
  test('shows its codes by edition, its tiers and what became of it', async () => {
    const { body } = await county.get<Place>('/api/regions/places/440113118000?on=2022-07-28');
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
    const earlier = await county.get<Place>('/api/regions/places/440113118000?on=2021-06-30');
    expect(earlier.body.name).toBe('沙湾镇');
  });

  test('that ended says since when and where it went', async () => {
    const { body } = await province.get<Place>('/api/regions/places/442000104000');
    expect(body).toMatchObject({ name: '东升镇', until: '2021-10-31' });
    expect(body.lineage).toMatchObject([
      { change: 'merged', went: true, other: { key: '442000100000', name: '小榄镇' } },
    ]);
  });

  test('深汕 has no published code, and says why it is where it is', async () => {
    const { body } = await province.get<Place>('/api/regions/places/440390000000');
    expect(body.codes.map(({ code }) => code)).toEqual([null, null]);
    expect(body.programme?.zh).toContain('深圳');
    const town = await province.get<Rows<Step>>('/api/regions/places/440390103000/path');
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
    expect((await county.get(`/api/regions/places/${key}`)).status).toBe(status);
    expect((await county.get(`/api/regions/places/${key}/path`)).status).toBe(status);
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
    const rows = await find(province, q);
    expect(rows.map(({ key }) => key)).toContain('440113118000');
    const row = rows.find(({ key }) => key === '440113118000');
    const matched = by.startsWith('former') ? '沙湾镇' : null;
    expect(row).toMatchObject({ name: '沙湾街道', above: ['广州市', '番禺区'], matched });
  });

  test('finds only what lies in the scope', async () => {
    expect(await find(dongguan, '沙湾')).toEqual([]);
    const rows = await find(dongguan, '村');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ key }) => key.startsWith('4419'))).toBe(true);
  });

  test('takes what people type as text, and pages', async () => {
    expect(await find(province, '%')).toEqual([]);
    expect(await find(province, "'; drop table x; --")).toEqual([]);
    const first = await province.get<Rows<FoundRow>>('/api/regions/places?q=sw&limit=5');
    const second = await province.get<Rows<FoundRow>>(
      `/api/regions/places?q=sw&limit=5&after=${first.body.next}`,
    );
    const keys = [...first.body.rows, ...second.body.rows].map(({ key }) => key);
    expect(new Set(keys).size).toBe(10);
  });
});

describe('editions and changes', () => {
  test('the editions say from when each is the tree', async () => {
    const { body } = await county.get<Editions>('/api/regions/editions');
    expect(body.rows).toMatchObject([
      { edition: '2020', rows: 28_540, activeFrom: '2020-06-30' },
      { edition: '2021', rows: 28_639, activeFrom: '2021-10-31' },
    ]);
  });

  test('changes are counted and listed by class, all of them to the province', async () => {
    const query = '?older=2020&newer=2021';
    const counts = await province.get<{ rows: CountRow[] }>(`/api/regions/change-counts${query}`);
    const count = (fits: (row: CountRow) => boolean) =>
      counts.body.rows.filter(fits).reduce((sum, row) => sum + row.count, 0);
    expect(count(({ level, change }) => level === 'town' && change === 'added')).toBe(3);
    expect(count(({ level, name }) => level === 'village' && name === 'ending_only')).toBe(692);
    const { body } = await province.get<Rows<ChangeRow>>(
      `/api/regions/changes${query}&change=merged&limit=5`,
    );
    expect(body.rows).toHaveLength(5);
    const rest = await province.get<Rows<ChangeRow>>(
      `/api/regions/changes${query}&change=merged&limit=5&after=${encodeURIComponent(body.next ?? '')}`,
    );
    expect(rest.body.rows).toHaveLength(2);
    expect(rest.body.next).toBeNull();
  });

  test('to a county only its own', async () => {
    const { body } = await county.get<Rows<ChangeRow>>(
      '/api/regions/changes?older=2020&newer=2021&limit=200',
    );
    expect(body.rows.length).toBeGreaterThan(20);
    expect(
      body.rows.every(({ oldCode, newCode }) => (oldCode ?? newCode)?.startsWith('440113')),
    ).toBe(true);
    expect(body.rows.find(({ level }) => level === 'town')).toMatchObject({
      ...{ oldName: '沙湾镇', newName: '沙湾街道', above: '番禺区', confidence: 'certain' },
    });
  });

  test('an edition that is not loaded is absent', async () => {
    expect((await province.get('/api/regions/changes?older=2020&newer=2031')).status).toBe(404);
  });
});

describe('findings', () => {
  test('show the arithmetic of the towns to the province', async () => {
    const { body } = await province.get<Findings>('/api/regions/findings?on=2022-07-28');
    const [sum, self, broken] = body.rows;
    expect(sum?.params).toMatchObject({ sum: '1128', quoted: '1127', gap: '1' });
    expect(sum?.lines.slice(0, 2).map(({ params }) => params)).toEqual([
      { edition: '2020', others: '900', delta: '227', sum: '1127', programme: '4' },
      { edition: '2021', others: '901', delta: '223', sum: '1124', programme: '4' },
    ]);
    expect(self?.params.count).toBe('2');
    expect(self?.lines[0]?.params).toMatchObject({
      thirteen: '124',
      huizhou: '146',
      jiangmen: '154',
    });
    expect(self?.places.map(({ name }) => name)).toEqual(['曲仁矿务局田螺冲办事处']);
    expect(broken?.places).toHaveLength(7);
    expect(broken?.places.find(({ key }) => key === '440883107000')).toMatchObject({
      name: '2020 塘?镇',
      note: '塘㙍镇',
    });
  });

  test('show to others only what lies in their scope', async () => {
    const { body } = await dongguan.get<Findings>('/api/regions/findings');
    expect(body.rows.map(({ code }) => code)).toEqual(['self_included', 'broken_name']);
    expect(body.rows.every(({ places }) => places.length === 0)).toBe(true);
    expect(body.rows[0]?.params.count).toBe('0');
  });
});

test('a stranger sees nothing', async () => {
  for (const url of ['places?q=sw', 'places/440000000000', 'editions', 'findings']) {
    expect((await aStranger(server).get(`/api/regions/${url}`)).status).toBe(401);
  }
});

test('every finding, line, evidence and fault has its words', async () => {
  const { words } = await import('./words.ts');
  const known = new Set(Object.keys(words));
  const source = ['rules.ts', 'editions/file.ts', 'editions/change.ts']
    .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
    .join('\n');
  const named = (pattern: RegExp) => [...source.matchAll(pattern)].map((found) => found[1]);
  for (const line of named(/line: '(\w+)'/g))
    expect(known).toContain(`regions.finding.line.${line}`);
  for (const code of named(/\| \{ code: '(\w+)'/g))
    expect(known).toContain(`regions.evidence.${code}`);
  for (const code of named(/fault\([^']*'(\w+)'/g)) expect(known).toContain(`regions.file.${code}`);
});
