import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  clockAt,
  daysBetween,
  edges,
  isDay,
  isMonth,
  lastDayOfMonth,
  monthOf,
  monthPlus,
  months,
  periodBefore,
  todayAt,
  yearTo,
} from './period.ts';

test('days and months', () => {
  expect(isDay('2022-07-28')).toBe(true);
  expect(isDay('2022-02-30')).toBe(false);
  expect(isDay('2022-13-01')).toBe(false);
  expect(isDay('2022-7-28')).toBe(false);
  expect(isMonth('2022-12')).toBe(true);
  expect(isMonth('2022-13')).toBe(false);
  expect(addDays('2022-02-28', 1)).toBe('2022-03-01');
  expect(addMonths('2022-01-31', 1)).toBe('2022-02-28');
  expect(addMonths('2024-03-31', -1)).toBe('2024-02-29');
  expect(addMonths('2022-01-15', -13)).toBe('2020-12-15');
  expect(monthPlus('2021-12', 1)).toBe('2022-01');
  expect(lastDayOfMonth('2024-02')).toBe('2024-02-29');
  expect(daysBetween('2021-07-29', '2022-07-28')).toBe(364);
  expect(months('2021-11', '2022-02')).toEqual(['2021-11', '2021-12', '2022-01', '2022-02']);
});

test('the day in Shanghai changes at 16:00 UTC', () => {
  expect(todayAt(Date.parse('2022-07-27T15:59:59Z'))).toBe('2022-07-27');
  expect(todayAt(Date.parse('2022-07-27T16:00:00Z'))).toBe('2022-07-28');
  expect(clockAt(Date.parse('2022-07-27T16:00:05.9Z'))).toBe('2022-07-28 00:00:05');
});

test.each([
  ['2022-07-28', '2021-07-29'],
  ['2021-12-31', '2021-01-01'],
  ['2024-02-29', '2023-03-01'],
  ['2025-02-28', '2024-02-29'],
])('one year to %s begins %s', (to, from) => expect(yearTo(to)).toEqual({ from, to }));

test('the period before has the same length', () => {
  expect(periodBefore({ from: '2022-07-01', to: '2022-07-28' })).toEqual({
    from: '2022-06-03',
    to: '2022-06-30',
  });
});

describe('edges', () => {
  test.each([
    ['2021-07-29', '2022-07-28', ['2021-08', '2022-06'], 2],
    ['2022-01-01', '2022-12-31', ['2022-01', '2022-12'], 0],
    ['2022-02-01', '2022-02-28', ['2022-02', '2022-02'], 0],
    ['2022-01-15', '2022-02-10', undefined, 1],
    ['2022-01-01', '2022-02-10', ['2022-01', '2022-01'], 1],
    ['2022-07-28', '2022-07-28', undefined, 1],
  ])('%s to %s', (from, to, full, partials) => {
    const cut = edges(from, to);
    expect(cut.months).toEqual(full);
    expect(cut.partials).toHaveLength(partials);
  });

  test('refuses a period that ends before it begins', () => {
    expect(() => edges('2022-07-28', '2022-07-27')).toThrow(RangeError);
  });

  test('covers every day once', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((count) => addDays('2019-01-01', count));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const to = addDays(from, length);
        const cut = edges(from, to);
        const full = cut.months
          ? [{ from: `${cut.months[0]}-01`, to: lastDayOfMonth(cut.months[1]) }]
          : [];
        const parts = [...full, ...cut.partials].sort((a, b) => (a.from < b.from ? -1 : 1));
        expect(parts[0]?.from).toBe(from);
        expect(parts.at(-1)?.to).toBe(to);
        parts.slice(1).forEach((part, at) => {
          expect(part.from).toBe(addDays(parts[at]?.to ?? '', 1));
        });
        if (cut.months) return;
        expect(
          lastDayOfMonth(monthOf(from)) > to || monthPlus(monthOf(from), 2) > monthOf(to),
        ).toBe(true);
      }),
    );
  });
});
