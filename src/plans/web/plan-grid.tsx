// The grid: documents, their tasks, towns and projects, with sources and subtotals; 待安排 is a line of its own.
import { PayerName } from '../../funds/web/payer-name.tsx';
import { Wan } from '../../funds/web/wan.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import type { PlanPage } from '../contract.ts';
import { type GridRow, gridOf, summed, totalOf } from '../grid.ts';

export function PlanGrid({ plan }: { plan: PlanPage }) {
  const t = useT();
  const unit = t('platform.web.unit.wan');
  const total = totalOf(summed(plan, () => ({ key: '', label: '' })));
  return (
    <Section title={t('plans.grid')} note={t('plans.grid.note')}>
      <DataTable<GridRow>
        caption={t('plans.grid')}
        rows={gridOf(plan)}
        rowKey={(row) => row.key}
        full
        count={plan.lines.length}
        totalName={t('plans.total')}
        empty={{ why: t('plans.no_lines'), todo: t('plans.no_lines.todo') }}
        columns={[
          {
            key: 'label',
            title: t('plans.column.grid'),
            width: 20,
            cell: (row) => <Label row={row} />,
          },
          {
            key: 'town',
            title: t('plans.column.town'),
            cell: ({ line }) => line?.placeName,
          },
          {
            key: 'source',
            title: t('plans.column.source'),
            cell: ({ line }) =>
              line && <PayerName payer={line.payer} name={t(`funds.source.${line.source}`)} />,
          },
          {
            key: 'received',
            title: t('plans.sum.received'),
            unit,
            number: true,
            cell: (row) => row.received !== undefined && <Amount row={row} fen={row.received} />,
            total: <Wan fen={total.received} />,
          },
          {
            key: 'arranged',
            title: t('plans.sum.arranged'),
            unit,
            number: true,
            cell: (row) => <Amount row={row} fen={row.arranged} />,
            total: <Wan fen={total.arranged} />,
          },
          {
            key: 'reserved',
            title: t('plans.sum.reserved'),
            unit,
            number: true,
            cell: (row) => <Amount row={row} fen={row.reserved} />,
            total: <Wan fen={total.reserved} />,
          },
          {
            key: 'left',
            title: t('plans.sum.left'),
            unit,
            number: true,
            cell: (row) => row.left !== undefined && <Wan fen={row.left} owed />,
            total: <Wan fen={total.left} owed />,
          },
          {
            key: 'note',
            title: t('plans.column.note'),
            cell: ({ line }) => line?.note,
          },
        ]}
      />
    </Section>
  );
}

function Amount({ row, fen }: { row: GridRow; fen: bigint }) {
  const money = <Wan fen={fen} />;
  return row.level === 'line' ? money : <span className="subtotal">{money}</span>;
}

function Label({ row }: { row: GridRow }) {
  const t = useT();
  const { level, label, line } = row;
  const text =
    level === 'line'
      ? line?.project
        ? `${label} ${line.projectName ?? ''}`
        : t('plans.reserve')
      : level === 'task'
        ? `${row.binding ? '★ ' : ''}${label || t('plans.no_task')}`
        : label;
  return <span className={`plan-level plan-level-${level}`}>{text}</span>;
}
