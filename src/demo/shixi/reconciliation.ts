// What the made-up budget system exported for 演示县 at the end of June 2022: 25 payments of 石溪镇, one of them
// mistyped. Of our 26 the last is upkeep of 7.7 万元 that was sent in and not paid: it stands apart.
import { match } from '../../reconciliation/store/match.ts';
import { plus, recorded } from '../days.ts';
import type { Row } from '../rows.ts';
import { random } from '../seed.ts';
import type { Writer } from '../write.ts';
import { COUNTY, shixi } from './places.ts';
import { PROJECTS } from './projects.ts';

const FROM = '2021-07-01';
const TO = '2022-06-30';
const EXPORTED = '2022-07-01';
/** 52.98 万元 here, 52.89 over there: two digits changed places. */
const MISTYPED = { number: 'ZF演示-21-3-3', less: 90_000n };

type Spent = Pick<Row<'funds.entry'>, 'measure' | 'booked_on' | 'document_number' | 'amount'>;

/** The vouchers of the period, those of several sources as one line, as a payment detail has them. */
function vouchers(entries: readonly Spent[]): { number: string; day: string; amount: bigint }[] {
  const found = new Map<string, { number: string; day: string; amount: bigint }>();
  for (const { measure, booked_on, document_number: number, amount } of entries) {
    const day = String(booked_on);
    if (measure !== 'spent' || day < FROM || day > TO) continue;
    const known = found.get(number)?.amount ?? (number === MISTYPED.number ? -MISTYPED.less : 0n);
    found.set(number, { number, day, amount: known + BigInt(amount) });
  }
  return [...found.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** One source, its export taken in, and a run in work over it. @param entries those of 石溪镇 */
export async function writeReconciliation(
  client: Parameters<typeof match>[0],
  write: Writer,
  entries: readonly Spent[],
  seed: number,
): Promise<void> {
  const r = random(seed, 'shixi reconciliation');
  const [source, file, run] = [r.uuid(EXPORTED), r.uuid(EXPORTED), r.uuid(EXPORTED)];
  const at = recorded(EXPORTED, 0);
  const lines = vouchers(entries);
  const names = new Map(PROJECTS.map(({ number, name }) => [number, name]));
  await write.put('reconciliation.source', [
    {
      ...{ id: source, place_key: COUNTY, name: '演示县预算一体化', kind: 'payment_detail' },
      mapping: {
        columns: {
          ...{ number: '支付凭证号', dated: '支付日期', amount: '支付金额（元）' },
          ...{ payee: '收款人全称', budgetCode: '预算项目编码', purpose: '用途' },
          ...{ income: null, outgo: null },
        },
        ...{ dates: 'ymd', unit: 'yuan' },
      },
      ...{ made_up: true, recorded_at: at, changed_at: at },
    },
  ]);
  await write.put('reconciliation.import_file', [
    {
      ...{ id: file, place_key: COUNTY, source_id: source, name: '石溪镇支付明细_2022年6月末.csv' },
      ...{ lines: lines.length, left_out: 0, made_up: true, taken_at: at },
      amount: lines.reduce((sum, { amount }) => sum + amount, 0n).toString(),
      ...{ starts_on: lines[0]?.day ?? FROM, ends_on: lines.at(-1)?.day ?? TO },
    },
  ]);
  await write.put(
    'reconciliation.line',
    lines.map(({ number, day, amount }, index) => {
      const project = /^ZF演示-(\d+-\d+)-\d+$/.exec(number)?.[1] ?? '';
      return {
        ...{ county: shixi.county, id: r.uuid(EXPORTED), place_key: COUNTY, source_id: source },
        ...{ import_id: file, row: index + 2, number, dated: day, amount: amount.toString() },
        ...{ payee: `演示施工单位${project}`, budget_code: `演示-${project}` },
        ...{ purpose: names.get(project) ?? '', nth: 1 },
      };
    }),
  );
  await write.put('reconciliation.run', [
    {
      ...{ id: run, place_key: COUNTY, source_id: source, programme: 'special_fund' },
      ...{ starts_on: FROM, ends_on: TO, days_apart: 5, made_up: true },
      ...{ opened_at: at, changed_at: recorded(plus(EXPORTED, 1), 0) },
    },
  ]);
  await match(client, {
    ...{ id: run, kind: 'payment_detail', source, programme: 'special_fund', from: FROM, to: TO },
    ...{ daysApart: 5, office: COUNTY, lo: COUNTY, hi: `${shixi.county}999999`, round: 0 },
  });
}
