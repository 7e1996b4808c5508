// One account: its rights, what it sees, how it is used, what was asked and decided, and what can be done with it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAsk } from '../../../../platform/web/ask.ts';
import { Drawer } from '../../../../platform/web/drawer.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import { Answer } from '../../../../platform/web/page.tsx';
import { useMay } from '../../../../platform/web/session.ts';
import type { AccountPage, Invited } from '../../../contract-accounts.ts';
import { InvitationLinks } from '../invitation-links.tsx';
import { type Deed, DeedForm, deedsFor } from './account-deeds.tsx';
import { AccountFacts } from './account-facts.tsx';
import { AccountHistory, AccountPlaces } from './account-history.tsx';

export function AccountDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useT();
  const asked = useAsk<AccountPage>(id ? `/api/access/accounts/${id}` : undefined);
  return (
    <Drawer
      open={id !== ''}
      title={asked.data?.displayName ?? t('access.page.accounts')}
      onClose={onClose}
    >
      <Answer of={asked}>{(account) => <OneAccount key={id} account={account} />}</Answer>
    </Drawer>
  );
}

function OneAccount({ account }: { account: AccountPage }) {
  const t = useT();
  const may = useMay('access.accounts');
  const queries = useQueryClient();
  const [deed, setDeed] = useState<Deed>();
  const [links, setLinks] = useState<Invited>();
  const done = (made?: Invited) => {
    setDeed(undefined);
    setLinks(made);
    void queries.invalidateQueries();
  };
  if (links)
    return (
      <InvitationLinks
        links={links}
        waiting={account.grantedAt === null}
        onDone={() => setLinks(undefined)}
      />
    );
  if (deed)
    return (
      <DeedForm deed={deed} account={account} onDone={done} onCancel={() => setDeed(undefined)} />
    );
  return (
    <>
      <AccountFacts account={account} />
      {may && account.own && <p className="admin-lead">{t('access.account.own')}</p>}
      {may && !account.own && (
        <div className="admin-deeds">
          {deedsFor(account).map((one) => (
            <button key={one} type="button" className="plain-button" onClick={() => setDeed(one)}>
              {t(`access.do.${one}`)}
            </button>
          ))}
        </div>
      )}
      <AccountPlaces account={account} />
      <AccountHistory account={account} />
    </>
  );
}
