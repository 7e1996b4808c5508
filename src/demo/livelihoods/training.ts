// Training classes and who attended them.
import type { LivelihoodsSubject } from '../../schema.gen.ts';
import { apportionWithin } from '../amounts.ts';
import { earlier, plus, recorded, YEAR } from '../days.ts';
import type { Row } from '../rows.ts';
import { type Random, taken } from '../seed.ts';
import type { Town } from '../world.ts';
import type { Site, Villager } from './participants.ts';
import { dayAfter, dayBefore, dayOfYear } from './when.ts';

const CLASSES = 1_769;
const LIFTED_ATTENDANCES = 110_000;
const OTHER_ATTENDANCES = 12_400;
const BEFORE = 42;
const AFTER = 18;

const SUBJECTS: readonly (readonly [LivelihoodsSubject, string, number])[] = [
  ['cooking', '“粤菜师傅”烹饪培训班', 18],
  ['domestic_service', '“南粤家政”护理培训班', 20],
  ['skilled_worker', '“广东技工”焊工培训班', 14],
  ['agriculture', '种植养殖实用技术培训班', 28],
  ['e_commerce', '农村电商直播培训班', 15],
  ['homestay', '乡村民宿经营培训班', 5],
];

export interface TrainingRows {
  classes: Row<'livelihoods.training_class'>[];
  attendances: Row<'livelihoods.attendance'>[];
}

/** People of a county in an order of chance: a class takes a stretch of it, so nobody sits in it twice. */
interface County {
  lifted: Villager[];
  others: Villager[];
}

export function makeTraining(sites: readonly Site[], r: Random): TrainingRows {
  const made: TrainingRows = { classes: [], attendances: [] };
  const counties = new Map<string, County>();
  for (const [key, own] of Map.groupBy(sites, ({ town }) => town.county)) {
    const pool = (of: (site: Site) => readonly Villager[]) => r.shuffled(own.flatMap(of));
    counties.set(key, { lifted: pool((site) => site.lifted), others: pool((site) => site.others) });
  }
  const anySite = r.roulette(sites.map((site) => [site, site.weight] as const));
  const held = (count: number, day: (r: Random) => string) =>
    Array.from({ length: count }, () => trainingClass(anySite().town, day(r), r));
  const inYear = held(CLASSES, dayOfYear);
  const seats = (total: number, pool: keyof County, most: number) =>
    apportionWithin(
      total,
      inYear.map(() => 0.5 + r.next()),
      inYear.map(({ county }) =>
        Math.min(most, Math.floor((counties.get(county)?.[pool].length ?? 0) * 0.9)),
      ),
    );
  const lifted = seats(LIFTED_ATTENDANCES, 'lifted', 130);
  const others = seats(OTHER_ATTENDANCES, 'others', 40);
  for (const [at, row] of inYear.entries()) {
    made.classes.push(row);
    attend(made, row, counties, taken(lifted, at), taken(others, at), r);
  }
  for (const row of held(BEFORE, dayBefore)) {
    made.classes.push(row);
    attend(made, row, counties, r.int(20, 60), r.int(0, 6), r);
  }
  made.classes.push(...held(AFTER, dayAfter));
  return made;
}

function attend(
  made: TrainingRows,
  row: Row<'livelihoods.training_class'> & { id: string; starts_on: string },
  counties: ReadonlyMap<string, County>,
  lifted: number,
  others: number,
  r: Random,
): void {
  const county = counties.get(row.county);
  if (county === undefined) throw new RangeError(`nobody lives in ${row.county}`);
  const stretch = (pool: readonly Villager[], count: number) => {
    const from = pool.length === 0 ? 0 : r.int(0, pool.length - 1);
    return Array.from({ length: Math.min(count, pool.length) }, (_, n) =>
      taken(pool, (from + n) % pool.length),
    );
  };
  // A class stays on its side of the year's first day and of today.
  const last = row.starts_on < YEAR.from ? plus(YEAR.from, -1) : YEAR.to;
  for (const who of [...stretch(county.lifted, lifted), ...stretch(county.others, others)]) {
    const on = earlier(
      plus(
        row.starts_on,
        r.weighted([
          [0, 85],
          [1, 15],
        ]),
      ),
      last,
    );
    made.attendances.push({
      county: row.county,
      id: r.uuid(on),
      place_key: row.place_key,
      class_id: row.id,
      participant_id: who.id,
      lifted_out: who.lifted,
      attended_on: on,
      made_up: true,
      recorded_at: recorded(on, r.lag()),
    });
  }
}

function trainingClass(
  town: Town,
  on: string,
  r: Random,
): Row<'livelihoods.training_class'> & { id: string; county: string; starts_on: string } {
  const [subject, title] = r.weighted(
    SUBJECTS.map(([code, name, weight]) => [[code, name] as const, weight] as const),
  );
  const county = town.countyKey === town.cityKey ? town.cityName : town.countyName;
  return {
    county: town.county,
    id: r.uuid(on),
    place_key: town.key,
    name: `${town.name}${title}`,
    subject,
    organiser: r.pick([
      `${county}人力资源和社会保障局`,
      `${county}农业农村局`,
      `${town.name}人民政府`,
      `${county}技工学校`,
    ]),
    hours: r.pick([8, 16, 24, 40, 56, 80]),
    starts_on: on,
    made_up: true,
    recorded_at: recorded(on, r.lag()),
  };
}
