// Links that were made and not used yet: made anew, or taken back.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { InvitationRow, Invited } from '../../contract-accounts.ts';
import { minuteOf } from '../own/minute.ts';
import { HomeName } from './home-name.tsx';
import { InvitationLinks } from './invitation-links.tsx';
import './admin.css';

type Doing = { deed: 'invite' | 'revoke'; row: InvitationRow } | { deed: 'links'; links: Invited };

export default function InvitationsPage() {
  const t = useT();
  const may = useMay('access.accounts');
  const { account } = useSession();
  const queries = useQueryClient();
  const { place } = usePlacePeriod();
  const [doing, setDoing] = useState<Doing>();
  const asked = usePages<InvitationRow>('/api/access/invitations', { place });
  const close = () => setDoing(undefined);
  const done = (made?: Invited) => {
    setDoing(made && { deed: 'links', links: made });
    void queries.invalidateQueries();
  };
  return (
    <>
      <PageTitle question={t('access.invitations.question')} />
      <DataTable<InvitationRow>
        caption={t('access.page.invitations')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        needsAction={(row) => row.expired}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('access.invitations.none'), todo: t('access.invitations.none.todo') }}
        columns={[
          ...columnsOf(t),
          ...(may ? [deedsColumn(t, account.id, (deed, row) => setDoing({ deed, row }))] : []),
        ]}
      />
      <Drawer
        open={doing !== undefined}
        title={doing && 'row' in doing ? doing.row.displayName : t('access.links.title')}
        onClose={close}
      >
        {doing?.deed === 'links' && <InvitationLinks links={doing.links} onDone={close} />}
        {doing && 'row' in doing && (
          <LinkForm deed={doing.deed} row={doing.row} onDone={done} onCancel={close} />
        )}
      </Drawer>
    </>
  );
}

function LinkForm(props: {
  deed: 'invite' | 'revoke';
  row: InvitationRow;
  onDone: (made?: Invited) => void;
  onCancel: () => void;
}) {
  const { deed, row, onDone, onCancel } = props;
  const t = useT();
  const form = useForm(`access.do.${deed}:${row.id}`, {}, () => ({}));
  return (
    <Form
      form={form}
      verb={t(deed === 'invite' ? 'access.do.invite_again' : 'access.do.revoke.submit')}
      send={(_, id) =>
        deed === 'invite'
          ? send<Partial<Invited>>('POST', '/api/access/invitations', { accounts: [row.account] })
          : send<Partial<Invited>>(
              'POST',
              `/api/access/invitations/${row.id}/revoke`,
              undefined,
              id,
            )
      }
      onDone={({ rows }) => onDone(rows ? { rows } : undefined)}
      onCancel={onCancel}
    >
      <p className="admin-lead">{t(`access.do.${deed}.note`)}</p>
    </Form>
  );
}

const columnsOf = (t: T): Column<InvitationRow>[] => [
  { key: 'displayName', title: t('access.admin.display_name'), cell: (row) => row.displayName },
  { key: 'name', title: t('access.admin.name'), cell: (row) => row.name },
  { key: 'role', title: t('access.admin.role'), cell: (row) => t(`access.role.${row.role}`) },
  { key: 'home', title: t('access.admin.home'), cell: (row) => <HomeName {...row} /> },
  {
    key: 'purpose',
    title: t('access.invitations.purpose'),
    cell: (row) => t(row.resets ? 'access.invitations.reset' : 'access.invitations.first'),
  },
  {
    key: 'made',
    title: t('access.invitations.made'),
    cell: (row) => <time>{minuteOf(row.madeAt)}</time>,
  },
  {
    key: 'until',
    title: t('access.invitations.until'),
    cell: (row) =>
      row.expired
        ? t('access.invitations.expired', { when: minuteOf(row.expiresAt) })
        : minuteOf(row.expiresAt),
  },
];

const deedsColumn = (
  t: T,
  own: string,
  onDo: (deed: 'invite' | 'revoke', row: InvitationRow) => void,
): Column<InvitationRow> => ({
  key: 'deeds',
  title: t('access.admin.deeds'),
  cell: (row) =>
    row.account !== own && (
      <span className="admin-row-deeds">
        <button type="button" className="text-button" onClick={() => onDo('invite', row)}>
          {t('access.do.invite_again')}
        </button>
        <button type="button" className="text-button" onClick={() => onDo('revoke', row)}>
          {t('access.do.revoke')}
        </button>
      </span>
    ),
});
