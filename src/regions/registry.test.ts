/** What the registry itself answers over HTTP: editions, what changed between two, what does not fit. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { aTier } from '../../test/places.ts';
import { useRegistry } from '../../test/registry.ts';
import type { ChangeRow, CountRow, Editions, Findings } from './contract.ts';

type Rows<Row> = { rows: Row[]; next: string | null };

const here = useRegistry();
beforeAll(() => aTier(here.database.db, '440204401000', 'self_included', '2021-06-01'));

describe('editions and changes', () => {
  test('the editions say from when each is the tree', async () => {
    const { body } = await here.county.get<Editions>('/api/regions/editions');
    expect(body.rows).toMatchObject([
      { edition: '2020', rows: 28_540, activeFrom: '2020-06-30' },
      { edition: '2021', rows: 28_639, activeFrom: '2021-10-31' },
    ]);
  });

  test('changes are counted and listed by class, all of them to the province', async () => {
    const query = '?older=2020&newer=2021';
    const counts = await here.province.get<{ rows: CountRow[] }>(
      `/api/regions/change-counts${query}`,
    );
    const count = (fits: (row: CountRow) => boolean) =>
      counts.body.rows.filter(fits).reduce((sum, row) => sum + row.count, 0);
    expect(count(({ level, change }) => level === 'town' && change === 'added')).toBe(3);
    expect(count(({ level, name }) => level === 'village' && name === 'ending_only')).toBe(692);
    const { body } = await here.province.get<Rows<ChangeRow>>(
      `/api/regions/changes${query}&change=merged&limit=5`,
    );
    expect(body.rows).toHaveLength(5);
    const rest = await here.province.get<Rows<ChangeRow>>(
      `/api/regions/changes${query}&change=merged&limit=5&after=${encodeURIComponent(body.next ?? '')}`,
    );
    expect(rest.body.rows).toHaveLength(2);
    expect(rest.body.next).toBeNull();
  });

  test('to a county only its own', async () => {
    const { body } = await here.county.get<Rows<ChangeRow>>(
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
    expect((await here.province.get('/api/regions/changes?older=2020&newer=2031')).status).toBe(
      404,
    );
  });
});

describe('findings', () => {
  test('show the arithmetic of the towns to the province', async () => {
    const { body } = await here.province.get<Findings>('/api/regions/findings?on=2022-07-28');
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
    const { body } = await here.dongguan.get<Findings>('/api/regions/findings');
    expect(body.rows.map(({ code }) => code)).toEqual(['self_included', 'broken_name']);
    expect(body.rows.every(({ places }) => places.length === 0)).toBe(true);
    expect(body.rows[0]?.params.count).toBe('0');
  });
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
  for (const code of named(/^ {2}\| '(\w+)'/gm)) expect(known).toContain(`regions.file.${code}`);
  for (const code of named(/warnings\.push\(\{ line, code: '(\w+)'/g))
    expect(known).toContain(`regions.file.${code}`);
});
