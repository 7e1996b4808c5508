// Rules of who owes what: drafts, what waits to be approved, what holds.
import { levelOfKey } from '../../../kit/region-key.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { ruleStates } from '../../codes-allocation.ts';
import type { AllocationRow } from '../../contract-allocation.ts';

export default function AllocationsPage() {
  const t = useT();
  const { home } = useSession();
  const level = levelOfKey(home.key);
  const may = useMay('funds.register') && (level === 'province' || level === 'city');
  const { place } = usePlacePeriod();
  const [state, setState] = useFilter('state');
  const asked = usePages<AllocationRow>('/api/funds/allocations', {
    place,
    ...(state ? { state } : {}),
  });
  return (
    <>
      <PageTitle
        question={t('funds.page.allocations.question')}
        actions={
          <>
            <PageLink to="/funds/factor-values" className="plain-button">
              {t('funds.page.factor_values')}
            </PageLink>
            {may && (
              <PageLink to="/funds/allocations/new" className="main-button">
                {t('funds.rule.add')}
              </PageLink>
            )}
          </>
        }
      />
      <div className="filters">
        <ChoiceFilter
          label={t('funds.column.state')}
          value={state}
          onChange={setState}
          choices={ruleStates.map((one) => ({ value: one, label: t(`funds.rule_state.${one}`) }))}
        />
      </div>
      <DataTable<AllocationRow>
        caption={t('funds.page.allocations')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('funds.rule.none'),
          todo: t(may ? 'funds.rule.none.todo' : 'funds.rule.none.reader'),
        }}
        columns={[
          {
            key: 'title',
            title: t('funds.rule.title'),
            width: 14,
            cell: (row) => <PageLink to={`/funds/allocations/${row.id}`}>{row.title}</PageLink>,
          },
          {
            key: 'state',
            title: t('funds.column.state'),
            width: 6,
            cell: (row) => t(`funds.rule_state.${row.state}`),
          },
          {
            key: 'kind',
            title: t('funds.rule.kind'),
            width: 8,
            cell: (row) => t(`funds.allocation_kind.${row.kind}`),
          },
          {
            key: 'programme',
            title: t('funds.column.programme'),
            width: 8,
            cell: (row) => t(`funds.programme.${row.programme}`),
          },
          { key: 'years', title: t('funds.rule.years'), cell: (row) => yearsOf(row) },
          {
            key: 'average',
            title: t('funds.rule.average'),
            number: true,
            cell: (row) => row.average && <Value of={{ value: row.average, as: 'fen' }} />,
          },
          {
            key: 'document',
            title: t('funds.rule.document'),
            width: 10,
            cell: (row) => row.document,
          },
          {
            key: 'office',
            title: t('funds.rule.office'),
            width: 6,
            cell: (row) => row.officeName,
          },
          {
            key: 'people',
            title: t('funds.rule.people'),
            width: 7,
            cell: (row) => [row.draftedBy, row.approvedBy].filter(Boolean).join(' → '),
          },
        ]}
      />
    </>
  );
}

export const yearsOf = ({
  yearFrom,
  yearTo,
}: Pick<AllocationRow, 'yearFrom' | 'yearTo'>): string =>
  yearTo === yearFrom ? String(yearFrom) : `${yearFrom}—${yearTo ?? ''}`;
