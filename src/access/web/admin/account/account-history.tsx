// Where an account looks today, and what was asked and decided about it.
import { DataTable } from '../../../../platform/web/data-table.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import { Section } from '../../../../platform/web/page.tsx';
import type { AccountPage } from '../../../contract-accounts.ts';
import { minuteOf } from '../../own/minute.ts';
import { ByWhom } from '../home-name.tsx';

type PlaceSeen = AccountPage['places'][number];
type Request = AccountPage['requests'][number];

export function AccountPlaces({ account }: { account: AccountPage }) {
  const t = useT();
  return (
    <Section title={t('access.account.places')} note={t('access.account.places.note')}>
      <DataTable<PlaceSeen>
        caption={t('access.account.places')}
        rows={account.places}
        rowKey={(row) => row.key}
        full
        empty={{
          why: t('access.account.places.none'),
          todo: t('access.account.places.none.todo'),
        }}
        columns={[
          { key: 'place', title: t('access.account.place'), cell: (row) => row.name },
          {
            key: 'source',
            title: t('access.account.source'),
            cell: (row) => t(`access.place_source.${row.source}`),
          },
        ]}
      />
    </Section>
  );
}

export function AccountHistory({ account }: { account: AccountPage }) {
  const t = useT();
  return (
    <Section title={t('access.account.history')}>
      <DataTable<Request>
        caption={t('access.account.history')}
        rows={account.requests}
        rowKey={(row) => row.id}
        full
        empty={{ why: t('access.account.history.none') }}
        columns={[
          {
            key: 'kind',
            title: t('access.grants.kind'),
            cell: (row) => t(`access.grant_kind.${row.kind}`),
          },
          {
            key: 'rights',
            title: t('access.account.history.what'),
            cell: (row) => row.why ?? `${t(`access.role.${row.role}`)} · ${row.homeName}`,
            width: 14,
          },
          {
            key: 'asked',
            title: t('access.account.asked'),
            cell: (row) => <ByWhom who={row.askedBy} when={minuteOf(row.askedAt)} />,
            width: 16,
          },
          {
            key: 'outcome',
            title: t('access.account.outcome'),
            cell: (row) =>
              row.reason
                ? t('access.account.refused_because', { reason: row.reason })
                : row.kind === 'factor' && row.state === 'granted'
                  ? t('access.grants.factor.done')
                  : t(`access.grant_state.${row.state}`),
            width: 14,
          },
          {
            key: 'decided',
            title: t('access.account.decided'),
            cell: (row) =>
              row.decidedAt ? <ByWhom who={row.decidedBy} when={minuteOf(row.decidedAt)} /> : '',
            width: 16,
          },
        ]}
      />
    </Section>
  );
}
