// Changes between two editions: counted by class, each class opens its list.
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer } from '../../platform/web/page.tsx';
import type { Column } from '../../platform/web/table-column.ts';
import { useFilter } from '../../platform/web/use-address.tsx';
import type { ChangeRow, CountRow, Counts } from '../contract.ts';
import { Named, WhatChanged } from './change-cells.tsx';

type Compared = { older: string; newer: string };
const fields = ['level', 'change', 'name', 'confidence'] as const;
type Field = (typeof fields)[number];
const WORD: Record<Field, string> = {
  level: 'level',
  change: 'change',
  name: 'name_change',
  confidence: 'confidence',
};

export function ChangesTable(compared: Compared) {
  const { older, newer } = compared;
  const asked = useAsk<Counts>('/api/regions/change-counts', { older, newer });
  const filter = {
    level: useFilter('level'),
    change: useFilter('change'),
    name: useFilter('name'),
    confidence: useFilter('confidence'),
  };
  const chosen = Object.fromEntries(fields.map((field) => [field, filter[field][0]]));
  return (
    <Answer of={asked} shape="table">
      {({ rows }) => (
        <>
          <div className="filters">
            {fields.map((field) => (
              <Choice
                key={field}
                field={field}
                value={filter[field][0]}
                onChange={filter[field][1]}
                rows={rows.filter((row) =>
                  fields.every((one) => one === field || !chosen[one] || row[one] === chosen[one]),
                )}
              />
            ))}
          </div>
          <Changes {...compared} filter={chosen} />
        </>
      )}
    </Answer>
  );
}

/** One field to narrow the list by, each choice with how many changes it leaves. */
function Choice(props: {
  field: Field;
  value: string;
  rows: CountRow[];
  onChange: (value: string) => void;
}) {
  const t = useT();
  const { field, value, rows, onChange } = props;
  const counts = new Map<string, number>();
  for (const row of rows) {
    const one = row[field];
    if (one) counts.set(one, (counts.get(one) ?? 0) + row.count);
  }
  const all = rows.reduce((sum, row) => sum + row.count, 0);
  const word = `regions.${WORD[field]}`;
  return (
    <ChoiceFilter
      label={t(`regions.column.${WORD[field]}`)}
      value={value}
      onChange={onChange}
      choices={[...counts].map(([one, count]) => ({
        value: one,
        label: `${t(`${word}.${one}`)} (${count})`,
      }))}
      all={`${t('regions.page.all_changes')} (${all})`}
    />
  );
}

function Changes({ older, newer, filter }: Compared & { filter: Record<string, string> }) {
  const t = useT();
  const list = usePages<ChangeRow>('/api/regions/changes', { older, newer, ...filter });
  const columns: Column<ChangeRow>[] = [
    {
      key: 'old',
      title: t('regions.column.old'),
      cell: (row) => <Named name={row.oldName} code={row.oldCode} />,
      width: 16,
    },
    {
      key: 'new',
      title: t('regions.column.new'),
      cell: (row) => <Named name={row.newName} code={row.newCode} />,
      width: 16,
    },
    { key: 'above', title: t('regions.column.above'), cell: (row) => row.above },
    {
      key: 'change',
      title: t('regions.column.change'),
      cell: (row) => <WhatChanged row={row} />,
      width: 16,
    },
    {
      key: 'evidence',
      title: t('regions.column.evidence'),
      cell: (row) => t(`regions.evidence.${row.evidence}`, row.params),
      width: 16,
    },
    {
      key: 'confidence',
      title: t('regions.column.confidence'),
      cell: ({ decisions: [last], confidence }) =>
        last ? t(`regions.verdict.${last.verdict}`) : t(`regions.confidence.${confidence}`),
    },
  ];
  return (
    <DataTable
      caption={t('regions.page.editions.question')}
      columns={columns}
      rows={list.rows}
      rowKey={(row) => row.id}
      needsAction={(row) => row.confidence === 'uncertain' && row.decisions.length === 0}
      more={list.more}
      pending={list.pending}
      problem={list.problem}
      onRetry={list.retry}
    />
  );
}
