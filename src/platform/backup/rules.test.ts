import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backupDue,
  backupOverdueAfter,
  drillDue,
  drillOverdueAfter,
  inBeijing,
  instantOf,
  kept,
  lastSlot,
  overdue,
} from './rules.ts';

const at = (text: string): number => Date.parse(`${text}+08:00`);
const hour = 3_600_000;
const day = 24 * hour;

describe('the time of day in Beijing', () => {
  test.each([
    ['2026-07-28T02:29:59', '2026-07-27T02:30:00'],
    ['2026-07-28T02:30:00', '2026-07-28T02:30:00'],
    ['2026-07-28T23:00:00', '2026-07-28T02:30:00'],
    ['2026-07-28T00:10:00', '2026-07-27T02:30:00'],
  ])('at %s the last one was %s', (now, slot) => {
    expect(inBeijing(lastSlot(at(now), 150))).toBe(slot.replace('T', ' '));
  });
});

describe('a backup is due', () => {
  const now = at('2026-07-28T02:31');
  test.each([
    ['never made, never tried', undefined, undefined, true],
    ['made yesterday', '2026-07-27T02:30:05', '2026-07-27T02:30:05', true],
    ['made in this minute', '2026-07-28T02:30:02', '2026-07-28T02:30:02', false],
    ['missed for days, made up for', '2026-07-20T02:30:02', '2026-07-20T02:30:02', true],
    ['failed just now', '2026-07-27T02:30:02', '2026-07-28T02:30:10', false],
    ['failed more than an hour ago', '2026-07-27T02:30:02', '2026-07-28T01:30:00', true],
  ])('%s', (_, good, tried, due) => {
    const last = { good: good ? at(good) : undefined, tried: tried ? at(tried) : undefined };
    expect(backupDue(now, 150, last)).toBe(due);
  });
});

test('a drill is due four weeks after the last good one, and tried once a day', () => {
  const now = at('2026-07-28T03:00');
  expect(drillDue(now, { good: undefined, tried: undefined })).toBe(true);
  expect(drillDue(now, { good: now - 27 * day, tried: now - 27 * day })).toBe(false);
  expect(drillDue(now, { good: now - 29 * day, tried: now - hour })).toBe(false);
  expect(drillDue(now, { good: now - 29 * day, tried: now - 25 * hour })).toBe(true);
});

test('overdue: never, or too long ago', () => {
  const now = at('2026-07-28T05:00');
  expect(overdue(now, undefined, backupOverdueAfter)).toBe(true);
  expect(overdue(now, now - 25 * hour, backupOverdueAfter)).toBe(false);
  expect(overdue(now, now - 27 * hour, backupOverdueAfter)).toBe(true);
  expect(overdue(now, now - 36 * day, drillOverdueAfter)).toBe(true);
});

describe('what is kept', () => {
  const nightly = (days: number, from = '2026-01-01T02:30') =>
    Array.from({ length: days }, (_, n) => ({ name: `d${n}`, at: at(from) + n * day }));
  const rule = { daily: 7, weekly: 4, monthly: 12 };

  test('after a year of nights: seven days, the Sundays before, the ends of months', () => {
    const all = nightly(365); // to 2026-12-31, a Thursday
    const names = kept(all, rule);
    const days = all
      .filter(({ name }) => names.has(name))
      .map(({ at: a }) => inBeijing(a).slice(0, 10));
    expect(days).toEqual(
      [
        ...[
          '01-31',
          '02-28',
          '03-31',
          '04-30',
          '05-31',
          '06-30',
          '07-31',
          '08-31',
          '09-30',
          '10-31',
        ],
        ...[
          '11-30',
          '12-13',
          '12-20',
          '12-25',
          '12-26',
          '12-27',
          '12-28',
          '12-29',
          '12-30',
          '12-31',
        ],
      ].map((d) => `2026-${d}`),
    );
  });

  test('applied every night it keeps the same as applied once', () => {
    let there: ReturnType<typeof nightly> = [];
    for (const one of nightly(365)) {
      there = [...there, one];
      const names = kept(there, rule);
      there = there.filter(({ name }) => names.has(name));
    }
    expect(there.map((b) => b.name)).toEqual([...kept(nightly(365), rule)].sort(byNumber));
  });
  const byNumber = (a: string, b: string) => Number(a.slice(1)) - Number(b.slice(1));

  test('the last of a day stands for it, but the newest day is kept whole', () => {
    const all = ['27T01:00', '27T09:00', '27T22:00', '28T21:00', '28T23:00'].map((t) => ({
      name: t,
      at: at(`2026-07-${t}`),
    }));
    expect([...kept(all, rule)].sort()).toEqual(['27T22:00', '28T21:00', '28T23:00']);
  });

  test('the newest always, nothing lost by a pause, never more than the rule', () => {
    const backups = fc.uniqueArray(fc.integer({ min: 0, max: 3 * 365 * 24 }), { maxLength: 80 });
    const keep = fc.record({
      daily: fc.integer({ min: 1, max: 9 }),
      weekly: fc.integer({ min: 0, max: 9 }),
      monthly: fc.integer({ min: 0, max: 14 }),
    });
    fc.assert(
      fc.property(backups, keep, (hours, k) => {
        const all = hours.map((h) => ({ name: String(h), at: at('2024-01-01T00:00') + h * hour }));
        const names = kept(all, k);
        const most = k.daily + k.weekly + k.monthly;
        const newest = all.toSorted((a, b) => b.at - a.at);
        const recent = all.filter((b) => b.at >= (newest[0]?.at ?? 0) - day);
        expect(names.size).toBeLessThanOrEqual(most + recent.length);
        if (newest[0]) expect(names.has(newest[0].name)).toBe(true);
        const days = new Set(all.map((b) => inBeijing(b.at).slice(0, 10)));
        expect(names.size).toBeGreaterThanOrEqual(Math.min(days.size, k.daily));
      }),
    );
  });
});

describe('an instant as people write it', () => {
  test.each([
    ['2026-07-28 10:15', '2026-07-28T02:15:00.000Z'],
    ['2026-07-28 10:15:30', '2026-07-28T02:15:30.000Z'],
    ['2026-07-28T10:15:30Z', '2026-07-28T10:15:30.000Z'],
    ['2026-07-28T10:15:30+0900', '2026-07-28T01:15:30.000Z'],
    ['2026-07-28 10:15:30.5', '2026-07-28T02:15:30.500Z'],
  ])('%s', (text, iso) => {
    expect(new Date(instantOf(text) ?? 0).toISOString()).toBe(iso);
  });
  test.each([
    'yesterday',
    '2026-07-28',
    '2026-06-31 10:00',
    '2026-13-01 10:00',
    '28/07/2026 10:00',
  ])('%s is none', (text) => {
    expect(instantOf(text)).toBeUndefined();
  });
});
