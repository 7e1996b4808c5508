// The budget by source: what is held of each quota, what is left of it, committed and spent.
import { useState } from 'react';
import { Wan } from '../../../funds/web/wan.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { BudgetRow, ProjectPage } from '../../contract.ts';
import { AdjustmentForm } from '../forms/adjustment-form.tsx';

export function BudgetPart({ project }: { project: ProjectPage }) {
  const t = useT();
  const [adjusts, setAdjusts] = useState(false);
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
    <Section
      title={t('projects.part.budget')}
      note={t('projects.part.budget.note')}
      tools={
        project.mayAdjust && (
          <button type="button" className="plain-button" onClick={() => setAdjusts(true)}>
            {t('projects.adjustment.propose')}
          </button>
        )
      }
    >
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
      {adjusts && (
        <Drawer open title={t('projects.adjustment.propose')} onClose={() => setAdjusts(false)}>
          <AdjustmentForm project={project} onEnd={() => setAdjusts(false)} />
        </Drawer>
      )}
    </Section>
  );
}
