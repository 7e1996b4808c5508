// A project behind each made-up contract: what it holds, commits and spends is what the ledger says of the contract.
import { between, earlier, later, plus, TODAY } from '../days.ts';
import type { Contracted } from '../funds/spending.ts';
import { type Random, random, taken } from '../seed.ts';
import type { Town } from '../world.ts';
import { CONTRACTORS, KINDS } from './kinds.ts';
import { noRows, type ProjectRows, rowsOf } from './rows.ts';

export function makeProjects(contracts: readonly Contracted[], seed: number): ProjectRows {
  const r = random(seed, 'projects');
  const rows = noRows();
  const numbers = new Map<string, number>();
  const first = new Map<string, number>();
  for (const contract of contracts) {
    const { town, money } = contract;
    const counted = `${town.key} ${money.year}`;
    const number = (numbers.get(counted) ?? 0) + 1;
    numbers.set(counted, number);
    // Each town goes round the list from a place of its own, so that its names seldom repeat.
    const kind = first.get(town.key) ?? r.int(0, KINDS.length - 1);
    first.set(town.key, kind + 1);
    makeProject(
      rows,
      contract,
      taken(KINDS, kind % KINDS.length),
      `${money.year}-${String(number).padStart(3, '0')}`,
      r,
    );
  }
  return rows;
}

function makeProject(
  rows: ProjectRows,
  contract: Contracted,
  kind: (typeof KINDS)[number],
  number: string,
  r: Random,
): void {
  const { town, money, signed, amount, payments } = contract;
  const make = rowsOf(rows, town, r);
  const name = `${villageName(town, r)}${kind.name}`;
  const life = lifeOf(contract, r);
  const registered = plus(signed, -r.int(40, 70));
  const people = r.int(120, 2_400);
  const project_id = make.project(
    {
      number,
      year: money.year,
      name,
      task: kind.task,
      category: kind.category,
      content: `${name}（演示项目）`,
      implementer: `${town.name}人民政府`,
      operating: kind.operating === true,
      benefit_link: kind.operating ? r.pick(['jobs', 'orders', 'rent', 'dividends']) : null,
      households: Math.round(people / 4),
      people,
      lifted: Math.round(people / 30),
      planned_from: plus(signed, r.int(0, 3)),
      planned_to: life.plannedTo,
      progress: life.progress,
      state: life.state,
      state_since: life.since,
      started_on: life.started,
      completed_on: life.completed,
      accepted_on: life.accepted,
      settled_on: life.settled,
      handed_on: life.handed,
    },
    { registered, changed: life.since },
  );
  make.budget(project_id, money, contract.received, life.settled ? amount : contract.received);
  const contractor = r.pick(CONTRACTORS);
  const paper = { project_id, number: contract.number, contractor, amount: amount.toString() };
  const retention = life.accepted ? 30 : 0;
  const main = make.contract({
    ...{ ...paper, kind: 'main', signed_on: signed, retention },
    retained_to: life.accepted ? plus(life.accepted, 365) : null,
  });
  if (life.settled)
    make.contract({
      ...{ ...paper, kind: 'settlement', changes: main, signed_on: life.settled, retention },
    });
  for (const [nth, paid] of payments.entries()) {
    const asked = later(signed, plus(paid.on, -6));
    make.request(
      {
        ...{ project_id, contract_id: main, payee: contractor, asked_on: asked },
        kind: nth === 0 ? 'advance' : 'progress',
        amount: paid.amount.toString(),
        invoice: `FP演${paid.number.slice(3)}`,
        ...(paid.returned
          ? { state: 'returned', explanation: '收款户名有误退回' }
          : { state: 'paid', receipt: paid.number, paid_on: paid.on }),
      },
      paid.on,
    );
  }
  const about = { project_id, kind: 'project' as const, case_id: project_id, reason: null };
  make.event({ ...about, verb: 'register', state: 'idea' }, registered);
  if (life.handed && kind.task !== 'consolidation')
    make.asset({
      ...{ project_id, name, value: amount.toString(), taken_over_on: life.handed },
      kind: kind.operating ? 'operating' : 'public',
      ...{ owner_kind: 'village', owner: '村经济合作社', keeper: '村民委员会' },
      upkeep: '村民委员会每月巡查一次，经费由村集体列支',
    });
}

interface Life {
  state: 'contracted' | 'building' | 'completed' | 'accepted' | 'handed_over';
  since: string;
  progress: number;
  started: string | null;
  completed: string | null;
  accepted: string | null;
  settled: string | null;
  handed: string | null;
  plannedTo: string;
}

/** How far it came, by what was paid of its contract. Nobody here is behind: real places get no weak marks. */
function lifeOf({ signed, amount, payments }: Contracted, r: Random): Life {
  const paid = payments.reduce((sum, one) => (one.returned ? sum : sum + one.amount), 0n);
  const share = Number((paid * 100n) / amount);
  const started = earlier(plus(signed, r.int(2, 6)), TODAY);
  const none = { completed: null, accepted: null, settled: null, handed: null };
  const last = payments.at(-1)?.on ?? signed;
  if (share === 0 && between(signed, TODAY) < 25)
    return {
      ...{ ...none, state: 'contracted', since: signed, started: null, progress: 0 },
      plannedTo: plus(TODAY, r.int(60, 240)),
    };
  const sinceLast = between(last, TODAY);
  if (share < 93 || sinceLast < 4)
    return {
      ...{ ...none, state: 'building', since: started, started },
      progress: Math.min(97, Math.max(share, 3) + r.int(1, 8)),
      plannedTo: plus(TODAY, r.int(20, 150)),
    };
  const finished = later(plus(signed, 3), plus(last, -r.int(9, 12)));
  const done = { started: earlier(started, finished), progress: 100 };
  const plannedTo = plus(finished, r.int(3, 20));
  if (payments.length < 3 || r.chance(0.3))
    return {
      ...{ ...none, ...done, state: 'completed', since: finished, completed: finished },
      plannedTo,
    };
  const accepted = earlier(plus(finished, 2), plus(last, -6));
  const reached = { ...done, plannedTo, completed: earlier(finished, accepted), accepted };
  if (sinceLast < 20 || r.chance(0.5))
    return { ...reached, state: 'accepted', since: accepted, settled: null, handed: null };
  const settled = plus(last, 8);
  const handed = plus(settled, r.int(3, 10));
  return { ...reached, state: 'handed_over', since: handed, settled, handed };
}

/** 大岭村民委员会 is 大岭村 in a project's name; some are written with all places above them. */
function villageName(town: Town, r: Random): string {
  const villages = town.villages.filter(({ administrative }) => administrative);
  if (villages.length === 0) return town.name;
  const { name } = r.pick(villages);
  const short = name
    .replace(/^.+[市县区].*?[镇乡]/, '')
    .replace(/(村民委员会|村委会|民委员会|委员会)$/, '');
  return `${short.replace(/村$/, '')}村`;
}
