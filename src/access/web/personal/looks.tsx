// Who looked at hidden details of somebody, when and why.
import type { UseQueryResult } from '@tanstack/react-query';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { Looks as Answer, Look, OwnLooks as Own } from '../../personal/contract.ts';
import { minuteOf } from '../own/minute.ts';

/** Of a person of the own area, for who may look too. */
export function LooksOf({ person }: { person: string }) {
  const t = useT();
  const asked = useAsk<Answer>('/api/access/looks', { person });
  return <Table title={t('access.personal.looks')} asked={asked} />;
}

/** Of the person the account is; nothing where it is none. */
export function OwnLooks() {
  const t = useT();
  const asked = useAsk<Own>('/api/access/own/looks');
  if (!asked.data?.tied) return null;
  return (
    <Table title={t('access.personal.own')} note={t('access.personal.own.note')} asked={asked} />
  );
}

function Table(props: { title: string; note?: string; asked: UseQueryResult<Answer> }) {
  const { title, note, asked } = props;
  const t = useT();
  const rows = (asked.data?.rows ?? []).map((row, at) => ({ ...row, key: String(at) }));
  return (
    <Section title={title} {...(note ? { note } : {})}>
      <DataTable<Look & { key: string }>
        caption={title}
        rows={rows}
        rowKey={(row) => row.key}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{ why: t('access.personal.looks.none'), todo: '' }}
        columns={[
          {
            key: 'at',
            title: t('access.personal.at'),
            cell: (row) => <time>{minuteOf(row.at)}</time>,
            width: 9,
          },
          {
            key: 'who',
            title: t('access.personal.who'),
            cell: (row) =>
              t('access.personal.who.of', { name: row.name, role: t(`access.role.${row.role}`) }),
          },
          {
            key: 'what',
            title: t('access.personal.what'),
            cell: (row) =>
              t('access.personal.what.of', {
                kind: t(`access.look_kind.${row.kind}`),
                field: t(row.field),
              }),
          },
          { key: 'why', title: t('access.personal.why'), cell: (row) => row.reason },
        ]}
      />
    </Section>
  );
}
