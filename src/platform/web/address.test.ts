import { describe, expect, test } from 'vitest';
import {
  monthPeriod,
  parseSearch,
  presets,
  readAddress,
  sharedOf,
  stringifySearch,
  writeAddress,
} from './address.ts';

const defaults = { home: '440900000000', today: '2022-07-28' };

describe('an address', () => {
  test('that says nothing means home and this year until today', () => {
    expect(readAddress({}, defaults)).toEqual({
      place: '440900000000',
      from: '2022-01-01',
      to: '2022-07-28',
      lang: 'zh',
    });
  });

  test('reads back what was written', () => {
    const said = {
      place: '440983108000',
      from: '2021-07-29',
      to: '2022-06-30',
      lang: 'en',
    } as const;
    expect(readAddress(parseSearch(stringifySearch(writeAddress(said))), defaults)).toEqual(said);
  });

  test.each([
    [{ place: '4409' }, { place: '440900000000' }],
    [{ place: "1' or '1'='1" }, { place: '440900000000' }],
    [{ to: '2022-08-01' }, { to: '2022-07-28' }],
    [{ to: '2022-02-30' }, { to: '2022-07-28' }],
    [{ to: '2021-12-31' }, { from: '2021-01-01', to: '2021-12-31' }],
    [
      { from: '2022-05-01', to: '2022-04-30' },
      { from: '2022-01-01', to: '2022-04-30' },
    ],
    [{ from: 'yesterday' }, { from: '2022-01-01' }],
    [{ lang: 'fr' }, { lang: 'zh' }],
  ])('%o falls back to %o', (search, expected) => {
    expect(readAddress(search, defaults)).toMatchObject(expected);
  });

  test('keeps place, period and language when moving, and nothing else', () => {
    const search = { place: '440900000000', from: '2022-01-01', lang: 'en', after: 'x', tab: 'y' };
    expect(sharedOf(search)).toEqual({ place: '440900000000', from: '2022-01-01', lang: 'en' });
  });

  test('keeps twelve digits as text and leaves out what is empty', () => {
    expect(parseSearch('?place=440000000000&n=1e3')).toEqual({ place: '440000000000', n: '1e3' });
    expect(stringifySearch({ place: '440000000000', q: '', tab: undefined })).toBe(
      '?place=440000000000',
    );
    expect(stringifySearch({})).toBe('');
  });
});

test('presets end on the as-of date and begin where their name says', () => {
  expect(presets('2022-07-28', '2021-01-01')).toEqual([
    { name: 'this_year', from: '2022-01-01', to: '2022-07-28' },
    { name: 'one_year', from: '2021-07-29', to: '2022-07-28' },
    { name: 'month', from: '2022-07-01', to: '2022-07-28' },
    { name: 'since', from: '2021-01-01', to: '2022-07-28' },
  ]);
});

test('a month is whole, or as much of it as has passed', () => {
  expect(monthPeriod('2022-06', '2022-07-28')).toEqual({ from: '2022-06-01', to: '2022-06-30' });
  expect(monthPeriod('2022-07', '2022-07-28')).toEqual({ from: '2022-07-01', to: '2022-07-28' });
});
