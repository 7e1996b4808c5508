import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '../../test/database.ts';
import { registryTemplate } from '../../test/registry.ts';
import { apportion, apportionWithin } from './amounts.ts';
import { makeFunds } from './funds/make.ts';
import { demonstrationIdentities } from './identities.ts';
import { makeLivelihoods } from './livelihoods/make.ts';
import { random } from './seed.ts';
import { shixiLife } from './shixi/life.ts';
import { shixiTeam } from './shixi/team.ts';
import { creditCheck, creditCode } from './teams/credit-code.ts';
import { makeTeams } from './teams/make.ts';
import { planTeams } from './teams/plan.ts';
import { assignTiers, flagRows, type Tiered } from './tiers.ts';
import { readWorld, type World } from './world.ts';
import { writer } from './write.ts';

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const holds = (day: string) => (row: { starts_on?: unknown; ends_on?: unknown }) =>
  String(row.starts_on) <= day && (row.ends_on === null || String(row.ends_on) > day);
const digest = (rows: unknown) => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

describe('chance', () => {
  test('the same seed and stream draw the same; another does not', () => {
    const draws = (seed: number, stream: string) => {
      const r = random(seed, stream);
      return [r.next(), r.int(1, 9), r.uuid('2021-07-29'), r.shuffled([1, 2, 3, 4, 5]).join('')];
    };
    expect(draws(7, 'teams')).toEqual(draws(7, 'teams'));
    expect(draws(7, 'teams')).not.toEqual(draws(7, 'funds'));
    expect(draws(7, 'teams')).not.toEqual(draws(8, 'teams'));
    expect(draws(7, 'teams')[2]).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  test('parts add up and stay below their limits', () => {
    const part = fc.record({
      weight: fc.integer({ min: 1, max: 1000 }),
      limit: fc.integer({ min: 0, max: 500 }),
    });
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (parts, degree) => {
          const limits = parts.map(({ limit }) => limit);
          const weights = parts.map(({ weight }) => weight);
          const total = Math.floor(sum(limits) * degree);
          const within = apportionWithin(total, weights, limits);
          expect(sum(within)).toBe(total);
          expect(within.every((given, at) => given <= (limits[at] ?? 0))).toBe(true);
          expect(sum(apportion(total, weights))).toBe(total);
        },
      ),
    );
    expect(() => apportionWithin(3, [1, 1], [1, 1])).toThrow('fit nowhere');
  });

  test('credit codes carry both check characters of the standards', () => {
    // A code computed by hand from GB 32100-2015: powers of 3 modulo 31.
    expect(creditCheck('91350100M000100Y4')).toBe('3');
    const code = creditCode(random(1, 'codes'), 'party_government', '440300');
    expect(code).toMatch(/^11440300[0-9A-Z]{10}$/);
    expect(creditCheck(code.slice(0, 17))).toBe(code.slice(17));
  });
});

describe('the province', () => {
  const d = useDatabase(...registryTemplate);
  let world: World;
  beforeAll(async () => {
    const client = await d.owner.connect();
    world = await readWorld(client);
    client.release();
  });
  const tiers = (seed: number): Tiered[] => assignTiers(world, random(seed, 'tiers'));
  const none = new Set<string>();

  // Making half a province takes seconds where the machine is busy.
  test('the same seed makes the same rows', { timeout: 90_000 }, () => {
    const made = (seed: number) => ({
      postings: digest(makeTeams(world, tiers(seed), none, seed).postings),
      entries: digest(makeFunds(world, tiers(seed), seed).entries),
    });
    const first = made(5);
    expect(made(5)).toEqual(first);
    const other = made(6);
    expect(other.postings).not.toBe(first.postings);
    expect(other.entries).not.toBe(first.entries);
  });

  test.each([2])('totals are exact whatever the seed: %i', { timeout: 90_000 }, (seed) => {
    const tiered = tiers(seed);
    const { postings, organisations } = makeTeams(world, tiered, none, seed);
    const inPost = postings.filter(holds('2022-07-28'));
    const senders = new Set(
      inPost.flatMap((row) => (row.organisation_id ? [row.organisation_id] : [])),
    );
    expect(inPost.filter((row) => row.main && row.category === 'cadre')).toHaveLength(8_099);
    expect(senders.size).toBe(7_174);
    expect(new Set(organisations.map((unit) => unit.name)).size).toBe(organisations.length);
    expect(new Set(organisations.map((unit) => unit.credit_code)).size).toBe(organisations.length);

    const { entries } = makeFunds(world, tiered, seed);
    const wan = (measure: string) =>
      entries.reduce(
        (total, row) =>
          row.measure === measure && row.programme === 'special_fund'
            ? total + BigInt(row.amount)
            : total,
        0n,
      ) / 1_000_000n;
    expect(wan('issued')).toBe(1_740_000n);
    expect(wan('remitted')).toBe(1_081_200n);
    expect(wan('due')).toBe(3_604_000n);
    expect(wan('received')).toBeLessThan(wan('issued') + wan('remitted') + 301_342n);
    expect(wan('committed')).toBeLessThan(wan('received'));
    expect(wan('spent')).toBeLessThan(wan('committed'));

    const { sales, attendances } = makeLivelihoods(tiered, seed);
    const inYear = (day: unknown) => String(day) >= '2021-07-29' && String(day) <= '2022-07-28';
    expect(sum(sales.filter((row) => inYear(row.sold_on)).map((row) => Number(row.amount)))).toBe(
      150_000_000_000,
    );
    expect(attendances.filter((row) => row.lifted_out && inYear(row.attended_on))).toHaveLength(
      110_000,
    );
  });

  test('a list of several batches is written whole and reported to its end', async () => {
    const [flag] = flagRows(tiers(5), random(5, 'flags'));
    if (!flag) throw new Error('no town has a mark');
    const r = random(5, 'writing');
    const rows = Array.from({ length: 9_000 }, () => ({ ...flag, id: r.uuid('2021-07-29') }));
    const told: string[] = [];
    const client = await d.owner.connect();
    try {
      await client.query('begin');
      const { put, written } = writer(client, (table, done, of) =>
        told.push(`${table} ${done}/${of}`),
      );
      await put('regions.flag', rows);
      const { rows: there } = await client.query(
        'select count(*)::integer as count from regions.flag where id = any ($1)',
        [rows.map(({ id }) => id)],
      );
      expect(there).toEqual([{ count: 9_000 }]);
      expect(written.get('regions.flag')).toBe(9_000);
      expect(told).toEqual(
        ['0', '4000', '8000', '9000'].map((done) => `regions.flag ${done}/9000`),
      );
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  test('everybody who may sign in has a place; the town has a team', () => {
    const homes = demonstrationIdentities.map(({ homeKey }) => homeKey);
    const real = new Set(
      [...world.cities, ...world.counties, ...world.towns].map(({ key }) => key),
    );
    expect(
      homes.filter((key) => !key.startsWith('99') && key !== '440000000000' && !real.has(key)),
    ).toEqual([]);
    const plans = planTeams(world, tiers(5), random(5, 'teams'));
    const town = demonstrationIdentities.find(({ role }) => role === 'town')?.homeKey;
    expect(plans.filter((plan) => plan.town.key === town)).toHaveLength(1);
  });
});

describe('石溪镇', () => {
  test('has the people of its story', () => {
    const { postings, units } = shixiTeam(1);
    const on = (day: string, category: string) =>
      postings.filter((row) => row.main && row.category === category && holds(day)(row)).length;
    expect(units).toHaveLength(6);
    expect(['2021-07-31', '2022-02-28', '2022-07-28'].map((day) => on(day, 'cadre'))).toEqual([
      7, 6, 7,
    ]);
    expect(postings.filter((row) => row.role === 'first_secretary')).toHaveLength(2);
    const others = ['graduate_service', 'agri_tech_agent', 'finance_assistant', 'volunteer'];
    expect(others.map((category) => on('2022-07-28', category))).toEqual([1, 3, 1, 1]);
  });

  test('has the jobs, classes and sales of its story', () => {
    const { placements, workshops, jobs, classes, attendances, events, sales } = shixiLife(1);
    expect(
      [placements, workshops, jobs, classes, attendances, events].map((rows) => rows.length),
    ).toEqual([58, 2, 32, 2, 124, 4]);
    expect(jobs.filter((row) => row.lifted_out)).toHaveLength(6);
    expect(sum(sales.map((row) => Number(row.amount)))).toBe(138_000_000);
  });
});
