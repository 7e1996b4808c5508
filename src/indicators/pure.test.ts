/** What needs no database: windows, the catalogue's own rules, the text of triggers, answers from cells. */
import { describe, expect, test } from 'vitest';
import { made, sold } from '../../test/made-definitions.ts';
import { answer, series } from './answer.ts';
import { catalogueOf, fingerprint, partsOf } from './catalogue.ts';
import type { Definition } from './definition.ts';
import type { Cell } from './read.ts';
import { monthDays, monthSpans, windowOf } from './statement/windows.ts';
import { triggerSql } from './triggers.ts';

describe('windows', () => {
  test('a flow is cut into whole months and the days around them', () => {
    expect(windowOf('flow', { from: '2021-07-29', to: '2022-07-28' })).toEqual({
      months: { first: '2021-08-01', last: '2022-06-01' },
      partials: [
        { from: '2021-07-29', to: '2021-07-31' },
        { from: '2022-07-01', to: '2022-07-28' },
      ],
      whole: { from: '2021-07-29', to: '2022-07-28' },
    });
  });
  test('days inside one month have no month; a whole month has no days', () => {
    expect(windowOf('flow', { from: '2021-07-02', to: '2021-07-30' }).months).toBeNull();
    const february = windowOf('flow', { from: '2024-02-01', to: '2024-02-29' });
    expect(february.partials).toEqual([]);
    expect(monthDays(february)).toEqual({ from: '2024-02-01', to: '2024-02-29' });
  });
  test('a stock begins before any day a fact may carry', () => {
    const stock = windowOf('stock', { from: '2022-01-01', to: '2022-07-28' });
    expect(stock.months).toEqual({ first: '0001-01-01', last: '2022-06-01' });
    expect(stock.partials).toEqual([{ from: '2022-07-01', to: '2022-07-28' }]);
  });
  test('months of a period are cut to it', () => {
    expect(monthSpans('2021-12-30', '2022-01-02')).toEqual([
      { from: '2021-12-30', to: '2021-12-31' },
      { from: '2022-01-01', to: '2022-01-02' },
    ]);
  });
});

describe('the catalogue names what is wrong', () => {
  const shares = made.find((d) => d.kind === 'shares') as Definition;
  test.each<[string, Definition[], RegExp]>([
    ['a double code', [sold, sold], /^made\.sold is defined twice/],
    ['a code', [{ ...sold, code: 'Sold' }], /^Sold has no code of the form/],
    [
      'four dimensions',
      [{ ...sold, by: ['a', 'b', 'c', 'd'].map((name) => ({ name, value: name })) }],
      /^made\.sold has more than three/,
    ],
    [
      'dimensions of one name',
      [
        {
          ...sold,
          by: [
            { name: 'a', value: 'a' },
            { name: 'a', value: 'b' },
          ],
        },
      ],
      /^made\.sold has two dimensions/,
    ],
    ['a table', [{ ...sold, from: 'sale' }], /^made\.sold must name its table/],
    ['a key', [{ ...sold, key: 'r.id' }], /^made\.sold must name columns/],
    ['shares of nothing', [shares], /^made\.mix needs made\.sold/],
    [
      'shares by nothing',
      [{ ...sold, by: [] }, shares],
      /^made\.mix divides made\.sold by channel/,
    ],
    [
      'shares of what does not add up',
      [
        ...made.filter((d) => d.code === 'made.buyers'),
        { ...shares, of: 'made.buyers' } as Definition,
      ],
      /^made\.mix divides made\.buyers, whose/,
    ],
  ])('%s', (_, definitions, said) => {
    expect(() => catalogueOf(definitions)).toThrow(said);
  });
  test('parts of ratios and shares are asked once', () => {
    const codes = ['made.price', 'made.mix', 'made.sold'];
    expect(partsOf(catalogueOf(made), codes).map((d) => d.code)).toEqual([
      'made.sold',
      'made.sales',
    ]);
  });
});

describe('triggers', () => {
  const ids = new Map([['made.sold', 7]]);
  const columns = ['id', 'place_key', 'sold_on', 'channel', 'amount', 'sum'];
  test('write the new, take back the old, and name the definition by its number', () => {
    const sql = triggerSql('livelihoods.sale', [sold], ids, columns);
    expect(sql).toContain('security definer set search_path = pg_catalog');
    expect(sql).toMatch(/then insert into indicators\.delta \([^)]*\) values \(7, r\.place_key, /);
    expect(sql).toMatch(/select 7::smallint, place, day, d1, d2, d3, -value/);
    expect(() =>
      triggerSql('livelihoods.sale', [{ ...sold, code: 'made.new' }], ids, columns),
    ).toThrow(/made\.new/);
  });
  test('know a new row by variables of the columns that are spoken of, whole words alone', () => {
    const sql = triggerSql('livelihoods.sale', [sold], ids, columns);
    const variables = [...sql.matchAll(/^ *"(\w+)" livelihoods\.sale\."\1"%type := new\."\1";$/gm)];
    expect(variables.map((v) => v[1])).toEqual(['place_key', 'sold_on', 'channel', 'amount']);
  });
  test('are told apart by what they write, not by words', () => {
    expect(fingerprint({ ...sold, name: { zh: '销售', en: 'Sales' } })).toBe(fingerprint(sold));
    expect(fingerprint({ ...sold, value: 'amount * 2' })).not.toBe(fingerprint(sold));
  });
});

describe('answers', () => {
  const catalogue = catalogueOf(made);
  const cell = (
    code: string,
    value: bigint,
    dimensions: (string | null)[] = [],
    month = '',
  ): Cell => ({
    code,
    place: '1',
    month,
    value,
    dimensions: [dimensions[0] ?? null, dimensions[1] ?? null, dimensions[2] ?? null],
  });
  test('shares are the smallest whole numbers, what the order forgot comes last', () => {
    const cells = [
      cell('made.sold', 600n, ['online', 'x', '']),
      cell('made.sold', 300n, ['fair', 'x', '']),
      cell('made.sold', 100n, ['canteen', 'y', '']),
      cell('made.sold', 0n, ['direct', 'y', '']),
    ];
    expect(answer(catalogue, 'made.mix', cells)).toEqual({
      code: 'made.mix',
      value: '1000',
      over: null,
      parts: [
        { key: 'online', value: '6' },
        { key: 'fair', value: '3' },
        { key: 'canteen', value: '1' },
      ],
    });
    expect(answer(catalogue, 'made.mix', []).parts.map((p) => p.value)).toEqual(['0', '0']);
  });
  test('a stock runs up, a flow does not, a ratio keeps both sides', () => {
    const points = (code: string, cells: Cell[]) =>
      series(catalogue, code, cells, '2021-07-01', '2021-09-30').map((p) => p.value);
    const twice = (code: string) => [
      cell(code, 2n, [], '2021-07-01'),
      cell(code, 3n, [], '2021-09-01'),
    ];
    expect(points('made.posted', twice('made.posted'))).toEqual(['2', '2', '5']);
    expect(points('made.sold', twice('made.sold'))).toEqual(['2', '0', '3']);
    expect(points('made.place_max', twice('made.place_max'))).toEqual(['2', null, '3']);
    const price = series(catalogue, 'made.price', twice('made.sales'), '2021-07-01', '2021-07-31');
    expect(price).toEqual([{ month: '2021-07', value: '0', over: '2' }]);
  });
});
