// Notices: who looks, by which number, at which places, until when.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { NoticeRow } from '../../contract-notices.ts';
import { AddNoticeForm } from './add-notice.tsx';
import { useDeed } from './use-deed.ts';
import './notices.css';

export default function NoticesPage() {
  const t = useT();
  const queries = useQueryClient();
  const { today } = useSession();
  const asked = useAsk<{ rows: NoticeRow[] }>('/api/access/notices');
  const [adding, setAdding] = useState(false);
  const deed = useDeed((id) => send('POST', `/api/access/notices/${id}/end`));
  return (
    <>
      <PageTitle
        question={t('access.page.notices.question')}
        time={today}
        actions={
          <button type="button" className="main-button" onClick={() => setAdding(true)}>
            {t('access.notice.add')}
          </button>
        }
      />
      <p className="section-note notice-lead">{t('access.page.notices.note')}</p>
      {deed.problem}
      <DataTable<NoticeRow>
        caption={t('access.page.notices')}
        rows={asked.data?.rows ?? []}
        rowKey={(row) => row.id}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{ why: t('access.notice.none'), todo: t('access.notice.none.todo') }}
        columns={[
          { key: 'number', title: t('access.notice.number'), cell: (row) => row.number, width: 12 },
          {
            key: 'kind',
            title: t('access.notice.kind'),
            cell: (row) => t(`access.notice_kind.${row.kind}`),
          },
          { key: 'organ', title: t('access.notice.organ'), cell: (row) => row.organ, width: 12 },
          {
            key: 'subject',
            title: t('access.notice.subject'),
            cell: (row) => row.subject,
            width: 12,
          },
          {
            key: 'places',
            title: t('access.notice.places'),
            cell: (row) => row.places.map((p) => p.name).join(t('access.notice.and')),
          },
          {
            key: 'days',
            title: t('access.notice.days'),
            cell: (row) =>
              t('access.notice.from_to', { from: row.startsOn, to: row.endedOn ?? row.endsOn }),
            width: 11,
          },
          {
            key: 'people',
            title: t('access.notice.people'),
            cell: (row) => row.people.join(t('access.notice.and')),
            width: 10,
          },
          {
            key: 'state',
            title: t('access.notice.state'),
            cell: (row) => (
              <>
                {t(`access.notice.state.${row.state}`)}{' '}
                {row.mayEnd && row.state !== 'over' && (
                  <button
                    type="button"
                    className="text-button"
                    disabled={deed.busy}
                    onClick={() => void deed.run(row.id)}
                  >
                    {t('access.notice.end')}
                  </button>
                )}
              </>
            ),
          },
        ]}
      />
      <Drawer open={adding} title={t('access.notice.add')} onClose={() => setAdding(false)}>
        <AddNoticeForm
          onDone={() => {
            setAdding(false);
            void queries.invalidateQueries();
          }}
          onCancel={() => setAdding(false)}
        />
      </Drawer>
    </>
  );
}
