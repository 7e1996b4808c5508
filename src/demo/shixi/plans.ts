// The use plans of 演示县: 2021 with all 1,260 on its six projects, 2022 with 1,824 on eight and 80 in reserve (万元), as the
// story has them, and a draft that gives back what two contracts came out below their budgets.
import { instant, recorded } from '../days.ts';
import type { FundRows } from '../funds/make.ts';
import type { SpecialPayer } from '../funds/shares.ts';
import type { Row } from '../rows.ts';
import { random } from '../seed.ts';
import { COUNTY, TOWN } from './places.ts';
import { PROJECTS } from './projects.ts';

export interface PlanRows {
  plans: Row<'plans.plan'>[];
  tasks: Row<'plans.task'>[];
  lines: Row<'plans.line'>[];
  events: Row<'plans.event'>[];
}

/** Binding tasks of a year and the project that answers each. */
const TASKS: Record<number, readonly (readonly [name: string, project: string])[]> = {
  2021: [['农村生活污水治理', '21-3']],
  2022: [
    ['防返贫监测和帮扶', '22-4'],
    ['帮扶项目资产管护', '22-5'],
    ['农村电商', '22-6'],
  ],
};
/** Projects in the order in which they take from the documents, the first one first. */
const ORDER: Record<number, readonly string[]> = {
  2021: ['21-1', '21-2', '21-3', '21-4', '21-5', '21-6'],
  2022: ['22-1', '22-2', '22-4', '22-6', '22-7', '22-8', '22-3', '22-5'],
};
const WAN = 1_000_000n;
const county = COUNTY.slice(0, 6);

interface Share {
  document: string;
  payer: Row<'funds.entry'>['payer'];
  payer_key: Row<'funds.entry'>['payer_key'];
  source: Row<'funds.entry'>['source'];
  /** Story number of the project; null in reserve. */
  number: string | null;
  amount: bigint;
}

/**
 * @param idOf id of each project of 石溪镇 by its number in the story; without all of them there is no plan
 */
export function shixiPlans(
  seed: number,
  entries: FundRows['entries'],
  idOf: ReadonlyMap<string, string>,
): PlanRows {
  const rows: PlanRows = { plans: [], tasks: [], lines: [], events: [] };
  if (PROJECTS.some(({ number }) => !idOf.has(number))) return rows;
  const r = random(seed, 'shixi plans');

  const add = (
    plan: Pick<Row<'plans.plan'>, 'year' | 'version' | 'title' | 'basis' | 'state'> & {
      basedOn?: string;
      approvedOn?: string;
      reference?: string;
      filedOn?: string;
    },
    shares: readonly Share[],
    deeds: readonly (readonly [Row<'plans.event'>['verb'], Row<'plans.event'>['state'], string])[],
  ): string => {
    const first = deeds[0]?.[2] ?? '';
    const last = deeds.at(-1)?.[2] ?? '';
    const id = r.uuid(first);
    const { basedOn = null, approvedOn = null, reference = null, filedOn = null, ...said } = plan;
    rows.plans.push({
      ...{ county, id, place_key: COUNTY, programme: 'special_fund', ...said },
      ...{ kind: basedOn ? 'adjustment' : 'plan', based_on: basedOn, approved_on: approvedOn },
      ...{ reference, filed_on: filedOn, registered_at: recorded(first, 0) },
      ...{ changed_at: recorded(last, 0), made_up: true },
    });
    const taskOf = new Map<string, string>();
    for (const [at, [name, project]] of (TASKS[Number(plan.year)] ?? []).entries()) {
      const task = r.uuid(first);
      taskOf.set(project, task);
      rows.tasks.push({
        ...{ county, id: task, plan_id: id, place_key: COUNTY, position: at + 1, name },
        ...{ binding: true, document_number: null },
      });
    }
    for (const [at, { number, amount, document, ...money }] of shares.entries())
      rows.lines.push({
        ...{ county, id: r.uuid(first), plan_id: id, place_key: TOWN, position: at + 1, ...money },
        ...{ document_number: document, amount: amount.toString(), note: null },
        task_id: (number && taskOf.get(number)) || null,
        project_id: (number && idOf.get(number)) || null,
      });
    for (const [nth, [verb, state, on]] of deeds.entries())
      rows.events.push({
        ...{ county, id: r.uuid(on), plan_id: id, place_key: COUNTY, verb, state },
        ...{ reason: verb === 'file' ? reference : null },
        at: new Date(instant(on) + nth * 600_000),
        made_up: true,
      });
    return id;
  };
  const approved = (drafted: string, on: string) =>
    [
      ['draft', 'drafted', drafted],
      ['submit', 'submitted', on],
      ['approve', 'approved', on],
    ] as const;

  add(
    {
      ...{ year: 2021, version: 1, title: '演示县2021年驻镇帮镇扶村资金使用方案', state: 'filed' },
      ...{ basis: '县委农村工作领导小组会议纪要〔2021〕演9号', approvedOn: '2021-11-26' },
      ...{ reference: '演市乡振备〔2021〕演6号', filedOn: '2021-12-02' },
    },
    laid(entries, 2021),
    [...approved('2021-11-19', '2021-11-26'), ['file', 'filed', '2021-12-02']],
  );
  const shares = laid(entries, 2022);
  const inForce = add(
    {
      ...{ year: 2022, version: 1, title: '演示县2022年驻镇帮镇扶村资金使用方案' },
      ...{ basis: '县委农村工作领导小组会议纪要〔2022〕演4号', approvedOn: '2022-06-02' },
      state: 'approved',
    },
    shares,
    approved('2022-03-15', '2022-06-02'),
  );
  add(
    {
      ...{ year: 2022, version: 2, title: '演示县2022年资金使用方案第1次调整', state: 'drafted' },
      ...{ basis: '22-2、22-7 按合同价调减，结余转待安排', basedOn: inForce },
    },
    lessened(shares, { '22-2': (352_600n * WAN) / 1_000n, '22-7': (145_500n * WAN) / 1_000n }),
    [['adjust', 'drafted', '2022-07-25']],
  );
  return rows;
}

/** What was received of a year, document by document, on the projects of the year by payer; the rest in reserve. */
function laid(entries: FundRows['entries'], year: number): Share[] {
  const received = entries
    .filter((one) => String(one.place_key) === TOWN && one.measure === 'received')
    .filter((one) => one.programme === 'special_fund' && one.year === year)
    .map(({ document_number: document, payer, payer_key, source, amount }) => ({
      ...{ document, payer, payer_key, source, left: BigInt(amount) },
    }));
  const shares = (ORDER[year] ?? []).flatMap((number) => {
    const budget = PROJECTS.find((one) => one.number === number)?.budget ?? {};
    return (Object.entries(budget) as [SpecialPayer, number][]).flatMap(([payer, wan]) => {
      let wanted = BigInt(wan) * WAN;
      return received
        .filter((one) => one.payer === payer)
        .flatMap((one): Share[] => {
          const amount = least(one.left, wanted);
          if (amount === 0n) return [];
          one.left -= amount;
          wanted -= amount;
          const { left: _, ...money } = one;
          return [{ ...money, number, amount }];
        });
    });
  });
  const reserve = received.flatMap(({ left, ...money }): Share[] =>
    left > 0n ? [{ ...money, number: null, amount: left }] : [],
  );
  return [...shares, ...reserve];
}

/** Projects with less than they had; the difference held in reserve out of the same money. */
function lessened(shares: readonly Share[], to: Readonly<Record<string, bigint>>): Share[] {
  const freed = new Map<string, Share>();
  const kept = shares.map((share) => {
    const amount = share.number === null ? undefined : to[share.number];
    if (amount === undefined) return share;
    const before = freed.get(share.document)?.amount ?? 0n;
    const more = before + share.amount - amount;
    freed.set(share.document, { ...share, number: null, amount: more });
    return { ...share, amount };
  });
  return [...kept, ...freed.values()];
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b; // Math.min knows no bigint
}
