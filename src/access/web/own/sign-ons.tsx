// Providers of single sign-on the own account is linked to, and linking with another.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { OwnSignOn, OwnSignOns } from '../../contract-sign-in.ts';
import { beginLink } from '../sign-on/sign-on.ts';
import { useDoing } from '../steps/use-doing.tsx';
import { minuteOf } from './minute.ts';

export function SignOns() {
  const t = useT();
  const queries = useQueryClient();
  const doing = useDoing();
  const url = '/api/access/own/sign-ons';
  const asked = useAsk<OwnSignOns>(url);
  const mayLink = asked.data?.mayLink ?? false;
  return (
    <Section
      title={t('access.own.sign_ons')}
      note={t(asked.data && !mayLink ? 'access.own.sign_ons.not_you' : 'access.own.sign_ons.note')}
    >
      {doing.problem}
      <DataTable<OwnSignOn>
        caption={t('access.own.sign_ons')}
        full
        rows={asked.data?.rows ?? []}
        rowKey={(row) => row.provider}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{ why: t('access.own.sign_ons.none'), todo: t('access.own.sign_ons.none.todo') }}
        columns={[
          { key: 'name', title: t('access.own.sign_ons.name'), cell: (row) => row.name },
          {
            key: 'linked',
            title: t('access.own.sign_ons.linked'),
            cell: (row) =>
              row.linkedAt ? (
                <time>{minuteOf(row.linkedAt)}</time>
              ) : (
                t('access.own.sign_ons.not_linked')
              ),
          },
          {
            key: 'do',
            title: t('access.own.do'),
            cell: (row) =>
              row.linkedAt ? (
                <button
                  type="button"
                  className="text-button row-button"
                  disabled={doing.busy}
                  onClick={() =>
                    void doing.run(async () => {
                      await send('POST', `${url}/${row.provider}/unlink`);
                      await queries.invalidateQueries();
                    })
                  }
                >
                  {t('access.own.sign_ons.unlink')}
                </button>
              ) : (
                mayLink && (
                  <button
                    type="button"
                    className="text-button row-button"
                    disabled={doing.busy}
                    onClick={() =>
                      void doing.run(() =>
                        beginLink(row.provider, `/account${window.location.search}`),
                      )
                    }
                  >
                    {t('access.own.sign_ons.link')}
                  </button>
                )
              ),
          },
        ]}
      />
    </Section>
  );
}
