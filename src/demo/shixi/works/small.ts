// The ninth small project of self-raised money: registered lightly, held by the money of the lead unit, paid through a request.
import type { Money } from '../../funds/ledger.ts';
import { type Make, type ProjectRows, rowsOf } from '../../projects/rows.ts';
import { random } from '../../seed.ts';
import { HELPER, shixi, villageKey } from '../places.ts';
import { fen } from '../projects.ts';
import { steps } from './walk.ts';

/** Its invoice came back with a request of the health centre's supplier, who had delivered here as well. */
export const NINTH = {
  ...{ number: '自筹-09', name: '田心村卫生站修缮', amount: fen(9.9), year: 2022 },
  ...{ contract: 'HT演示-自筹-09', receipt: 'YH演示-自筹-09', invoice: 'FP演示-自筹-09' },
  ...{ contractor: '演示医疗器械有限公司', signed: '2022-05-09', paid: '2022-06-16' },
} as const;
/** The lead unit's 50 of 2021, named for nothing: what projects hold of self-raised money. */
const MONEY: Money = {
  payer: 'donor',
  payerKey: HELPER,
  source: 'self_raised',
  programme: 'self_raised',
  year: 2021,
};

export function smallProject(rows: ProjectRows, seed: number): void {
  const make = rowsOf(rows, shixi, random(seed, 'shixi small project'));
  const { number, name, amount, year, contractor, signed, paid, invoice, receipt } = NINTH;
  const id = make.project(
    {
      ...{ number, name, year, task: 'services', category: '公共卫生', light: true },
      content: '卫生站屋面、门窗修缮，添置诊床、药柜和血压计',
      ...{ implementer: '石溪镇人民政府', villages: [villageKey('田心')] },
      ...{ households: 402, people: 1_560, lifted: 31, monitored: 2 },
      ...{ planned_from: '2022-05-10', planned_to: '2022-06-10', progress: 100 },
      ...{ state: 'handed_over', state_since: '2022-06-20', started_on: '2022-05-10' },
      ...{ completed_on: '2022-06-08', accepted_on: '2022-06-13', settled_on: '2022-06-17' },
      handed_on: '2022-06-20',
    },
    { registered: '2022-04-06', changed: '2022-06-20' },
  );
  make.budget(id, MONEY, amount, amount);
  make.notice({
    ...{ project_id: id, stage: 'proposal', posted_on: '2022-04-08', ends_on: '2022-04-15' },
    place_posted: '田心村村务公开栏',
  });
  steps(make, { project_id: id, kind: 'project', case_id: id }, [
    ['register', 'idea', '2022-04-06', 9],
    ['propose', 'proposed', '2022-04-18', 10],
    ['pass', 'town_passed', '2022-04-20', 10],
    ['approve', 'stocked', '2022-04-27', 15],
    ['plan', 'planned', '2022-05-05', 10],
    ['prepare', 'preparing', '2022-05-06', 15],
    ['sign', 'contracted', signed, 16],
    ['start', 'building', '2022-05-10', 9],
    ['report', 'building', '2022-06-07', 11, '100%'],
    ['complete', 'completed', '2022-06-08', 14],
    ['accept', 'accepted', '2022-06-13', 16],
    ['settle', 'settled', '2022-06-17', 10],
    ['hand_over', 'handed_over', '2022-06-20', 9],
  ]);
  payment(make, id, { amount: amount.toString(), contractor, signed, paid, invoice, receipt });
}

function payment(
  make: Make,
  project_id: string,
  said: Record<'amount' | 'contractor' | 'signed' | 'paid' | 'invoice' | 'receipt', string>,
): void {
  const { amount, contractor, signed, paid, invoice, receipt } = said;
  const contract_id = make.contract({
    ...{ project_id, kind: 'main', number: NINTH.contract, contractor, amount, signed_on: signed },
  });
  steps(make, { project_id, kind: 'contract', case_id: contract_id }, [
    ['register', 'drafted', signed, 9],
    ['submit', 'submitted', signed, 10],
    ['check', 'in_force', signed, 15],
  ]);
  const asked = '2022-06-14';
  const case_id = make.request(
    {
      ...{ project_id, contract_id, kind: 'final', amount, payee: contractor, asked_on: asked },
      ...{ invoice, state: 'paid', receipt, paid_on: paid },
    },
    paid,
  );
  steps(make, { project_id, kind: 'request', case_id }, [
    ['register', 'drafted', asked, 9],
    ['submit', 'submitted', asked, 10],
    ['check', 'checked', '2022-06-15', 11],
    ['send', 'sent', '2022-06-15', 16],
    ['receipt', 'paid', paid, 16, receipt],
  ]);
}
