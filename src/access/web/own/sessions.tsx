// Where the account is signed in now; one session or all others are ended at once.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { OwnSession } from '../../contract-sign-in.ts';
import { useDoing } from '../steps/use-doing.tsx';
import { browserName } from './browser-name.ts';
import { minuteOf } from './minute.ts';

export function Sessions() {
  const t = useT();
  const queries = useQueryClient();
  const doing = useDoing();
  const url = '/api/access/own/sessions';
  const asked = useAsk<{ rows: OwnSession[] }>(url);
  const rows = asked.data?.rows ?? [];
  const end = (what: string) =>
    void doing.run(async () => {
      await send('POST', `${url}/${what}`);
      await queries.invalidateQueries();
    });
  return (
    <Section
      title={t('access.own.sessions')}
      note={t('access.own.sessions.note')}
      tools={
        rows.length > 1 && (
          <button
            type="button"
            className="plain-button"
            disabled={doing.busy}
            onClick={() => end('end-others')}
          >
            {t('access.own.sessions.end_others')}
          </button>
        )
      }
    >
      {doing.problem}
      <DataTable<OwnSession>
        caption={t('access.own.sessions')}
        full
        rows={rows}
        rowKey={(row) => row.id}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        columns={[
          {
            key: 'browser',
            title: t('access.own.browser'),
            cell: (row) => browserName(row.agent) || t('access.own.browser.unknown'),
          },
          { key: 'address', title: t('access.own.address'), cell: (row) => row.address ?? '' },
          {
            key: 'by',
            title: t('access.own.signed_by'),
            cell: (row) => t(`access.own.by.${row.signedBy}`),
          },
          {
            key: 'opened',
            title: t('access.own.opened_at'),
            cell: (row) => <time>{minuteOf(row.openedAt)}</time>,
          },
          {
            key: 'seen',
            title: t('access.own.seen_at'),
            cell: (row) => <time>{minuteOf(row.seenAt)}</time>,
          },
          {
            key: 'end',
            title: t('access.own.do'),
            cell: (row) =>
              row.current ? (
                t('access.own.this_one')
              ) : (
                <button
                  type="button"
                  className="text-button row-button"
                  disabled={doing.busy}
                  onClick={() => end(`${row.id}/end`)}
                >
                  {t('access.own.sessions.end')}
                </button>
              ),
          },
        ]}
      />
    </Section>
  );
}
