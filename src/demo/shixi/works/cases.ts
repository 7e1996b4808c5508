// The projects of 石溪镇 as cases: what was done to each, its contract, requests, notices, papers, and what is open.
import { later, plus } from '../../days.ts';
import type { SpecialPayer } from '../../funds/shares.ts';
import { type Make, noRows, type ProjectRows, rowsOf } from '../../projects/rows.ts';
import { random } from '../../seed.ts';
import { PAYER_KEYS, SOURCES } from '../books/money.ts';
import { shixi, villageKey } from '../places.ts';
import {
  contractNumber,
  fen,
  PROJECTS,
  type Project,
  paymentsOf,
  SETTLED_ON,
} from '../projects.ts';
import { smallProject } from './small.ts';
import { contractsInParts, invoiceTwice } from './stopped.ts';
import { steps, walk } from './walk.ts';
import {
  ASSETS,
  FOUNDED,
  OBJECTION,
  ROUNDS,
  SHORTFALLS,
  SUBSIDY_NOTICE,
  THOUGHTS,
  UNPAID,
  type Work,
} from './works.ts';
import { WORKS } from './works-by-number.ts';

const FOUND = '2021-08-20';

export function shixiProjects(seed: number): ProjectRows {
  const rows = noRows();
  const make = rowsOf(rows, shixi, random(seed, 'shixi projects'));
  const made = new Map<string, { id: string; accepted: string | null }>();
  for (const project of PROJECTS) {
    const work = WORKS[project.number];
    if (work === undefined) throw new RangeError(`no work ${project.number}`);
    const id = makeCase(make, project, work);
    made.set(project.number, { id, accepted: work.accepted ?? null });
  }
  for (const thought of THOUGHTS)
    made.set(thought.number, { id: think(make, thought), accepted: null });
  smallProject(rows, seed);
  for (const [kind, name, number] of SHORTFALLS) {
    const project = number === null ? undefined : made.get(number);
    make.shortfall({
      ...{ kind, name, found_on: FOUND },
      project_id: project?.id ?? null,
      closed_on: project?.accepted ?? null,
    });
  }
  return rows;
}

const yearOf = (number: string) => 2000 + Number(number.slice(0, 2));
const served = ([households, people, lifted, monitored]: Work['serves']) => ({
  ...{ households, people, lifted, monitored },
});
const linked = (benefit: Work['benefit']) => ({
  operating: benefit !== undefined,
  benefit_link: benefit?.[0] ?? null,
  benefit_note: benefit?.[1] ?? null,
});
const moneyOf = (payer: SpecialPayer, year: number) => ({
  ...{ payer, payerKey: PAYER_KEYS[payer], source: SOURCES[payer], year },
  programme: 'special_fund' as const,
});

function makeCase(make: Make, project: Project, work: Work): string {
  const { number, name, signed, budget } = project;
  const { started = null, completed = null, accepted = null } = work;
  const since = accepted ?? completed ?? started ?? signed;
  const changed = work.reports.at(-1)?.[0] ?? since;
  const id = make.project(
    {
      ...{ number, name, year: yearOf(number) },
      ...{ task: work.task, category: work.category, content: work.content },
      ...{ implementer: '石溪镇人民政府', binding_task: work.binding ?? null },
      ...served(work.serves),
      ...linked(work.benefit),
      villages: work.villages.map(villageKey),
      ...{ planned_from: work.due[0], planned_to: work.due[1] },
      progress: work.reports.at(-1)?.[1] ?? 0,
      state: accepted ? 'accepted' : completed ? 'completed' : started ? 'building' : 'contracted',
      ...{ state_since: since, started_on: started, completed_on: completed },
      accepted_on: accepted,
    },
    { registered: ROUNDS[work.round].registered, changed: later(changed, since) },
  );
  for (const [payer, wan] of Object.entries(budget) as [SpecialPayer, number][])
    make.budget(id, moneyOf(payer, yearOf(number)), fen(wan), fen(wan));
  const plan = walk(make, id, work, signed);
  if (number === OBJECTION.of) {
    const { of: _, ...objection } = OBJECTION;
    make.objection({ notice_id: plan, ...objection });
  }
  if (number === SUBSIDY_NOTICE.of) {
    const { of: _, ...notice } = SUBSIDY_NOTICE;
    make.notice({ project_id: id, ...notice });
  }
  contract(make, id, project, work);
  const asset = Object.entries(ASSETS).find(([of]) => of === number)?.[1];
  if (asset)
    make.asset({ ...asset, project_id: id, name, value: fen(project.contract).toString() });
  return id;
}

function contract(make: Make, project_id: string, project: Project, work: Work): void {
  const { number: of, signed, settled } = project;
  // Three per cent is kept back where the work was accepted.
  const retention = work.accepted ? 30 : 0;
  const number = contractNumber(project);
  const { contractor } = work;
  const founded = { contractor_founded: FOUNDED[contractor] ?? null };
  const paper = { project_id, number, contractor, ...founded, retention };
  contractsInParts(make, project_id, project, work);
  const main = make.contract({
    ...{ ...paper, kind: 'main', signed_on: signed, amount: fen(project.contract).toString() },
    retained_to: work.accepted ? plus(work.accepted, 365) : null,
  });
  make.document({ project_id, kind: 'contract', title: '施工合同', number, dated: signed });
  steps(make, { project_id, kind: 'contract', case_id: main }, [
    ['register', 'drafted', signed, 9],
    ['submit', 'submitted', signed, 10],
    ['check', 'in_force', signed, 15],
  ]);
  if (settled !== undefined) {
    const case_id = make.contract({
      ...{ ...paper, kind: 'settlement', changes: main, signed_on: SETTLED_ON },
      amount: fen(settled).toString(),
    });
    steps(make, { project_id, kind: 'contract', case_id }, [
      ['register', 'drafted', SETTLED_ON, 9],
      ['submit', 'submitted', SETTLED_ON, 10],
      ['check', 'in_force', SETTLED_ON, 15],
    ]);
    const audit = {
      kind: 'audit',
      title: '工程结算审核报告',
      number: `演审〔2022〕${of}号`,
    } as const;
    make.document({ project_id, ...audit, dated: plus(SETTLED_ON, -1) });
  }
  const ask = requester(make, { project_id, contract_id: main, payee: work.contractor });
  invoiceTwice(make, { project_id, contract_id: main }, project, work);
  const payments = paymentsOf(project);
  for (const [at, { on, amount, receipt }] of payments.entries()) {
    const asked = plus(on, -7);
    const last = at === payments.length - 1;
    const case_id = ask({
      kind:
        at === 0 && work.advance ? 'advance' : last && settled !== undefined ? 'final' : 'progress',
      ...{ amount, asked, changed: on, invoice: `FP演示-${of}-${at + 1}` },
      ...{ state: 'paid', receipt, paid_on: on },
    });
    steps(make, { project_id, kind: 'request', case_id }, [
      ...askedFor(asked, plus(asked, 1), plus(asked, 2)),
      ['receipt', 'paid', on, 16, receipt],
    ]);
  }
  if (of !== UNPAID.of) return;
  const case_id = ask({
    ...{ kind: 'progress', amount: fen(UNPAID.wan), asked: UNPAID.asked_on, changed: UNPAID.sent },
    ...{ invoice: `FP演示-${of}-二季度`, state: 'sent', explanation: UNPAID.explanation },
  });
  const open = askedFor(UNPAID.asked_on, UNPAID.checked, UNPAID.sent);
  steps(make, { project_id, kind: 'request', case_id }, open);
}

const askedFor = (asked: string, checked: string, sent: string) =>
  [
    ['register', 'drafted', asked, 9],
    ['submit', 'submitted', asked, 10],
    ['check', 'checked', checked, 11],
    ['send', 'sent', sent, 16],
  ] as const;

type Asked = Parameters<Make['request']>[0];

/** Registers a request with its invoice. */
function requester(make: Make, of: Pick<Asked, 'project_id' | 'contract_id' | 'payee'>) {
  return (
    said: Omit<Asked, keyof typeof of | 'amount' | 'asked_on'> & {
      amount: bigint;
      asked: string;
      changed: string;
      invoice: string;
    },
  ): string => {
    const { amount, asked, changed, ...given } = said;
    const paper = { kind: 'invoice', title: '发票', number: said.invoice, dated: asked } as const;
    make.document({ project_id: of.project_id, ...paper });
    return make.request({ ...of, ...given, amount: amount.toString(), asked_on: asked }, changed);
  };
}

/** A project of the next year: its money has not come, so nothing of it is held. */
function think(make: Make, thought: (typeof THOUGHTS)[number]): string {
  const { number, name, state, since } = thought;
  const registered = plus(since, -20);
  const id = make.project(
    {
      ...{ number, name, state, year: yearOf(number), state_since: since },
      ...{ task: thought.task, category: thought.category, content: thought.content },
      ...{ implementer: '石溪镇人民政府', ...served(thought.serves), ...linked(thought.benefit) },
      villages: thought.villages.map(villageKey),
      ...{ planned_from: thought.due[0], planned_to: thought.due[1] },
    },
    { registered, changed: since },
  );
  make.budget(id, moneyOf('province', yearOf(number)), fen(thought.wan), 0n);
  const about = { project_id: id, kind: 'project' as const, case_id: id };
  steps(make, about, [['register', 'idea', registered, 10]]);
  if (state === 'idea') return id;
  make.notice({
    ...{ project_id: id, stage: 'proposal', posted_on: plus(registered, 2) },
    ...{ ends_on: plus(registered, 9), place_posted: '村务公开栏' },
  });
  const minutes = { kind: 'minutes', title: '村民代表会议纪要', number: null } as const;
  make.document({ project_id: id, ...minutes, dated: plus(registered, 1) });
  if (state === 'proposed') steps(make, about, [['propose', 'proposed', since, 10]]);
  else {
    make.document({
      ...{
        project_id: id,
        kind: 'review',
        title: '县级论证意见',
        number: `演农论〔2022〕${number}号`,
      },
      dated: plus(since, -1),
    });
    steps(make, about, [
      ['propose', 'proposed', plus(registered, 11), 10],
      ['pass', 'town_passed', plus(registered, 14), 10],
      ['approve', 'stocked', since, 10],
    ]);
  }
  return id;
}
