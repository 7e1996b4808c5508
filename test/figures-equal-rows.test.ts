/** For every figure that adds up, every place and every month: the figure equals the sum over the rows it opens onto. */
import { beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../src/app/rooms.ts';
import { type Engine, loadEngine } from '../src/indicators/engine.ts';
import { fold } from '../src/indicators/fold.ts';
import { type Cell, type PlaceRange, read } from '../src/indicators/read.ts';
import { rowsOf } from '../src/indicators/rows.ts';
import { countyOfKey } from '../src/kit/region-key.ts';
import type { Client } from '../src/platform/db/pool.ts';
import { newId } from '../src/platform/new-id.ts';
import { useDatabase } from './database.ts';
import { aGround, put, putEntry, putPosting, putProject, putSale, putWorkshop } from './facts.ts';
import { aProvince, aTier, places } from './places.ts';

const database = useDatabase();
const towns = [
  places.town,
  places.otherTown,
  places.siblingTown,
  places.otherCityTown,
  places.townWithoutCounty,
];
const days = ['2021-06-01', '2021-06-30', '2021-07-15', '2022-01-01', '2022-07-28'];
const tiers = ['key_assistance', 'consolidation', 'demonstration', 'self_included'] as const;
let engine: Engine;
let everywhere: PlaceRange[];

/** Some of every fact the catalogue counts, at places of every level. */
beforeAll(async () => {
  const { owner, db } = database;
  await aProvince(db);
  const ground = await aGround(owner, towns);
  for (const [i, town] of towns.entries()) {
    const tier = tiers[i];
    if (tier) await aTier(db, town, tier, '2021-06-15');
    await owner.query(`update teams.team set place_kind = $2 where place_key = $1`, [
      town,
      i === 1 ? 'street' : 'town',
    ]);
    for (const [n, category] of ['cadre', 'volunteer', 'agri_tech_agent', 'cadre'].entries()) {
      await putPosting(owner, ground, town, {
        category,
        starts_on: days[n],
        ...(n === 3 ? { role: 'first_secretary', village_key: places.village } : {}),
        ...(n === 0 ? { ends_on: '2022-01-01', end_reason: 'rotation' } : {}),
      });
    }
  }
  const measures = ['due', 'issued', 'remitted', 'received', 'committed', 'spent'];
  const payers = ['province', 'assisting_city', 'assisted_city', 'county'];
  for (const [i, place] of [...Object.values(places), ...Object.values(places)].entries()) {
    const day = days[i % days.length];
    for (const measure of measures)
      for (const payer of payers)
        await putEntry(owner, ground, place, {
          measure,
          payer,
          booked_on: day,
          amount: `${100 + i}`,
        });
    await putEntry(owner, ground, place, {
      measure: 'due',
      programme: 'named_city_fund',
      payer: 'assisting_city',
      payer_key: '440400000000',
      booked_on: day,
    });
    for (const measure of ['received', 'spent'])
      await putEntry(owner, ground, place, {
        ...{ measure, programme: 'self_raised', payer: 'donor', source: 'donation' },
        ...{ booked_on: day, amount: `${10 + i}`, instrument: 'bank_receipt' },
      });
    const came = ['started_on', 'completed_on', 'accepted_on', 'settled_on', 'handed_on'];
    await putProject(
      owner,
      place,
      Object.fromEntries(came.slice(0, 1 + (i % came.length)).map((name) => [name, day])),
    );
    await putProject(owner, place, { started_on: '2021-06-01', ended_on: day });
    await putProject(owner, place, { started_on: day, completed_on: '2022-07-28' });
    await putSale(owner, place, { sold_on: day, amount: `${1000 + i}` });
    await putWorkshop(owner, place, { opened_on: day, closed_on: i % 3 ? null : '2022-07-28' });
    const county = countyOfKey(place);
    const participant = newId();
    const lifted_out = i % 2 === 0;
    await put(owner, 'livelihoods.participant', {
      county,
      id: participant,
      place_key: place,
      name: '李四',
      lifted_out,
    });
    const fact = { county, place_key: place, participant_id: participant, lifted_out };
    await put(owner, 'livelihoods.placement', {
      ...fact,
      id: newId(),
      employer: '厂',
      work_place: 'in_county',
      channel: 'workshop',
      starts_on: day,
      months: 6,
      monthly_wage: '300000',
    });
    const training = newId();
    await put(owner, 'livelihoods.training_class', {
      county,
      id: training,
      place_key: place,
      name: '班',
      subject: 'cooking',
      organiser: '校',
      hours: 8,
      starts_on: day,
    });
    await put(owner, 'livelihoods.attendance', {
      ...fact,
      id: newId(),
      class_id: training,
      attended_on: day,
    });
    await put(owner, 'policy.document', {
      id: newId(),
      place_key: place,
      title: '意见',
      issuer: '省',
      kind: 'main_supporting',
      openness: 'public',
      issued_on: day,
    });
  }
  engine = await loadEngine(owner, catalogue);
  const found = await owner.query<PlaceRange>(
    'select key, lo, hi, level from regions.region order by key',
  );
  everywhere = found.rows;
});

const periods = [
  { from: '2021-06-01', to: '2021-06-30' },
  { from: '2021-06-15', to: '2022-07-28' },
  { from: '2022-01-01', to: '2022-01-01' },
];

describe.each(['open', 'folded'])('increments %s', (state) => {
  beforeAll(async () => {
    if (state === 'folded') while ((await fold(database.jobs)) > 0);
  });

  test.each(catalogue.additive.map((d) => [d.code, d] as const))(
    '%s',
    { timeout: 60_000 },
    async (code, d) => {
      const client = await database.owner.connect();
      try {
        let something = false;
        for (const period of periods) {
          const question = { codes: [code], places: everywhere, divided: true, ...period };
          const cells = await read(client, engine, question);
          something ||= cells.length > 0;
          for (const place of everywhere) {
            const own = cells.filter((c) => c.place === place.key);
            const rows = await counted(client, d, { place, ...period });
            expect(rows, `${code} ${place.key} ${period.from}..${period.to}`).toBe(sum(own));
            if (place.level === 'province' || place.level === 'town')
              await partsEqualRows(client, d, place, period, own);
          }
        }
        expect(
          something,
          `add facts of ${d.from} to this test, so that ${code} counts something`,
        ).toBe(true);
      } finally {
        client.release();
      }
    },
  );
});

const sum = (cells: readonly Cell[]) => cells.reduce((total, c) => total + c.value, 0n);
type Additive = (typeof catalogue.additive)[number];

async function counted(
  client: Client,
  d: Additive,
  q: Parameters<typeof rowsOf>[2],
): Promise<bigint> {
  let total = 0n;
  let after: string | null = null;
  const seen = new Set<string>();
  do {
    const page: Awaited<ReturnType<typeof rowsOf>> = await rowsOf(client, d, q, after, 25);
    for (const row of page.rows) {
      total += BigInt(row.counted);
      const mark = `${row.place} ${row.id}`;
      if (seen.has(mark)) throw new Error(`${d.code} lists ${mark} twice`);
      seen.add(mark);
    }
    after = page.next;
  } while (after);
  return total;
}

async function partsEqualRows(
  client: Client,
  d: Additive,
  place: PlaceRange,
  period: { from: string; to: string },
  cells: readonly Cell[],
): Promise<void> {
  for (const [at, { name }] of (d.by ?? []).entries()) {
    for (const [value, own] of Map.groupBy(cells, (c) => c.dimensions[at] ?? '')) {
      const rows = await counted(client, d, { place, ...period, only: { dimension: name, value } });
      expect(rows, `${d.code} ${place.key} ${name}=${value}`).toBe(sum(own));
    }
  }
}
