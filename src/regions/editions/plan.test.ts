import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { levelOfKey, rangeOfKey } from '../../kit/region-key.ts';
import { programmePlacesIn } from '../programme-tree.ts';
import type { Change } from './change.ts';
import { diff } from './diff.ts';
import { type RegistryRow, readEdition } from './file.ts';
import { type CurrentTree, type Plan, planUpgrade } from './plan.ts';

function rowsOf(year: string): RegistryRow[] {
  const file = new URL(`../data/guangdong-divisions-${year}.csv`, import.meta.url);
  const { rows } = readEdition(readFileSync(file, 'utf8'));
  const places = programmePlacesIn(new Set(rows.map(({ code }) => code)));
  const own = places.map(({ key, name, level, parent }) => ({
    ...{ code: key, name, level, parentCode: parent },
    ...{ kind: 'county' as const, warnings: [] },
  }));
  return [...rows, ...own];
}

const treeOf = (plan: Plan): CurrentTree => {
  const parents = new Map(plan.begun.map((region) => [region.key, region.parent]));
  return new Map(
    [...plan.keys].map(([code, key]) => [code, { key, parent: parents.get(key) ?? null }]),
  );
};

const old = rowsOf('2020');
const now = rowsOf('2021');
const first = planUpgrade(new Map(), old, [], new Set());
const current = treeOf(first);
const changes = diff(old, now);
const uncertain = changes.filter(({ confidence }) => confidence === 'uncertain');
const used = new Set(first.keys.values());
const plan = planUpgrade(
  current,
  now,
  changes,
  used,
  new Map(uncertain.map(({ id }) => [id, true])),
);

test('keys of a first load are the codes, but for 深汕 and what it holds', () => {
  const other = [...first.keys].filter(([code, key]) => code !== key);
  expect(
    other.every(([code, key]) => /^44152110[2-5]/.test(code) && key.startsWith('440390')),
  ).toBe(true);
  expect(first.keys.get('441521102000')).toBe('440390102000');
  expect(first.begun.find(({ key }) => key === '440390000000')?.parent).toBe('440300000000');
  expect(first.begun.find(({ key }) => key === '441900003000')?.parent).toBe('441900000000');
});

test('every place lies in the range of the place above, at its own level, under a key of its own', () => {
  const all = [first, plan].flatMap(({ begun }) => begun);
  for (const { key, parent, level } of all) {
    expect(levelOfKey(key)).toBe(level);
    if (parent === null) continue;
    const { lo, hi } = rangeOfKey(parent);
    if (key < lo || key > hi) throw new Error(`${key} outside ${parent}`);
  }
  expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  expect(new Set(plan.keys.values()).size).toBe(now.length);
});

test('a town that became a street keeps its key, and its villages theirs', () => {
  expect(plan.keys.get('440113017000')).toBe('440113118000');
  expect(plan.keys.get('440113017204')).toBe('440113118204');
  expect(plan.keys.get('442000118000')).toBe('442000100000');
  expect(plan.ended).not.toContain('440113118204');
});

test('a merged town ends, its villages begin anew under the other without taking a used key', () => {
  expect(plan.ended).toContain('442000104000');
  const moved = changes.filter((change) => change.old?.parentCode === '442000104000');
  for (const { old: from, new: to } of moved) {
    const key = plan.keys.get(to?.code ?? '') ?? '';
    expect(key.startsWith('442000100')).toBe(true);
    expect(used.has(key)).toBe(false);
    expect(plan.ended).toContain(from?.code);
  }
});

test('what a person refused are two places', () => {
  const no = planUpgrade(
    current,
    now,
    changes,
    used,
    new Map(uncertain.map(({ id }) => [id, false])),
  );
  const key = no.keys.get('441481133222');
  expect(plan.keys.get('441481133222')).toBe('441481133211');
  expect(key).toBe('441481133222');
  expect(no.ended).toContain('441481133211');
  expect(no.lineage.filter(({ confidence }) => confidence === 'confirmed')).toHaveLength(7);
});

test('a town under another county takes its villages with it, under new keys', () => {
  const row = (
    code: string,
    level: RegistryRow['level'],
    parentCode: string | null,
  ): RegistryRow => ({
    ...{ code, level, parentCode, name: code },
    ...{ kind: 'other_unit', warnings: [] },
  });
  const rows = [
    row('440000000000', 'province', null),
    row('440100000000', 'city', '440000000000'),
    row('440103000000', 'county', '440100000000'),
    row('440104000000', 'county', '440100000000'),
    row('440103001000', 'town', '440103000000'),
    row('440103001001', 'village', '440103001000'),
  ];
  const start = planUpgrade(new Map(), rows, [], new Set());
  const then = [
    ...rows.slice(0, 4),
    row('440104001000', 'town', '440104000000'),
    row('440104001001', 'village', '440104001000'),
  ];
  const pair = (from: number, to: number, change: Change['change']): Change => ({
    ...{ id: `${rows[from]?.code}>${then[to]?.code}`, change, level: 'town', name: null },
    ...{ old: rows[from] ?? null, new: then[to] ?? null },
    ...{ evidence: { code: 'same_name_same_place' }, confidence: 'certain' },
  });
  const moved = planUpgrade(
    treeOf(start),
    then,
    [pair(4, 4, 'moved'), pair(5, 5, 'recoded')],
    new Set(start.keys.values()),
  );
  expect(moved.begun.map(({ key }) => key)).toEqual(['440104001000', '440104001001']);
  expect(moved.ended).toEqual(['440103001000', '440103001001']);
});
