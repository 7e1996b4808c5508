// What was lately done with the account, refused tries included: so that somebody else's hand is noticed.
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { OwnDeed } from '../../contract-sign-in.ts';
import { minuteOf } from './minute.ts';

export function OwnDeeds() {
  const t = useT();
  const asked = useAsk<{ rows: OwnDeed[] }>('/api/access/own/audit');
  const rows = (asked.data?.rows ?? []).map((row, at) => ({ ...row, key: String(at) }));
  return (
    <Section title={t('access.own.deeds')} note={t('access.own.deeds.note')}>
      <DataTable<OwnDeed & { key: string }>
        caption={t('access.own.deeds')}
        rows={rows}
        rowKey={(row) => row.key}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        needsAction={(row) => !row.done}
        columns={[
          {
            key: 'at',
            title: t('access.own.at'),
            cell: (row) => <time>{minuteOf(row.at)}</time>,
          },
          {
            key: 'deed',
            title: t('access.own.deed_title'),
            cell: (row) => t(`access.own.deed.${row.deed}`),
          },
          {
            key: 'outcome',
            title: t('access.own.outcome'),
            cell: (row) =>
              row.done
                ? t('access.own.done')
                : row.why
                  ? t('access.own.refused_why', { why: t(row.why) })
                  : t('access.own.refused'),
          },
        ]}
      />
    </Section>
  );
}
