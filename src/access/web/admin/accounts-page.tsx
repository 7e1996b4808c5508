// Accounts of a place and everything in it; one opens beside the list, and new ones are made here.
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { type AccountRow, accountStates, type Invited } from '../../contract-accounts.ts';
import { roleNames } from '../../roles.ts';
import { minuteOf } from '../own/minute.ts';
import { AccountDrawer } from './account/account-drawer.tsx';
import { MakeAccountForm } from './forms/make-account.tsx';
import { SheetForm } from './forms/sheet-form.tsx';
import { HomeName } from './home-name.tsx';
import { InvitationLinks } from './invitation-links.tsx';
import { SearchFilter } from './search-filter.tsx';
import './admin.css';

/** What is open beside the list, other than an account of it. */
type Doing = { deed: 'make' | 'sheet' } | { deed: 'links'; links: Invited };

export default function AccountsPage() {
  const t = useT();
  const may = useMay('access.accounts');
  const queries = useQueryClient();
  const { place } = usePlacePeriod();
  const [q, setQ] = useFilter('q');
  const [role, setRole] = useFilter('role');
  const [state, setState] = useFilter('state');
  const [account, setAccount] = useFilter('account');
  const [doing, setDoing] = useState<Doing>();
  const search = useCallback((text: string) => setQ(text), [setQ]);
  const asked = usePages<AccountRow>('/api/access/accounts', { place, q, role, state });
  const close = () => setDoing(undefined);
  const made = (links: Invited) => {
    setDoing({ deed: 'links', links });
    void queries.invalidateQueries();
  };
  return (
    <>
      <PageTitle
        question={t('access.accounts.question')}
        actions={
          may && (
            <>
              <button
                type="button"
                className="plain-button"
                onClick={() => setDoing({ deed: 'sheet' })}
              >
                {t('access.accounts.sheet')}
              </button>
              <button
                type="button"
                className="main-button"
                onClick={() => setDoing({ deed: 'make' })}
              >
                {t('access.accounts.make')}
              </button>
            </>
          )
        }
      />
      <div className="filters">
        <SearchFilter label={t('access.admin.search')} value={q} onChange={search} />
        <ChoiceFilter
          label={t('access.admin.role')}
          value={role}
          onChange={setRole}
          choices={roleNames.map((value) => ({ value, label: t(`access.role.${value}`) }))}
        />
        <ChoiceFilter
          label={t('access.admin.state')}
          value={state}
          onChange={setState}
          choices={accountStates.map((value) => ({
            value,
            label: t(`access.account_state.${value}`),
          }))}
        />
      </div>
      <DataTable<AccountRow>
        caption={t('access.page.accounts')}
        columns={columnsOf(t)}
        rows={asked.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => setAccount(row.id)}
        openKey={account}
        needsAction={(row) => row.state === 'refused'}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('access.accounts.none'), todo: t('access.accounts.none.todo') }}
      />
      <AccountDrawer id={account} onClose={() => setAccount('')} />
      <Drawer open={doing?.deed === 'make'} title={t('access.accounts.make')} onClose={close}>
        <MakeAccountForm onDone={made} onCancel={close} />
      </Drawer>
      <Drawer
        open={doing?.deed === 'sheet'}
        title={t('access.accounts.sheet')}
        onClose={close}
        width={960}
      >
        <SheetForm onDone={made} />
      </Drawer>
      <Drawer open={doing?.deed === 'links'} title={t('access.links.title')} onClose={close}>
        {doing?.deed === 'links' && <InvitationLinks links={doing.links} waiting onDone={close} />}
      </Drawer>
    </>
  );
}

const columnsOf = (t: T): Column<AccountRow>[] => [
  { key: 'displayName', title: t('access.admin.display_name'), cell: (row) => row.displayName },
  { key: 'name', title: t('access.admin.name'), cell: (row) => row.name },
  { key: 'role', title: t('access.admin.role'), cell: (row) => t(`access.role.${row.role}`) },
  { key: 'home', title: t('access.admin.home'), cell: (row) => <HomeName {...row} /> },
  {
    key: 'state',
    title: t('access.admin.state'),
    cell: (row) => t(`access.account_state.${row.state}`),
  },
  {
    key: 'used',
    title: t('access.admin.last_used'),
    cell: (row) =>
      row.lastUsedAt ? <time>{minuteOf(row.lastUsedAt)}</time> : t('access.admin.never'),
  },
];
