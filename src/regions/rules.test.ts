import { expect, test } from 'vitest';
import {
  brokenNameFinding,
  type CityCount,
  editionClosed,
  inForce,
  selfIncludedFinding,
  tierSumFinding,
} from './rules.ts';

const known = [
  { edition: '2022', cutOff: '2022-10-31', activeFrom: null },
  { edition: '2021', cutOff: '2021-10-31', activeFrom: '2021-10-31' },
  { edition: '2020', cutOff: '2020-06-30', activeFrom: '2020-06-30' },
  { edition: '2019', cutOff: '2019-06-30', activeFrom: null },
];

test('in force is the edition that became the tree last', () => {
  expect(inForce(known)?.edition).toBe('2021');
  expect(inForce(known.slice(3))).toBeUndefined();
  expect(inForce([])).toBeUndefined();
});

test.each([
  ['2022', null],
  ['2021', 'regions.refusal.edition_applied'],
  ['2020', 'regions.refusal.edition_applied'],
  ['2019', 'regions.refusal.edition_not_newer'],
  ['2018', 'regions.refusal.edition_not_loaded'],
])('deciding the changes of %s: %s', (year, why) => {
  const edition = known.find((row) => row.edition === year);
  expect(editionClosed(edition, inForce(known))).toBe(why);
});

test('without an edition in force there is nothing to compare with', () => {
  expect(editionClosed(known[0], undefined)).toBe('regions.refusal.edition_not_newer');
});

const at = (city: string, count: number, programme = false): CityCount => ({
  ...{ edition: '2020', city: `${city}00000000`, count, programme },
});

test('the towns of an edition are told apart: delta, other cities, those only the programme puts there', () => {
  const towns = [at('4401', 35), at('4413', 49), at('4408', 84), at('4403', 4, true)];
  const tiers = [
    { on: '2021-06-30', tier: 'key_assistance', count: 600 },
    { on: '2021-06-30', tier: 'demonstration', count: 227 },
  ];
  const { params, lines } = tierSumFinding(['2021-06-30', '2022-07-28'], tiers, towns);
  expect(params).toMatchObject({ sum: '1128', quoted: '1127', gap: '1' });
  expect(lines.map(({ line }) => line)).toEqual(['towns_of_edition', 'tiers_on', 'tiers_on']);
  expect(lines[0]?.params).toMatchObject({ others: '84', delta: '84', sum: '168', programme: '4' });
  expect(lines[1]?.params).toMatchObject({ on: '2021-06-30', key: '600', sum: '827' });
  expect(lines[2]?.params).toMatchObject({ on: '2022-07-28', sum: '0' });
});

test('units with villages: the 13 cities, with 惠州, with 江门; Shenzhen and the others of the delta in none', () => {
  const units = [at('4408', 124), at('4413', 22), at('4407', 8), at('4401', 20), at('4403', 3)];
  const [line] = selfIncludedFinding(169, units, [], true).lines;
  expect(line?.params).toEqual({
    ...{ edition: '2020', thirteen: '124', huizhou: '146', jiangmen: '154' },
  });
  expect(selfIncludedFinding(2, [at('4401', 20)], [], false).lines).toEqual([
    { line: 'units_in_scope', params: { edition: '2020', units: '20' } },
  ]);
});

test('broken names are counted', () => {
  const place = { key: '440883107000', name: '2020 塘?镇', above: '吴川市', note: '塘㙍镇' };
  expect(brokenNameFinding([place])).toMatchObject({ params: { count: '1' }, places: [place] });
});
