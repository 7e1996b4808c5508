// Policy documents of the programme: nine main provincial ones, and what cities and departments issued beside them.
import type { PolicyDocumentKind } from '../schema.gen.ts';
import { plus, recorded } from './days.ts';
import { helperOf, YUE } from './pairs.ts';
import type { Row } from './rows.ts';
import { random } from './seed.ts';
import type { World } from './world.ts';

/** General titles; numbers carry 演 because the texts are not quoted here. */
const MAIN: readonly (readonly [string, string])[] = [
  ['乡村振兴驻镇帮镇扶村工作方案', '2021-06-18'],
  ['驻镇帮镇扶村组团结对帮扶实施方案', '2021-06-28'],
  ['驻镇帮镇扶村资金筹集使用监管办法', '2021-08-12'],
  ['驻镇帮镇扶村工作队管理办法', '2021-07-20'],
  ['镇域乡村振兴规划编制指引', '2021-09-06'],
  ['驻镇帮镇扶村项目管理指引', '2021-10-15'],
  ['防止返贫动态监测和帮扶工作方案', '2021-08-30'],
  ['扶贫项目资产后续管理实施细则', '2021-11-22'],
  ['驻镇帮镇扶村工作考核评价办法', '2022-03-25'],
];

const OTHERS: readonly (readonly [PolicyDocumentKind, string, string])[] = [
  ['opinion', '关于推进乡村振兴车间建设的意见', '2021-11-10'],
  ['opinion', '关于金融支持驻镇帮镇扶村的意见', '2021-10-28'],
  ['measure', '农村科技特派员驻镇服务若干措施', '2021-09-18'],
  ['measure', '消费帮扶产品认定若干措施', '2021-12-02'],
  ['notice', '关于做好2022年驻镇帮镇扶村重点工作的通知', '2022-02-21'],
  ['notice', '关于开展高校毕业生志愿服务乡村振兴行动的通知', '2021-07-15'],
  ['notice', '关于开展派驻干部轮训的通知', '2022-04-08'],
];

export function policyRows(world: World, seed: number): Row<'policy.document'>[] {
  const r = random(seed, 'policy');
  const row = (
    place: string,
    number: string,
    title: string,
    issuer: string,
    kind: PolicyDocumentKind,
    on: string,
  ) => {
    const id = r.uuid(on);
    const published = kind === 'main_supporting' || r.chance(0.7);
    return {
      id,
      place_key: place,
      number,
      title,
      // Of what is not published only title, number, date and openness are kept.
      issuer: published ? issuer : null,
      kind: published ? kind : null,
      openness: published ? ('public' as const) : ('on_request' as const),
      issued_on: on,
      ends_on: null,
      made_up: true,
      recorded_at: recorded(on, 3),
    };
  };
  const issuer = '省乡村振兴主管部门（演示）';
  const cities = world.cities.filter((city) => helperOf.has(city.key));
  return [
    ...MAIN.map(([title, on], at) =>
      row(
        YUE,
        `粤乡振〔${on.slice(0, 4)}〕演${at + 1}号`,
        `广东省${title}`,
        issuer,
        'main_supporting',
        on,
      ),
    ),
    ...OTHERS.map(([kind, title, on], at) =>
      row(YUE, `粤乡振函〔${on.slice(0, 4)}〕演${at + 1}号`, title, issuer, kind, on),
    ),
    ...cities.map((city) => {
      const on = plus('2021-07-20', r.int(0, 120));
      const title = `${city.name}驻镇帮镇扶村工作实施方案`;
      return row(
        city.key,
        `${city.name.slice(0, -1)}乡振〔2021〕演1号`,
        title,
        `${city.name}乡村振兴主管部门（演示）`,
        'measure',
        on,
      );
    }),
  ];
}
