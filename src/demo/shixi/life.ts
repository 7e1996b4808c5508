// Jobs, workshops, training and sales of 石溪镇 in its year.

import { apportion } from '../amounts.ts';
import { plus, recorded } from '../days.ts';
import type { makeLivelihoods } from '../livelihoods/make.ts';
import { dayOfYear } from '../livelihoods/when.ts';
import { veiledName } from '../names.ts';
import { random, taken } from '../seed.ts';
import { COUNTY, shixi, TOWN, villageKey } from './places.ts';

export type LifeRows = ReturnType<typeof makeLivelihoods>;

const WORKSHOPS = [
  { village: '石溪', product: '毛衣编织', people: 18, lifted: 3 },
  { village: '水口', product: '荔枝分拣包装', people: 14, lifted: 3 },
];
const CLASSES = [
  { subject: 'agriculture', name: '石溪镇丝苗米种植技术培训班', on: '2021-11-16' },
  { subject: 'e_commerce', name: '石溪镇农村电商直播培训班', on: '2022-04-19' },
] as const;
const EVENTS = [
  { name: '石溪镇丰收节展销', kind: 'fair', from: '2021-10-02', days: 3, wan: 31 },
  { name: '演示县年货展销会', kind: 'fair', from: '2022-01-18', days: 4, wan: 42 },
  { name: '石溪镇荔枝节展销', kind: 'fair', from: '2022-06-18', days: 3, wan: 38 },
  { name: '石溪镇线上助农月', kind: 'online_drive', from: '2022-06-01', days: 30, wan: 27 },
] as const;

export function shixiLife(seed: number): LifeRows {
  const r = random(seed, 'shixi life');
  const base = { county: shixi.county, made_up: true };
  const villager = (lifted: boolean) => ({
    ...base,
    id: r.uuid('2021-07-15'),
    place_key: r.pick(shixi.villages).key,
    name: veiledName(r),
    lifted_out: lifted,
    recorded_at: '2021-07-15T10:00:00+08:00',
  });
  const lifted = Array.from({ length: 80 }, () => villager(true));
  const others = Array.from({ length: 26 }, () => villager(false));
  const rows: LifeRows = {
    participants: [...lifted, ...others],
    placements: [],
    workshops: [],
    jobs: [],
    classes: [],
    attendances: [],
    events: [],
    sales: [],
  };

  for (let n = 0; n < 58; n++) {
    const who = taken(lifted, n % 52);
    const on = dayOfYear(r);
    rows.placements.push({
      ...base,
      id: r.uuid(on),
      place_key: who.place_key,
      participant_id: who.id,
      lifted_out: true,
      employer: r.pick([
        '演示帮扶市电子有限公司',
        '演示县制衣有限公司',
        '石溪镇公益性岗位（保洁）',
        '石溪镇公益性岗位（护林）',
      ]),
      work_place: r.chance(0.5) ? 'in_province' : 'in_county',
      channel: r.chance(0.5) ? 'labour_export' : 'public_post',
      starts_on: on,
      months: r.pick([6, 12]),
      monthly_wage: String(r.int(15, 52) * 10_000),
      recorded_at: recorded(on, 3),
    });
  }
  const free = { lifted: lifted.slice(60), others: [...others] };
  for (const { village, product, people, lifted: poor } of WORKSHOPS) {
    const shop = {
      ...base,
      id: r.uuid('2021-08-10'),
      place_key: villageKey(village),
      name: `石溪镇${product}车间`,
      product,
      opened_on: '2021-08-10',
      closed_on: null,
      recorded_at: recorded('2021-08-10', 2),
    };
    rows.workshops.push(shop);
    for (const who of [...free.lifted.splice(0, poor), ...free.others.splice(0, people - poor)]) {
      const on = plus('2021-08-16', r.int(0, 240));
      rows.jobs.push({
        ...base,
        id: r.uuid(on),
        place_key: shop.place_key,
        workshop_id: shop.id,
        participant_id: who.id,
        lifted_out: who.lifted_out,
        starts_on: on,
        ends_on: null,
        recorded_at: recorded(on, 2),
      });
    }
  }
  for (const { subject, name, on } of CLASSES) {
    const id = r.uuid(on);
    rows.classes.push({
      ...base,
      id,
      county: shixi.county,
      place_key: TOWN,
      name,
      subject,
      organiser: '演示县农业农村局',
      hours: 24,
      starts_on: on,
      recorded_at: recorded(on, 2),
    });
    for (const who of r.shuffled(lifted).slice(0, 62)) {
      rows.attendances.push({
        ...base,
        id: r.uuid(on),
        place_key: TOWN,
        class_id: id,
        participant_id: who.id,
        lifted_out: true,
        attended_on: on,
        recorded_at: recorded(on, 2),
      });
    }
  }
  for (const { name, kind, from, days, wan } of EVENTS) {
    const id = r.uuid(from);
    rows.events.push({
      ...base,
      id,
      place_key: name.startsWith('演示县') ? COUNTY : TOWN,
      name,
      kind,
      starts_on: from,
      ends_on: plus(from, days - 1),
      recorded_at: recorded(from, 2),
    });
    for (const yuan of apportion(
      wan * 10_000,
      Array.from({ length: 9 }, () => 0.3 + r.next()),
    )) {
      const on = plus(from, r.int(0, days - 1));
      rows.sales.push({
        ...base,
        id: r.uuid(on),
        place_key: TOWN,
        event_id: id,
        product: r.pick(['石溪丝苗米', '石溪荔枝', '土蜂蜜', '花生油']),
        channel: kind === 'fair' ? 'fair' : 'online',
        buyer: r.pick(['consumer', 'trade_union', 'enterprise'] as const),
        amount: String(yuan * 100),
        benefits_lifted: r.chance(0.7),
        sold_on: on,
        recorded_at: recorded(on, 2),
      });
    }
  }
  return rows;
}
