// What the public sent in: each is a case in the register of findings, and gets a public reply here.
import { usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { PageLink, usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { ComplaintRow } from '../contract.ts';

export default function ComplaintsPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const asked = usePages<ComplaintRow>('/api/disclosure/complaints', { place });
  return (
    <>
      <PageTitle question={t('disclosure.page.complaints.question')} />
      <p className="page-lead">{t('disclosure.page.complaints.note')}</p>
      <DataTable<ComplaintRow>
        caption={t('disclosure.page.complaints')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('disclosure.complaints.none') }}
        columns={[
          {
            key: 'subject',
            title: t('disclosure.field.title'),
            width: 28,
            cell: (row) => (
              <PageLink to={`/disclosure/complaints/${row.id}`}>{row.subject}</PageLink>
            ),
          },
          { key: 'receipt', title: t('disclosure.open.receipt'), cell: (row) => row.receipt },
          {
            key: 'state',
            title: t('disclosure.open.state'),
            cell: (row) => t(`disclosure.complaint_state.${row.state}`),
          },
          {
            key: 'received',
            title: t('disclosure.open.received_on'),
            cell: (row) => row.receivedOn,
          },
          {
            key: 'replied',
            title: t('disclosure.column.replied'),
            cell: (row) => row.repliedOn ?? t('disclosure.open.no_reply'),
          },
          { key: 'place', title: t('disclosure.column.place'), cell: (row) => row.placeName },
        ]}
      />
    </>
  );
}
