// Papers of money: what waits to be checked, what was returned, what is posted.
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { paperStates } from '../../codes-papers.ts';
import type { PaperRow } from '../../contract-papers.ts';

export default function PapersPage() {
  const t = useT();
  const may = useMay('funds.register');
  const { place } = usePlacePeriod();
  const [state, setState] = useFilter('state');
  const asked = usePages<PaperRow>('/api/funds/papers', { place, ...(state ? { state } : {}) });
  return (
    <>
      <PageTitle
        question={t('funds.page.papers.question')}
        actions={
          may && (
            <PageLink to="/funds/papers/new" className="main-button">
              {t('funds.form.paper.add')}
            </PageLink>
          )
        }
      />
      <div className="filters">
        <ChoiceFilter
          label={t('funds.column.state')}
          value={state}
          onChange={setState}
          choices={paperStates.map((one) => ({ value: one, label: t(`funds.paper_state.${one}`) }))}
        />
      </div>
      <DataTable<PaperRow>
        caption={t('funds.page.papers')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('funds.paper.none'),
          todo: may ? t('funds.paper.none.todo') : t('funds.paper.none.reader'),
        }}
        columns={[
          {
            key: 'number',
            title: t('funds.column.number'),
            width: 14,
            cell: (row) => <PageLink to={`/funds/papers/${row.id}`}>{row.number}</PageLink>,
          },
          {
            key: 'state',
            title: t('funds.column.state'),
            cell: (row) => t(`funds.paper_state.${row.state}`),
          },
          {
            key: 'measure',
            title: t('funds.column.measure'),
            cell: (row) =>
              row.kind === 'reversal'
                ? t('funds.paper.reverses_measure', { measure: t(`funds.measure.${row.measure}`) })
                : t(`funds.measure.${row.measure}`),
          },
          { key: 'payer', title: t('funds.column.payer'), cell: (row) => row.payerName },
          { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
          {
            key: 'amount',
            title: t('funds.column.amount'),
            number: true,
            cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} />,
          },
          { key: 'dated', title: t('funds.column.dated'), cell: (row) => row.dated },
          {
            key: 'office',
            title: t('funds.column.office'),
            width: 8,
            cell: (row) => row.officeName,
          },
          {
            key: 'people',
            title: t('funds.column.people'),
            width: 12,
            cell: (row) => [row.registeredBy, row.checkedBy].filter(Boolean).join(' → '),
          },
        ]}
      />
    </>
  );
}
