import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Change } from './change.ts';
import { diff } from './diff.ts';
import { type RegistryRow, readEdition } from './file.ts';
import { nameChange, stemOf } from './names.ts';

const rowsOf = (year: string) =>
  readEdition(
    readFileSync(new URL(`../data/guangdong-divisions-${year}.csv`, import.meta.url), 'utf8'),
  ).rows;

describe('2020 to 2021', () => {
  const [old, now] = [rowsOf('2020'), rowsOf('2021')];
  const began = performance.now();
  const all = diff(old, now);
  const took = performance.now() - began;
  const at = (level: string) => all.filter((change) => change.level === level);
  const by = (id: string) => all.find((change) => change.id === id);
  const short = (change: Change | undefined) =>
    change && [change.change, change.name, change.evidence.code, change.confidence];

  test('is quick: five times the goal of a second at most', () => {
    expect(took).toBeLessThan(5_000);
  });

  test('names every code that went and came, once', () => {
    const went = (changes: Change[]) => changes.filter((c) => c.old && c.old.code !== c.new?.code);
    const came = (changes: Change[]) =>
      changes.filter((c) => c.new && c.old?.code !== c.new.code && c.change !== 'merged');
    expect([went(at('town')).length, came(at('town')).length]).toEqual([19, 14]);
    expect([went(at('village')).length, came(at('village')).length]).toEqual([259, 363]);
    expect(at('county').concat(at('city'), at('province'))).toEqual([]);
    const ids = new Set(all.map(({ id }) => id));
    expect(ids.size).toBe(all.length);
  });

  test('207 of the villages gone have one successor of their name in their county, and each is paired', () => {
    const newCodes = new Set(now.map(({ code }) => code));
    const oldCodes = new Set(old.map(({ code }) => code));
    const mark = (row: RegistryRow) => `${row.code.slice(0, 6)} ${stemOf(row.name)}`;
    const successors = new Map<string, string[]>();
    for (const row of now) {
      if (row.level !== 'village' || oldCodes.has(row.code)) continue;
      successors.set(mark(row), [...(successors.get(mark(row)) ?? []), row.code]);
    }
    const one = old.filter(
      (row) =>
        row.level === 'village' &&
        !newCodes.has(row.code) &&
        successors.get(mark(row))?.length === 1,
    );
    expect(one.length).toBe(207);
    for (const row of one)
      expect(by(`${row.code}>${successors.get(mark(row))?.[0]}`)).toBeDefined();
  });

  test('tells an ending from a character put right and from another name', () => {
    const same = at('village').filter((c) => c.old?.code === c.new?.code);
    const named = (...names: Change['name'][]) => same.filter((c) => names.includes(c.name)).length;
    expect(same.length).toBe(1_236);
    expect(named('ending_only')).toBe(677);
    expect(named('broken')).toBe(6);
    expect(named('ending_only', 'words_around', 'broken', 'characters', 'other_name')).toBe(1_236);
    expect(named('other_name')).toBeLessThan(60);
    expect(short(by('440883107000>440883107000'))).toEqual([
      'corrected',
      'broken',
      'same_code',
      'certain',
    ]);
    expect(by('440113120000>440113120000')?.name).toBe('characters');
    expect(by('440114003202>440114003202')?.name).toBe('characters');
    expect(by('445103121002>445103121002')?.name).toBe('words_around');
    expect(by('441224109001>441224109001')?.name).toBe('other_name');
  });

  test('a town that became a street goes on, and its villages in it', () => {
    expect(short(by('440113118000>440113017000'))).toEqual([
      'rekinded',
      'ending_only',
      'children_pass_on',
      'certain',
    ]);
    expect(by('440113118000>440113017000')?.evidence).toMatchObject({ matched: 19, of: 19 });
    expect(short(by('440113118204>440113017204'))?.[0]).toBe('recoded');
    expect(short(by('445202101000>445202011000'))?.[0]).toBe('rekinded');
  });

  test('of two towns that became one the one of its name goes on, the other is merged and its villages move', () => {
    expect(short(by('442000100000>442000118000'))?.[0]).toBe('recoded');
    expect(short(by('442000104000>442000118000'))?.[0]).toBe('merged');
    const moved = at('village').filter((c) => c.old?.parentCode === '442000104000');
    expect(moved.map((c) => c.change)).toEqual(Array(14).fill('moved'));
  });

  test('what is not sure is left to a person', () => {
    expect(all.filter((c) => c.confidence === 'uncertain').map(({ id }) => id)).toEqual([
      '440281106203>440281106220',
      '440823450000>440823107000',
      '441481133211>441481133222',
      '445203002013>445203002214',
    ]);
  });
});

test.each([
  ['village', '大塘村委会', '大塘社区居民委员会', 'ending_only'],
  ['village', '石桥村委会', '潮州市枫溪区石桥村民委员会', 'words_around'],
  ['village', '潭州村委会', '潭洲村委会', 'characters'],
  ['village', '第一社区', '第二社区', 'other_name'],
  ['village', '大?村委会', '大㘵村委会', 'broken'],
  ['town', '普侨区', '普侨镇', 'ending_only'],
  ['county', '揭东县', '揭东区', 'ending_only'],
] as const)('%s %s -> %s: %s', (level, before, after, kind) =>
  expect(nameChange(level, before, after, ['广东省', '潮州市'])).toBe(kind),
);

test('an edition against itself has no changes; against nothing everything is added', () => {
  const row = (
    code: string,
    name: string,
    level: RegistryRow['level'],
    parentCode: string | null,
  ) => ({ code, name, level, parentCode, kind: 'town', warnings: [] }) satisfies RegistryRow;
  const some = [
    row('440000000000', '广东省', 'province', null),
    row('440100000000', '广州市', 'city', '440000000000'),
  ];
  expect(diff(some, some)).toEqual([]);
  expect(diff([], some).map((c) => c.change)).toEqual(['added', 'added']);
});

test('a code given to another place is uncertain when its old name lives on beside it', () => {
  const town = (
    code: string,
    name: string,
    level: RegistryRow['level'],
    parentCode: string | null,
  ) =>
    ({
      code,
      name,
      level,
      parentCode,
      kind: 'administrative_village',
      warnings: [],
    }) as RegistryRow;
  const top = town('440103001000', '沙面镇', 'town', null);
  const old = [top, town('440103001201', '东村村委会', 'village', top.code)];
  const now = [
    top,
    town('440103001201', '南塘村委会', 'village', top.code),
    town('440103001202', '东村村委会', 'village', top.code),
  ];
  const found = diff(old, now).find((c) => c.id === '440103001201>440103001201');
  expect(found?.confidence).toBe('uncertain');
  expect(found?.evidence).toEqual({
    code: 'same_code_old_name_elsewhere',
    elsewhere: '440103001202',
  });
});
