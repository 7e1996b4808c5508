// What was stopped before any money moved: nine points of one supplier each just below a limit, and an invoice used twice.
import { split } from '../../../kit/money.ts';
import type { Make } from '../../projects/rows.ts';
import { fen, type Project } from '../projects.ts';
import { NINTH } from './small.ts';
import { steps } from './walk.ts';
import type { Work } from './works.ts';

/** Nine points at 8.87 万元 each; put together they are the one contract of 79.8. */
const IN_PARTS = { of: '22-6', parts: 9, on: '2022-05-20', dropped: '2022-05-27' } as const;
/** The invoice of the ninth small project of self-raised money came back with a request of 4.8 万元. */
const TWICE = {
  ...{ of: '21-5', wan: 4.8, asked: '2022-06-20', dropped: '2022-06-23' },
  invoice: NINTH.invoice,
} as const;

/** The contracts in parts as they were drafted and dropped. */
export function contractsInParts(
  make: Make,
  project_id: string,
  { number, contract }: Project,
  { contractor }: Work,
): void {
  if (number !== IN_PARTS.of) return;
  const { parts, on, dropped } = IN_PARTS;
  const amounts = split(
    fen(contract),
    Array.from({ length: parts }, () => 1n),
  );
  for (const [at, amount] of amounts.entries()) {
    const case_id = make.contract({
      ...{ project_id, kind: 'main', state: 'discarded', contractor, signed_on: on },
      ...{ number: `报价演示-${number}-${at + 1}`, amount: amount.toString() },
    });
    steps(make, { project_id, kind: 'contract', case_id }, [
      ['register', 'drafted', on, 9],
      ['submit', 'submitted', on, 10 + at],
      ['return', 'returned', dropped, 9, '九个点合并为一份合同'],
      ['discard', 'discarded', dropped, 10 + at, '九个点合并为一份合同'],
    ]);
  }
}

/** The request with the invoice another had used, as it was drafted and dropped. */
export function invoiceTwice(
  make: Make,
  { project_id, contract_id }: { project_id: string; contract_id: string },
  { number }: Project,
  { contractor }: Work,
): void {
  if (number !== TWICE.of) return;
  const { wan, asked, dropped, invoice } = TWICE;
  const case_id = make.request(
    {
      ...{ project_id, contract_id, kind: 'progress', payee: contractor, state: 'discarded' },
      ...{ amount: fen(wan).toString(), asked_on: asked, invoice },
    },
    dropped,
  );
  steps(make, { project_id, kind: 'request', case_id }, [
    ['register', 'drafted', asked, 9],
    ['discard', 'discarded', dropped, 10, '发票与自筹小项目重复，退回供应商'],
  ]);
}
