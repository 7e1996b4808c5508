// Browsers the account is known from: what strangers try elsewhere does not lock it here.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { Device } from '../../contract-sign-in.ts';
import { useDoing } from '../steps/use-doing.tsx';
import { browserName } from './browser-name.ts';
import { minuteOf } from './minute.ts';

export function Browsers() {
  const t = useT();
  const queries = useQueryClient();
  const doing = useDoing();
  const url = '/api/access/own/devices';
  const asked = useAsk<{ rows: Device[] }>(url);
  return (
    <Section title={t('access.own.devices')} note={t('access.own.devices.note')}>
      {doing.problem}
      <DataTable<Device>
        caption={t('access.own.devices')}
        full
        rows={asked.data?.rows ?? []}
        rowKey={(row) => row.id}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{ why: t('access.own.devices.none'), todo: t('access.own.devices.none.todo') }}
        columns={[
          {
            key: 'browser',
            title: t('access.own.browser'),
            cell: (row) =>
              [
                browserName(row.agent) || t('access.own.browser.unknown'),
                row.current && t('access.own.this_one'),
              ]
                .filter(Boolean)
                .join(' · '),
          },
          {
            key: 'made',
            title: t('access.own.made_at'),
            cell: (row) => <time>{minuteOf(row.madeAt)}</time>,
          },
          {
            key: 'used',
            title: t('access.own.used_at'),
            cell: (row) => <time>{minuteOf(row.usedAt)}</time>,
          },
          {
            key: 'forget',
            title: t('access.own.do'),
            cell: (row) => (
              <button
                type="button"
                className="text-button row-button"
                disabled={doing.busy}
                onClick={() =>
                  void doing.run(async () => {
                    await send('POST', `${url}/${row.id}/forget`);
                    await queries.invalidateQueries();
                  })
                }
              >
                {t('access.own.devices.forget')}
              </button>
            ),
          },
        ]}
      />
    </Section>
  );
}
