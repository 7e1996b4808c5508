// The budget by source: what is held of each quota, what is left of it, committed and spent.

import { Wan } from '../../../funds/web/wan.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { BudgetRow, ProjectPage } from '../../contract.ts';

export function BudgetPart({ project }: { project: ProjectPage }) {
  const t = useT();
  const sum = (name: 'amount' | 'held' | 'committed' | 'spent') =>
    project.budgetLines.reduce((total, line) => total + BigInt(line[name]), 0n).toString();
  const money = (name: 'amount' | 'held' | 'committed' | 'spent') => ({
    key: name,
    title: t(`projects.column.${name === 'amount' ? 'budget' : name}`),
    unit: t('platform.web.unit.wan'),
    number: true,
    cell: (row: BudgetRow) => <Wan fen={row[name]} />,
    total: <Wan fen={sum(name)} />,
  });
  return (
    <Section title={t('projects.part.budget')} note={t('projects.part.budget.note')}>
      <DataTable<BudgetRow>
        caption={t('projects.part.budget')}
        rows={project.budgetLines}
        rowKey={(row) => row.id}
        totalName={t('platform.web.total')}
        full
        empty={{ why: t('projects.budget.none'), todo: t('projects.budget.none.todo') }}
        columns={[
          {
            key: 'payer',
            title: t('funds.column.payer'),
            cell: (row) => `${t(`funds.payer.${row.payer}`)} · ${row.payerName}`,
          },
          {
            key: 'programme',
            title: t('funds.column.programme'),
            width: 10,
            cell: (row) => t(`funds.programme.${row.programme}`),
          },
          { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
          money('amount'),
          money('held'),
          {
            key: 'left',
            title: t('projects.column.left'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Wan fen={row.left} />,
          },
          money('committed'),
          money('spent'),
        ]}
      />
    </Section>
  );
}
