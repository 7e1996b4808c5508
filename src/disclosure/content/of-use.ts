/** The use of a year's money in a place as it is published. */
import { exactYuan } from '../../kit/money.ts';
import type { Block } from './block.ts';
import type { UseFacts } from './facts.ts';
import { total } from './of-project.ts';
import type { Say } from './say.ts';

export function usageBlocks(use: UseFacts, say: Say): Block[] {
  const heads = (keys: readonly string[]) => keys.map((key) => say(`disclosure.field.${key}`));
  const measures = ['received', 'committed', 'spent'] as const;
  const amounts = ['budget', 'contracted', 'paid'] as const;
  return [
    {
      kind: 'paragraph',
      text: say('disclosure.copy.use', { place: use.placeName, year: use.year }),
    },
    { kind: 'heading', text: say('disclosure.copy.by_source') },
    {
      kind: 'table',
      head: [say('disclosure.field.source'), ...measures.map((one) => say(`funds.measure.${one}`))],
      rows: [
        ...use.sources.map((row) => [
          say(`funds.source.${row.source}`),
          ...measures.map((one) => exactYuan(row[one])),
        ]),
        [
          say('disclosure.copy.total'),
          ...measures.map((one) => total(use.sources.map((row) => row[one]))),
        ],
      ],
      numbers: [1, 2, 3],
    },
    { kind: 'heading', text: say('disclosure.copy.by_project') },
    {
      kind: 'table',
      head: heads(['number', 'name', ...amounts]),
      rows: [
        ...use.projects.map((row) => [
          ...[row.number, row.name],
          ...amounts.map((one) => exactYuan(row[one])),
        ]),
        [
          ...[say('disclosure.copy.total'), ''],
          ...amounts.map((one) => total(use.projects.map((row) => row[one]))),
        ],
      ],
      numbers: [2, 3, 4],
    },
  ];
}
