// Helps to a job: person-times, spread over months and villages.
import type { LivelihoodsPlacementChannel, LivelihoodsWorkPlace } from '../../schema.gen.ts';
import { apportion } from '../amounts.ts';
import { recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import { type Random, taken } from '../seed.ts';
import { FANCY, TRADES } from '../teams/unit-names.ts';
import type { Site, Villager } from './participants.ts';
import { dayAfter, dayBefore, dayOfYear } from './when.ts';

const LIFTED_PLACEMENTS = 63_000;
const OTHER_PLACEMENTS = 8_700;
const BEFORE = 2_300;
const AFTER = 90;

const CHANNELS: readonly (readonly [LivelihoodsPlacementChannel, number])[] = [
  ['labour_export', 40],
  ['assisting_city', 20],
  ['workshop', 14],
  ['public_post', 16],
  ['self_employment', 10],
];
const DELTA = ['广州', '深圳', '佛山', '东莞', '中山', '珠海', '惠州'];

export function makePlacements(sites: readonly Site[], r: Random): Row<'livelihoods.placement'>[] {
  const weights = sites.map(({ weight }) => weight);
  const rows: Row<'livelihoods.placement'>[] = [];
  const draw = (
    total: number,
    pool: (site: Site) => readonly Villager[],
    day: (r: Random) => string,
  ) => {
    for (const [at, count] of apportion(total, weights).entries()) {
      const site = taken(sites, at);
      for (let n = 0; n < count; n++) rows.push(placement(site, r.pick(pool(site)), day(r), r));
    }
  };
  draw(LIFTED_PLACEMENTS, (site) => site.lifted, dayOfYear);
  draw(OTHER_PLACEMENTS, (site) => site.others, dayOfYear);
  draw(BEFORE, (site) => site.lifted, dayBefore);
  draw(AFTER, (site) => site.lifted, dayAfter);
  return rows;
}

function placement(
  { town }: Site,
  who: Villager,
  on: string,
  r: Random,
): Row<'livelihoods.placement'> {
  const channel = r.weighted(CHANNELS);
  const workPlace: LivelihoodsWorkPlace =
    channel === 'labour_export'
      ? r.weighted([
          ['in_province', 80],
          ['outside_province', 20],
        ])
      : channel === 'assisting_city'
        ? 'in_province'
        : 'in_county';
  const wage = {
    labour_export: [32, 65],
    assisting_city: [33, 60],
    workshop: [18, 38],
    public_post: [8, 19],
    self_employment: [20, 50],
  }[channel] as [number, number];
  const company = () => `${r.pick(FANCY)}${r.pick(TRADES)}有限公司`;
  const county = town.countyKey === town.cityKey ? town.cityName : town.countyName;
  const employer = {
    labour_export: () =>
      (workPlace === 'in_province' ? r.pick(DELTA) : r.pick(['厦门', '赣州', '南宁', '长沙'])) +
      company(),
    assisting_city: () => r.pick(DELTA) + company(),
    workshop: () => `${town.name}乡村振兴车间`,
    public_post: () =>
      `${town.name}公益性岗位（${r.pick(['保洁', '护林', '护路', '管水', '养老护理'])}）`,
    self_employment: () => `自主创业（${r.pick(['种植', '养殖', '小餐饮', '网店', '运输'])}）`,
  }[channel]();
  return {
    county: town.county,
    id: r.uuid(on),
    place_key: who.village,
    participant_id: who.id,
    lifted_out: who.lifted,
    employer: employer.startsWith(town.name) ? `${county}${employer}` : employer,
    work_place: workPlace,
    channel,
    starts_on: on,
    months: r.weighted([
      [3, 18],
      [6, 30],
      [12, 40],
      [24, 8],
      [36, 4],
    ]),
    monthly_wage: String(r.int(...wage) * 10_000),
    made_up: true,
    recorded_at: recorded(on, r.lag()),
  };
}
