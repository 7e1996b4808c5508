// Revitalisation workshops and the people they employ near home.
import { apportionWithin } from '../amounts.ts';
import { earlier, plus, recorded, TODAY, YEAR } from '../days.ts';
import type { Row } from '../rows.ts';
import { type Random, taken } from '../seed.ts';
import type { Site, Villager, Villagers } from './participants.ts';
import { dayAfter, dayOfYear } from './when.ts';

const WORKSHOP_PEOPLE = 18_000;
const WORKSHOP_LIFTED = 3_372;

const PRODUCTS = [
  '毛衣编织',
  '电子元件',
  '玩具组装',
  '服装加工',
  '竹木制品',
  '藤编',
  '手袋',
  '陶瓷彩绘',
  '茶叶分拣',
  '果品包装',
  '中药材加工',
  '米粉加工',
  '灯饰',
  '五金零件',
];

export interface WorkshopRows {
  workshops: Row<'livelihoods.workshop'>[];
  jobs: Row<'livelihoods.workshop_job'>[];
}

/**
 * Everybody counted in the year took up a job in it, some of them for the second time; a few hundred more
 * left before the year began or come after today.
 */
export function makeWorkshops(villagers: Villagers, r: Random): WorkshopRows {
  const made: WorkshopRows = { workshops: [], jobs: [] };
  const open = villagers.sites.flatMap((site) =>
    Array.from(
      {
        length: r.weighted([
          [0, 22],
          [1, 50],
          [2, 22],
          [3, 6],
        ]),
      },
      () => ({ site, row: workshop(site, r) }),
    ),
  );
  made.workshops.push(...open.map(({ row }) => row));
  const people = apportionWithin(
    WORKSHOP_PEOPLE,
    open.map(() => 0.3 + r.next() ** 2 * 3),
    open.map(() => 90),
  );
  const free = new Map(villagers.sites.map((site) => [site, r.shuffled(site.lifted)]));
  const lifted = apportionWithin(
    WORKSHOP_LIFTED,
    people.map((count) => count * (0.2 + r.next())),
    open.map(({ site }, at) =>
      Math.min(taken(people, at), Math.floor((free.get(site)?.length ?? 0) / 3)),
    ),
  );
  for (const [at, { site, row }] of open.entries()) {
    const own = free.get(site)?.splice(0, taken(lifted, at)) ?? [];
    const rest = Array.from({ length: taken(people, at) - own.length }, () =>
      villagers.another(site, false),
    );
    for (const who of [...own, ...rest]) employed(made, site, row, who, r);
    if (r.chance(0.35)) {
      const on = plus('2021-06-01', r.int(0, 25));
      const left = earlier(plus(on, r.int(5, 45)), YEAR.from);
      job(made, site, row, villagers.another(site, r.chance(0.2)), on, left, r);
    }
    if (r.chance(0.04)) job(made, site, row, villagers.another(site, false), dayAfter(r), null, r);
  }
  return made;
}

function employed(
  made: WorkshopRows,
  site: Site,
  row: { id: string },
  who: Villager,
  r: Random,
): void {
  const from = dayOfYear(r);
  const leaves = r.chance(0.25) ? plus(from, r.int(20, 240)) : null;
  const left = leaves !== null && leaves <= TODAY ? leaves : null;
  job(made, site, row, who, from, left, r);
  if (left !== null && r.chance(0.3) && plus(left, 60) <= TODAY)
    job(made, site, row, who, plus(left, r.int(10, 60)), null, r);
  else if (from > '2021-08-20' && r.chance(0.03))
    job(
      made,
      site,
      row,
      who,
      plus('2021-06-20', r.int(0, 20)),
      plus('2021-07-20', r.int(0, 25)),
      r,
    );
}

function workshop({ town }: Site, r: Random): Row<'livelihoods.workshop'> & { id: string } {
  const opened = plus(
    '2021-05-01',
    r.weighted([
      [r.int(0, 30), 70],
      [r.int(0, 31), 30],
    ]),
  );
  const product = r.pick(PRODUCTS);
  return {
    county: town.county,
    id: r.uuid('2021-07-01'),
    place_key: town.villages.length === 0 ? town.key : r.pick(town.villages).key,
    name: `${town.name}${product}车间`,
    product,
    opened_on: opened,
    closed_on: null,
    made_up: true,
    recorded_at: recorded(opened, r.lag()),
  };
}

function job(
  made: WorkshopRows,
  site: Site,
  row: { id: string; place_key?: unknown },
  who: Villager,
  from: string,
  to: string | null,
  r: Random,
): void {
  made.jobs.push({
    county: site.town.county,
    id: r.uuid(from),
    place_key: String(row.place_key),
    workshop_id: row.id,
    participant_id: who.id,
    lifted_out: who.lifted,
    starts_on: from,
    ends_on: to,
    made_up: true,
    recorded_at: recorded(to ?? from, r.lag()),
  });
}
