// Providers of single sign-on: add one, change it, switch it off.
import { useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import type { Provider, Providers } from '../../contract-sign-in.ts';
import '../own/own.css';
import { ProviderForm } from './provider-form.tsx';

export default function ProvidersPage() {
  const t = useT();
  const asked = useAsk<Providers>('/api/access/providers');
  const [open, setOpen] = useState<Provider | 'new'>();
  const maySet = asked.data?.maySet ?? false;
  const close = () => {
    setOpen(undefined);
    void asked.refetch();
  };
  return (
    <>
      <PageTitle
        question={t('access.providers.question')}
        actions={
          maySet && (
            <button type="button" className="main-button" onClick={() => setOpen('new')}>
              {t('access.providers.add')}
            </button>
          )
        }
      />
      <p className="section-note own-note">{t('access.providers.note')}</p>
      {asked.data && !maySet && (
        <p className="section-note own-note">
          {t('access.refusal.provider_above')} {t('access.refusal.provider_above.todo')}
        </p>
      )}
      <DataTable<Provider>
        caption={t('access.page.providers')}
        full
        rows={asked.data?.rows ?? []}
        rowKey={(row) => row.id}
        onOpen={maySet ? setOpen : undefined}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{
          why: t('access.providers.none'),
          ...(maySet ? { todo: t('access.providers.none.todo') } : {}),
        }}
        columns={[
          { key: 'name', title: t('access.providers.name'), cell: (row) => row.name },
          { key: 'id', title: t('access.providers.id'), cell: (row) => row.id },
          {
            key: 'issuer',
            title: t('access.providers.issuer'),
            cell: (row) => row.issuer,
            width: 30,
          },
          { key: 'client', title: t('access.providers.client'), cell: (row) => row.clientId },
          {
            key: 'secret',
            title: t('access.providers.secret'),
            cell: (row) =>
              t(row.hasSecret ? 'access.providers.kept' : 'access.providers.no_secret'),
          },
          {
            key: 'factors',
            title: t('access.providers.factors'),
            cell: (row) =>
              t(
                row.acr.length + row.amr.length > 0
                  ? 'access.providers.factors.theirs'
                  : 'access.providers.factors.ours',
              ),
          },
          ...(maySet
            ? [
                {
                  key: 'linked',
                  title: t('access.providers.linked'),
                  number: true,
                  cell: (row: Provider) => row.linked?.toLocaleString('en-US'),
                },
              ]
            : []),
          {
            key: 'enabled',
            title: t('access.providers.state'),
            cell: (row) => t(row.enabled ? 'access.providers.on' : 'access.providers.off'),
          },
        ]}
      />
      <Drawer
        open={open !== undefined}
        width={520}
        title={open === 'new' || !open ? t('access.providers.add') : open.name}
        onClose={() => setOpen(undefined)}
      >
        {open && <ProviderForm provider={open === 'new' ? null : open} onDone={close} />}
      </Drawer>
    </>
  );
}
