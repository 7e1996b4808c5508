// Wider scopes taken in an emergency: one's own, and those of the levels below to take note of.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import type { Emergencies, EmergencyRow } from '../../contract-notices.ts';
import { sessionKey } from '../sign-in.ts';
import { minuteOf } from './minute.ts';
import { TakeEmergencyForm } from './take-emergency.tsx';
import { useDeed } from './use-deed.ts';
import './notices.css';

export default function EmergenciesPage() {
  const t = useT();
  const queries = useQueryClient();
  const asked = useAsk<Emergencies>('/api/access/emergencies');
  const [taking, setTaking] = useState(false);
  const end = useDeed(async (id) => {
    await send('POST', `/api/access/emergencies/${id}/end`);
    await queries.invalidateQueries({ queryKey: sessionKey });
  });
  const acknowledge = useDeed((id) => send('POST', `/api/access/emergencies/${id}/acknowledge`));
  return (
    <>
      <PageTitle
        question={t('access.page.emergencies.question')}
        actions={
          <button type="button" className="main-button" onClick={() => setTaking(true)}>
            {t('access.emergency.take')}
          </button>
        }
      />
      <p className="section-note notice-lead">{t('access.page.emergencies.note')}</p>
      {end.problem ?? acknowledge.problem}
      <DataTable<EmergencyRow>
        caption={t('access.page.emergencies')}
        rows={asked.data?.rows ?? []}
        rowKey={(row) => row.id}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        needsAction={(row) => !row.own && row.acknowledgedAt === null}
        empty={{ why: t('access.emergency.none'), todo: t('access.emergency.none.todo') }}
        columns={[
          { key: 'person', title: t('access.emergency.person'), cell: (row) => row.person },
          { key: 'place', title: t('access.emergency.place'), cell: (row) => row.place.name },
          {
            key: 'reason',
            title: t('access.emergency.reason'),
            cell: (row) => row.reason,
            width: 24,
          },
          {
            key: 'time',
            title: t('access.emergency.time'),
            cell: (row) =>
              t('access.notice.from_to', {
                from: minuteOf(row.startsAt),
                to: minuteOf(row.endedAt ?? row.endsAt),
              }),
            width: 14,
          },
          {
            key: 'above',
            title: t('access.emergency.above'),
            cell: (row) =>
              row.acknowledgedAt
                ? t('access.emergency.acknowledged', {
                    who: row.acknowledgedBy ?? '',
                    at: minuteOf(row.acknowledgedAt),
                  })
                : t('access.emergency.waiting', { place: row.above.name }),
            width: 16,
          },
          {
            key: 'state',
            title: t('access.notice.state'),
            cell: (row) => (
              <>
                {t(`access.emergency.state.${row.state}`)}{' '}
                {row.state === 'in_force' && (
                  <button
                    type="button"
                    className="text-button"
                    disabled={end.busy}
                    onClick={() => void end.run(row.id)}
                  >
                    {t('access.emergency.end')}
                  </button>
                )}{' '}
                {!row.own && row.acknowledgedAt === null && (
                  <button
                    type="button"
                    className="text-button"
                    disabled={acknowledge.busy}
                    onClick={() => void acknowledge.run(row.id)}
                  >
                    {t('access.emergency.acknowledge')}
                  </button>
                )}
              </>
            ),
          },
        ]}
      />
      <Drawer open={taking} title={t('access.emergency.take')} onClose={() => setTaking(false)}>
        <TakeEmergencyForm
          onDone={() => {
            setTaking(false);
            void queries.invalidateQueries();
          }}
          onCancel={() => setTaking(false)}
        />
      </Drawer>
    </>
  );
}
