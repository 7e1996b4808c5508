// Sales of assisted products: fairs and online drives, and what was sold there.
import type { LivelihoodsBuyerKind, LivelihoodsSaleChannel } from '../../schema.gen.ts';
import { apportion } from '../amounts.ts';
import { earlier, plus, recorded, YEAR } from '../days.ts';
import type { Row } from '../rows.ts';
import type { Random } from '../seed.ts';
import type { Site } from './participants.ts';
import { dayBefore, dayOfYear } from './when.ts';

const SALES_YUAN = 1_500_000_000;
const SALES = 14_600;
const BEFORE = 420;

const PRODUCTS: Record<string, readonly string[]> = {
  '4402': ['马坝油粘米', '张溪香芋', '罗坑茶', '翁源三华李'],
  '4405': ['狮头鹅', '潮汕牛肉丸', '澄海薄壳米', '南澳紫菜'],
  '4408': ['徐闻菠萝', '廉江红橙', '湛江对虾', '遂溪火龙果', '吴川烤鱼'],
  '4409': ['高州荔枝', '化州橘红', '信宜三华李', '水东芥菜', '茂名罗非鱼'],
  '4412': ['德庆贡柑', '怀集茶秆竹笋', '广宁番薯干', '封开油栗'],
  '4413': ['惠东马铃薯', '龙门年橘', '博罗梅菜'],
  '4414': ['梅州金柚', '大埔蜜柚', '客家娘酒', '平远脐橙', '嘉应茶'],
  '4415': ['陆河青梅', '海丰莲花山茶', '汕尾晨洲蚝', '红薯干'],
  '4416': ['连平鹰嘴蜜桃', '东源板栗', '紫金蝉茶', '河源米粉'],
  '4417': ['阳春砂仁', '阳西程村蚝', '阳江豆豉', '阳春马水桔'],
  '4418': ['清远鸡', '英德红茶', '连州菜心', '清新冰糖桔', '西牛麻竹笋'],
  '4451': ['凤凰单丛茶', '饶平狮头鹅', '潮州牛肉丸', '官溪杨梅'],
  '4452': ['普宁青梅', '惠来荔枝', '揭西擂茶', '埔田竹笋'],
  '4453': ['罗定稻米', '新兴凉果', '郁南无核黄皮', '云安南乳花生'],
};
const ANYWHERE = ['丝苗米', '土蜂蜜', '花生油', '走地鸡蛋', '有机蔬菜'];
const BUYERS: readonly (readonly [LivelihoodsBuyerKind, number])[] = [
  ['trade_union', 28],
  ['enterprise', 24],
  ['consumer', 28],
  ['government', 10],
  ['school_hospital', 10],
];

export interface SaleRows {
  events: (Row<'livelihoods.sales_event'> & { id: string })[];
  sales: Row<'livelihoods.sale'>[];
}

export function makeSales(sites: readonly Site[], r: Random): SaleRows {
  const made: SaleRows = { events: [], sales: [] };
  const eventsOf = new Map<string, SaleRows['events']>();
  for (const [county, own] of Map.groupBy(sites, ({ town }) => town.county)) {
    const events = Array.from({ length: Math.max(1, Math.round(own.length / 2.4)) }, () =>
      event(r.pick(own), r),
    );
    eventsOf.set(county, events);
    made.events.push(...events);
  }
  const anySite = r.roulette(sites.map((site) => [site, site.weight * (0.5 + r.next())] as const));
  const sizes = Array.from(
    { length: SALES },
    () => Math.exp(2.6 * (r.next() + r.next() + r.next() - 1.5)) + 0.02,
  );
  for (const yuan of apportion(SALES_YUAN, sizes)) {
    const { town } = anySite();
    const at = r.chance(0.72) ? r.pick(eventsOf.get(town.county) ?? []) : undefined;
    const on =
      at === undefined ? dayOfYear(r) : earlier(plus(at.starts_on, r.int(0, 2)), at.ends_on);
    made.sales.push(sale(town, at, on, yuan, r));
  }
  for (let n = 0; n < BEFORE; n++)
    made.sales.push(sale(anySite().town, undefined, dayBefore(r), r.int(800, 90_000), r));
  return made;
}

type Event = SaleRows['events'][number] & { starts_on: string; ends_on: string };

function event({ town }: Site, r: Random): Event {
  const on = dayOfYear(r);
  const fair = r.chance(0.55);
  const county = town.countyKey === town.cityKey ? town.cityName : town.countyName;
  return {
    county: town.county,
    id: r.uuid(on),
    place_key: r.chance(0.5) ? town.countyKey : town.key,
    name: `${county}${fair ? r.pick(['农产品产销对接会', '年货展销会', '消费帮扶集市', '丰收节展销']) : r.pick(['直播助农专场', '电商消费帮扶月', '线上年货节'])}`,
    kind: fair ? 'fair' : 'online_drive',
    starts_on: on,
    ends_on: earlier(plus(on, fair ? r.int(0, 4) : r.int(6, 29)), YEAR.to),
    made_up: true,
    recorded_at: recorded(on, r.lag()),
  };
}

function sale(
  town: Site['town'],
  at: SaleRows['events'][number] | undefined,
  on: string,
  yuan: number,
  r: Random,
): Row<'livelihoods.sale'> {
  const channel: LivelihoodsSaleChannel =
    at === undefined
      ? r.weighted([
          ['online', 40],
          ['canteen', 24],
          ['supermarket', 18],
          ['direct', 18],
        ])
      : at.kind === 'fair'
        ? 'fair'
        : 'online';
  return {
    county: town.county,
    id: r.uuid(on),
    place_key: town.key,
    event_id: at?.id ?? null,
    product: r.chance(0.75)
      ? r.pick(PRODUCTS[town.cityKey.slice(0, 4)] ?? ANYWHERE)
      : r.pick(ANYWHERE),
    channel,
    buyer:
      channel === 'canteen'
        ? r.pick(['government', 'school_hospital', 'enterprise'] as const)
        : r.weighted(BUYERS),
    amount: String(yuan * 100),
    benefits_lifted: r.chance(0.64),
    sold_on: on,
    made_up: true,
    recorded_at: recorded(on, r.lag()),
  };
}
