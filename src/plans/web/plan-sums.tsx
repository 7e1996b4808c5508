// The same money by document, task, town and source: received, arranged, in reserve, left.
import type { ReactNode } from 'react';
import { Wan } from '../../funds/web/wan.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import type { Column } from '../../platform/web/table-column.ts';
import { PageLink } from '../../platform/web/use-address.tsx';
import type { LineRow, PlanPage, ReceiptRow } from '../contract.ts';
import {
  type Summary,
  type Sums,
  summed,
  type TaskSummary,
  tasksSummed,
  totalOf,
} from '../grid.ts';

type Money = ReceiptRow | LineRow;

export function PlanSums({ plan }: { plan: PlanPage }) {
  const t = useT();
  const idOf = new Map(plan.receipts.map(({ document, documentId }) => [document, documentId]));
  const tasks = tasksSummed(plan);
  return (
    <>
      <SumTable
        name="document"
        plan={plan}
        markOf={({ document }) => ({ key: document, label: document })}
        nameOf={({ key }) => {
          const id = idOf.get(key);
          return id ? <PageLink to={`/funds/documents/${id}`}>{key}</PageLink> : key;
        }}
      />
      {tasks.length > 0 && (
        <Section title={t('plans.by.task')}>
          <DataTable<TaskSummary>
            caption={t('plans.by.task')}
            rows={tasks}
            rowKey={({ name }) => name}
            full
            needsAction={({ binding, projects }) => binding && projects === 0}
            columns={[
              {
                key: 'name',
                title: t('plans.column.task'),
                cell: ({ name, binding }) => `${binding ? '★ ' : ''}${name}`,
              },
              {
                key: 'binding',
                title: t('plans.column.binding'),
                cell: ({ binding }) => t(binding ? 'plans.binding' : 'plans.not_binding'),
              },
              {
                key: 'document',
                title: t('plans.column.document'),
                cell: ({ document }) => document ?? t('plans.any_document'),
              },
              {
                key: 'projects',
                title: t('plans.column.projects'),
                number: true,
                cell: ({ binding, projects }) =>
                  binding && projects === 0 ? (
                    <span className="owed">{t('plans.no_project')}</span>
                  ) : (
                    projects
                  ),
              },
              {
                key: 'arranged',
                title: t('plans.sum.arranged'),
                unit: t('platform.web.unit.wan'),
                number: true,
                cell: ({ arranged }) => <Wan fen={arranged} />,
              },
            ]}
          />
        </Section>
      )}
      <SumTable
        name="town"
        plan={plan}
        markOf={({ place, placeName }) => ({ key: place, label: placeName })}
        inOrder
      />
      <SumTable
        name="source"
        plan={plan}
        markOf={({ payerPlace, payerName, source }: Money) => ({
          key: `${payerPlace} ${source}`,
          label: t('plans.source_of', { source: t(`funds.source.${source}`), payer: payerName }),
        })}
      />
    </>
  );
}

function SumTable(props: {
  name: 'document' | 'town' | 'source';
  plan: PlanPage;
  markOf: (one: Money) => { key: string; label: string };
  nameOf?: (row: Summary) => ReactNode;
  /** In the order of the keys, not of first appearance. */
  inOrder?: boolean;
}) {
  const { name, plan, markOf, nameOf = ({ label }) => label, inOrder = false } = props;
  const t = useT();
  const found = summed(plan, markOf);
  const rows = inOrder ? found.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : found;
  const total = totalOf(rows);
  return (
    <Section title={t(`plans.by.${name}`)}>
      <DataTable<Summary>
        caption={t(`plans.by.${name}`)}
        rows={rows}
        rowKey={({ key }) => key}
        full
        totalName={t('plans.total')}
        needsAction={({ left }) => left !== 0n}
        columns={[
          { key: 'name', title: t(`plans.column.${name}`), cell: nameOf },
          ...(['received', 'arranged', 'reserved', 'left'] as const).map(
            (sum): Column<Summary> => amountColumn(sum, t, total),
          ),
        ]}
      />
    </Section>
  );
}

function amountColumn(sum: keyof Sums, t: ReturnType<typeof useT>, total: Sums): Column<Summary> {
  const owed = sum === 'left';
  return {
    key: sum,
    title: t(`plans.sum.${sum}`),
    unit: t('platform.web.unit.wan'),
    number: true,
    cell: (row) => <Wan fen={row[sum]} owed={owed} />,
    total: <Wan fen={total[sum]} owed={owed} />,
  };
}
