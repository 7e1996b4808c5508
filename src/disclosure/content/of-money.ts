/** An allocation as it is published: a posted document of money, or an approved use plan, with its lines. */
import { exactYuan } from '../../kit/money.ts';
import type { Block } from './block.ts';
import type { DocumentFacts, PlanFacts } from './facts.ts';
import { fact, total } from './of-project.ts';
import type { Say } from './say.ts';

export function allocationBlocks(document: DocumentFacts, say: Say): Block[] {
  const one = fact(say);
  const measures = new Set(document.lines.map(({ measure }) => measure));
  return [
    {
      kind: 'facts',
      rows: [
        ...[one('document', document.number), one('issued', document.issuedOn)],
        one('payer', `${document.payerName}（${say(`funds.payer.${document.payer}`)}）`),
        one('programme', say(`funds.programme.${document.programme}`)),
        one('budget_year', String(document.year)),
      ],
    },
    { kind: 'heading', text: say('disclosure.copy.lines') },
    {
      kind: 'table',
      head: ['place', 'measure', 'amount'].map((key) => say(`disclosure.field.${key}`)),
      rows: [
        ...document.lines.map(({ placeName, measure, amount }) => [
          ...[placeName, say(`funds.measure.${measure}`), exactYuan(amount)],
        ]),
        // Measures are never added up.
        ...[...measures].map((measure) => [
          ...[say('disclosure.copy.total'), say(`funds.measure.${measure}`)],
          total(
            document.lines.filter((line) => line.measure === measure).map((line) => line.amount),
          ),
        ]),
      ],
      numbers: [2],
    },
  ];
}

export function planBlocks(plan: PlanFacts, say: Say): Block[] {
  const one = fact(say);
  return [
    {
      kind: 'facts',
      rows: [
        ...[one('plan_kind', say(`plans.kind.${plan.kind}`)), one('version', String(plan.version))],
        one('programme', say(`funds.programme.${plan.programme}`)),
        ...[one('budget_year', String(plan.year)), one('approved', plan.approvedOn)],
        one('filed_as', plan.reference),
      ],
    },
    { kind: 'heading', text: say('disclosure.copy.lines') },
    {
      kind: 'table',
      head: ['place', 'project', 'task', 'source', 'document', 'amount'].map((key) =>
        say(`disclosure.field.${key}`),
      ),
      rows: [
        ...plan.lines.map((line) => [
          ...[line.placeName, line.project ?? say('plans.reserve'), line.task ?? ''],
          ...[say(`funds.source.${line.source}`), line.document, exactYuan(line.amount)],
        ]),
        [
          ...[say('disclosure.copy.total'), '', '', '', ''],
          total(plan.lines.map(({ amount }) => amount)),
        ],
      ],
      numbers: [5],
    },
  ];
}
