// Requests for payment that wait to be sent, and what their dossiers still lack.
import { usePages } from '../../platform/web/ask.ts';
import { ChoiceFilter } from '../../platform/web/choice-filter.tsx';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Value } from '../../platform/web/money.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { PageLink, useFilter, usePlacePeriod } from '../../platform/web/use-address.tsx';
import { requestStates } from '../../projects/codes.ts';
import type { RequestRow } from '../contract.ts';
import { usePapers } from './paper-names.ts';
import './dossiers.css';

export default function RequestsPage() {
  const t = useT();
  const papers = usePapers();
  const { place } = usePlacePeriod();
  const [state, setState] = useFilter('state');
  const asked = usePages<RequestRow>('/api/dossiers/requests', {
    place,
    ...(state ? { state } : {}),
  });
  return (
    <>
      <PageTitle question={t('dossiers.page.requests.question')} />
      <div className="filters">
        <ChoiceFilter
          label={t('dossiers.column.state')}
          value={state}
          onChange={setState}
          choices={requestStates.map((one) => ({
            value: one,
            label: t(`projects.request_state.${one}`),
          }))}
        />
      </div>
      <DataTable<RequestRow>
        caption={t('dossiers.page.requests')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('dossiers.none'), todo: t('dossiers.none.todo') }}
        columns={[
          {
            key: 'project',
            title: t('dossiers.column.project'),
            width: 20,
            cell: (row) => <PageLink to={`/dossiers/${row.id}`}>{row.projectName}</PageLink>,
          },
          {
            key: 'missing',
            title: t('dossiers.column.missing'),
            width: 16,
            cell: (row) =>
              row.missing.length > 0 ? (
                <span className="dossier-lacks">{papers(row.missing)}</span>
              ) : (
                t('dossiers.complete')
              ),
          },
          {
            key: 'state',
            title: t('dossiers.column.state'),
            cell: (row) => t(`projects.request_state.${row.state}`),
          },
          {
            key: 'kind',
            title: t('dossiers.column.kind'),
            cell: (row) => t(`projects.request_kind.${row.kind}`),
          },
          {
            key: 'amount',
            title: t('dossiers.column.amount'),
            number: true,
            cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} />,
          },
          { key: 'asked', title: t('dossiers.column.asked'), cell: (row) => row.askedOn },
          { key: 'place', title: t('dossiers.column.place'), cell: (row) => row.placeName },
        ]}
      />
    </>
  );
}
