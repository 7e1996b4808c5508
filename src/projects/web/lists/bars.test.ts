import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../kit/period.ts';
import type { YearRow } from '../../contract-lists.ts';
import { barsOf, daysLate, daysOf } from './bars.ts';

const row = (change: Partial<YearRow>): YearRow => ({
  ...{ id: 'a', town: '990101100000', townName: '石溪镇', number: '22-3', name: '精品线路' },
  ...{ state: 'building', progress: 18, plannedFrom: '2022-06-06', plannedTo: '2022-12-31' },
  ...{ startedOn: '2022-06-10', completedOn: null },
  ...change,
});
const today = '2022-07-28';

describe('a project in its year', () => {
  test('is planned in a frame, built until today, and done by its progress', () => {
    expect(barsOf(row({}), 2022, today)).toEqual({
      planned: { from: 156, length: 209 },
      real: { from: 160, length: 49 },
      done: { from: 160, length: 9 },
      over: null,
    });
    expect(daysLate(row({}), today)).toBe(0);
  });

  test('is late from the day after its planned last day, finished or not', () => {
    const open = row({ plannedTo: '2022-06-30', progress: 85 });
    expect([daysLate(open, today), barsOf(open, 2022, today).over?.length]).toEqual([28, 28]);
    const built = row({ plannedTo: '2022-06-30', completedOn: '2022-07-04', state: 'accepted' });
    expect([daysLate(built, today), barsOf(built, 2022, today).over?.length]).toEqual([4, 4]);
    const waiting = row({ plannedTo: '2022-06-30', startedOn: null, state: 'contracted' });
    expect(daysLate(waiting, today)).toBe(28);
    expect(barsOf(waiting, 2022, today)).toMatchObject({ real: null, done: null });
    expect(daysLate(row({ plannedTo: '2022-06-30', state: 'terminated' }), today)).toBe(0);
  });

  test('never reaches out of the year', () => {
    const day = fc.integer({ min: 0, max: 1_500 }).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(day, day, day, day, fc.integer({ min: 0, max: 100 }), (a, b, c, d, progress) => {
        const [plannedFrom = a, plannedTo = b] = [a, b].sort();
        const [startedOn = c, completedOn = d] = [c, d].sort();
        const found = row({ plannedFrom, plannedTo, startedOn, completedOn, progress });
        for (const bar of Object.values(barsOf(found, 2022, today)))
          if (bar) {
            expect(bar.from).toBeGreaterThanOrEqual(0);
            expect(bar.length).toBeGreaterThan(0);
            expect(bar.from + bar.length).toBeLessThanOrEqual(daysOf(2022));
          }
      }),
    );
  });
});
