// What an assisting city finds at home: nothing is owed to its own area, and what it remitted stands in documents.
import { levelOfKey } from '../../../kit/region-key.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { placesElsewhere, useSession } from '../../../platform/web/session.ts';
import { PageLink, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { DocumentRow } from '../../contract-reading.ts';
import { Wan } from '../wan.tsx';

/** Whether the page is about a city that helps others. */
export function useHelpsOthers(): boolean {
  const { place } = usePlacePeriod();
  const { home, role } = useSession();
  return role === 'assisting_city' && place === home.key && levelOfKey(place) === 'city';
}

export function Remittances() {
  const t = useT();
  const { place } = usePlacePeriod();
  const session = useSession();
  const asked = usePages<DocumentRow>('/api/funds/remittances', { place });
  return (
    <Section title={t('funds.standing.remittances')} note={t('funds.standing.helps')}>
      <DataTable<DocumentRow>
        caption={t('funds.standing.remittances')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('funds.standing.remittances.none'),
          todo: t('funds.standing.remittances.none.todo'),
        }}
        columns={[
          {
            key: 'number',
            title: t('funds.column.number'),
            width: 14,
            cell: (row) => <PageLink to={`/funds/documents/${row.id}`}>{row.number}</PageLink>,
          },
          { key: 'title', title: t('funds.column.title'), width: 22, cell: (row) => row.title },
          { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
          { key: 'issuedOn', title: t('funds.column.issuedOn'), cell: (row) => row.issuedOn },
          {
            key: 'amount',
            title: t('funds.column.whole'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Wan fen={row.amount} />,
          },
        ]}
      />
      <p className="page-lead">
        {t('funds.standing.helped')}
        {placesElsewhere(session).map(({ key, name }) => (
          <span key={key}>
            {' '}
            <PageLink to="/funds" search={{ place: key }}>
              {name}
            </PageLink>
          </span>
        ))}
      </p>
    </Section>
  );
}
