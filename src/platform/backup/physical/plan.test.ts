import { describe, expect, test } from 'vitest';
import type { Manifest } from '../format/manifest.ts';
import type { Archived } from './archive.ts';
import { planFor, reachText } from './plan.ts';
import { lsnNumber, lsnText, segmentName, segmentNumber, segmentsBetween } from './segments.ts';

const mega = 1024 * 1024;
const at = (minute: number) => new Date(Date.UTC(2026, 6, 28, 0, minute)).toISOString();
const ms = (minute: number) => Date.parse(at(minute));
const seg = (n: number) => segmentName(1, BigInt(n), 16 * mega);

/** A backup consistent and covered at the minute, holding the log up to the segment. */
const backup = (minute: number, last: number) => ({
  manifest: {
    name: `at ${minute}`,
    line: '0000000a',
    physical: {
      ...{ systemIdentifier: '1', timeline: 1, segmentBytes: 16 * mega, startLsn: '', stopLsn: '' },
      ...{ consistentAt: at(minute), coveredUntil: at(minute), point: null, folders: [] },
      ...{ firstSegment: seg(last), lastSegment: seg(last) },
    },
  } as unknown as Manifest, // only what planning reads
});
const archived = (n: number, minute: number): Archived => ({
  segment: seg(n),
  at: at(minute),
  file: '',
});
const archive = (...segments: Archived[]) => ({ segments, covered: undefined });
const planned = (plan: ReturnType<typeof planFor<ReturnType<typeof backup>>>) =>
  'backup' in plan
    ? {
        from: plan.backup.manifest.name,
        segments: plan.segments.map((s) => s.at),
        until: plan.coveredUntil,
      }
    : plan;

describe('which backup and which log', () => {
  const two = [backup(10, 3), backup(60, 8)];
  const whole = archive(
    ...[4, 5, 6, 7, 8].map((n) => archived(n, n * 10)),
    archived(9, 90),
    archived(10, 100),
  );

  test('the newest before the moment, and no more log than it takes', () => {
    expect(planned(planFor(two, () => whole, { at: ms(89) }))).toEqual({
      ...{ from: 'at 60', segments: [at(90)], until: at(90) },
    });
    expect(planned(planFor(two, () => whole, { at: ms(59) }))).toEqual({
      ...{ from: 'at 10', segments: [at(40), at(50), at(60)], until: at(60) },
    });
  });

  test('for the last moment everything; for its own nothing', () => {
    expect(planned(planFor(two, () => whole, 'last'))).toMatchObject({ until: at(100) });
    expect(planned(planFor(two, () => whole, 'point'))).toMatchObject({ segments: [] });
  });

  test('a gap ends what can be reached', () => {
    const broken = archive(archived(4, 40), archived(6, 60), archived(7, 70));
    const plan = planFor([backup(10, 3)], () => broken, { at: ms(50) });
    expect(planned(plan)).toEqual({ reach: [{ from: at(10), until: at(40) }] });
  });

  test('an idle time is covered although no segment came', () => {
    const idle = {
      segments: [archived(4, 40)],
      covered: { at: at(55), segment: seg(4), next: null },
    };
    expect(planned(planFor([backup(10, 3)], () => idle, { at: ms(50) }))).toMatchObject({
      until: at(55),
    });
    const elsewhere = { segments: [], covered: { at: at(55), segment: seg(4), next: null } };
    expect(planFor([backup(10, 3)], () => elsewhere, { at: ms(50) })).toHaveProperty('reach');
  });

  test('before the first backup there is nothing, and it is said what there is', () => {
    const plan = planFor(two, () => whole, { at: ms(5) });
    expect('reach' in plan && reachText(plan, 'to')).toBe(
      '2026-07-28 08:10:00 to 2026-07-28 09:40:00; 2026-07-28 09:00:00 to 2026-07-28 09:40:00',
    );
  });
});

describe('segments of the log', () => {
  test('are named as PostgreSQL names them', () => {
    expect(segmentName(1, 0n, 16 * mega)).toBe('000000010000000000000000');
    expect(segmentName(10, 0x1_23n, 16 * mega)).toBe('0000000A0000000100000023');
    expect(segmentNumber('0000000A0000000100000023', 16 * mega)).toBe(0x123n);
    expect(segmentNumber(segmentName(1, 77n, 64 * mega), 64 * mega)).toBe(77n);
  });

  test('and positions', () => {
    expect(lsnNumber('1/A0000028')).toBe(0x1_a000_0028n);
    expect(lsnText(0x1_a000_0028n)).toBe('1/A0000028');
    expect(segmentsBetween(1, lsnNumber('0/FE000028'), lsnNumber('1/1000000'), 16 * mega)).toEqual([
      '0000000100000000000000FE',
      '0000000100000000000000FF',
      '000000010000000100000000',
    ]);
  });
});
