// The rules by which money is due to 石溪镇, and the plans of the two cities that raise their parts of it.

import { split } from '../../../kit/money.ts';
import { instant, recorded } from '../../days.ts';
import { AVERAGE, PAYERS, SHARE_DOCUMENT } from '../../funds/shares.ts';
import type { Row } from '../../rows.ts';
import { random, taken } from '../../seed.ts';
import { CITY, COUNTY, HELPER, PROVINCE, shixi } from '../places.ts';

export interface RuleRows {
  allocations: Row<'funds.allocation'>[];
  shares: Row<'funds.allocation_share'>[];
  lines: Row<'funds.allocation_line'>[];
  factors: Row<'funds.factor_value'>[];
  plans: Row<'funds.raising_plan'>[];
  instalments: Row<'funds.raising_instalment'>[];
  events: Row<'funds.rule_event'>[];
}

/** Budget years that were charged. */
const CHARGED = [2021, 2022];
/** Due by the rules, in parts of ten thousand: the city divides its local 1 by 25 : 75. */
const DUE = [6000n, 3000n, 250n, 750n];
const PAYER_KEYS = [PROVINCE, HELPER, CITY, COUNTY];

/** No factors, no bounds: every town the same. */
const even = {
  ...{ villages: 0, rural_population: 0, lifted_people: 0, performance: 0 },
  ...{ least: null, most: null },
};

export function shixiRules(seed: number): RuleRows {
  const r = random(seed, 'shixi rules');
  const events: Row<'funds.rule_event'>[] = [];
  /** Drafted on one day, approved by somebody else on another. */
  const head = (place: string, on: string, approvedOn: string | null) => ({
    ...{ id: r.uuid(on), place_key: place, drafted_by: r.uuid('2021-07-01') },
    ...{ drafted_at: recorded(on, 0), changed_at: recorded(approvedOn ?? on, 0) },
    state: approvedOn === null ? ('drafted' as const) : ('approved' as const),
    approved_by: approvedOn === null ? null : r.uuid('2021-07-01'),
    approved_at: approvedOn === null ? null : recorded(approvedOn, 0),
  });
  const deed = (
    of: { allocation_id: string } | { plan_id: string },
    place: string,
    on: string,
    verb: 'draft' | 'submit' | 'approve' | 'charge',
    by: string,
    year: number | null = null,
  ) =>
    events.push({
      ...{ id: r.uuid(on), allocation_id: null, plan_id: null, ...of },
      ...{ place_key: place, verb, by, year },
      state: verb === 'draft' ? 'drafted' : verb === 'submit' ? 'submitted' : 'approved',
      at: new Date(instant(on) + events.length * 60_000),
    });

  const rule = {
    ...head(PROVINCE, '2021-07-02', '2021-09-15'),
    ...{ kind: 'payers' as const, programme: 'special_fund' as const },
    ...{ title: '驻镇帮镇扶村专项资金分担（2021—2025年）', document: SHARE_DOCUMENT },
    ...{ year_from: 2021, year_to: 2025, average: AVERAGE.toString(), ...even },
  };
  const division = {
    ...head(CITY, '2021-07-20', '2021-09-10'),
    ...{ kind: 'division' as const, programme: 'special_fund' as const },
    ...{ title: '演示市属地部分市县分担', document: '演示规则：市县按 25∶75 分担' },
    ...{ year_from: 2021, year_to: 2025, average: null, ...even },
  };
  const trial = {
    ...head(PROVINCE, '2022-07-18', null),
    ...{ kind: 'payers' as const, programme: 'special_fund' as const },
    ...{ title: '2023年每镇2500万元测算', document: '演示测算' },
    ...{ year_from: 2023, year_to: 2025, average: '2500000000' },
    ...{ villages: 200, rural_population: 200, lifted_people: 100, performance: 0 },
    ...{ least: '1500000000', most: '3500000000' },
  };
  for (const [one, on, approvedOn] of [
    [rule, '2021-07-02', '2021-09-15'],
    [division, '2021-07-20', '2021-09-10'],
  ] as const) {
    const of = { allocation_id: one.id };
    const checker = one.approved_by ?? one.drafted_by;
    deed(of, one.place_key, on, 'draft', one.drafted_by);
    deed(of, one.place_key, approvedOn, 'submit', one.drafted_by);
    deed(of, one.place_key, approvedOn, 'approve', checker, 2021);
    deed(of, one.place_key, '2022-01-05', 'charge', checker, 2022);
  }
  deed({ allocation_id: trial.id }, PROVINCE, '2022-07-18', 'draft', trial.drafted_by);

  const plan = (place: string, payer: 'assisting_city' | 'assisted_city', title: string) => {
    const made = {
      ...head(place, '2022-01-17', '2022-01-26'),
      ...{ payer, programme: 'special_fund' as const, year: 2022, title, document: '演示方案' },
    };
    deed({ plan_id: made.id }, place, '2022-01-17', 'draft', made.drafted_by);
    deed({ plan_id: made.id }, place, '2022-01-26', 'submit', made.drafted_by);
    deed({ plan_id: made.id }, place, '2022-01-26', 'approve', made.approved_by ?? '');
    return made;
  };
  const helper = plan(HELPER, 'assisting_city', '演示帮扶市2022年筹措安排方案');
  const city = plan(CITY, 'assisted_city', '演示市2022年筹措安排方案');
  const instalment = (
    of: { id: string; place_key: string },
    due_on: string,
    wan: number,
    note: string,
  ) => ({ plan_id: of.id, place_key: of.place_key, due_on, amount: `${wan}000000`, note });

  return {
    allocations: [rule, division, trial],
    shares: [
      ...shareRows(rule, PROVINCE, [6000, 3000, 500, 500]),
      ...shareRows(division, CITY, [0, 0, 2500, 7500]),
      ...shareRows(trial, PROVINCE, [6000, 3000, 500, 500]),
    ],
    lines: CHARGED.flatMap((year) =>
      split(AVERAGE, DUE).flatMap((amount, at) => {
        const line = {
          ...{ county: shixi.county, place_key: shixi.key, year, amount: amount.toString() },
          ...{ payer: taken(PAYERS, at), payer_key: taken(PAYER_KEYS, at) },
        };
        const local = at >= 2 ? [{ ...line, allocation_id: division.id }] : [];
        return [{ ...line, allocation_id: rule.id }, ...local];
      }),
    ),
    factors: [
      ['rural_population', 32_000],
      ['lifted_people', 1_410],
    ].map(([factor, value]) => ({
      ...{ county: shixi.county, id: r.uuid('2021-07-05'), place_key: shixi.key, year: 2021 },
      ...{ factor: factor as 'rural_population' | 'lifted_people', value: String(value) },
      ...{ document: '演示底数', recorded_by: rule.drafted_by, made_up: true },
      recorded_at: recorded('2021-07-05', 0),
    })),
    plans: [helper, city],
    instalments: [
      instalment(helper, '2022-03-31', 300, '首期'),
      instalment(helper, '2022-06-30', 300, '二期'),
      instalment(city, '2022-05-31', 25, '首期'),
      instalment(city, '2022-07-15', 20, '二期'),
      instalment(city, '2022-09-30', 5, '补齐'),
    ],
    events,
  };
}

const shareRows = (
  of: { id: string; place_key: string },
  holdsIn: string,
  weights: readonly number[],
): Row<'funds.allocation_share'>[] =>
  weights.flatMap((weight, at) =>
    weight === 0
      ? []
      : [
          {
            ...{ allocation_id: of.id, place_key: of.place_key, holds_in: holdsIn },
            ...{ units: 'all', payer: taken(PAYERS, at), weight },
          },
        ],
  );
