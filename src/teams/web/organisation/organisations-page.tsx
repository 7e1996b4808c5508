// Sending units: found by name, spelling or credit code.
import { useDeferredValue } from 'react';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { useFilter, useGo } from '../../../platform/web/use-address.tsx';
import type { OrganisationRow } from '../../contract-organisations.ts';
import { useDeeds } from '../use-deeds.ts';
import { Warnings } from '../warnings.tsx';
import { EnterUnitForm } from './enter-unit.tsx';
import '../teams.css';

export default function OrganisationsPage() {
  const t = useT();
  const go = useGo();
  const may = useMay('teams.write');
  const [q, setQ] = useFilter('q');
  const { doing, begin, close, done, said } = useDeeds<'enter'>();
  const wanted = useDeferredValue(q.trim());
  const asked = usePages<OrganisationRow>('/api/teams/organisations', wanted ? { q: wanted } : {});
  return (
    <>
      <PageTitle
        question={t('teams.page.organisations.question')}
        actions={
          may ? (
            <button type="button" className="plain-button" onClick={() => begin('enter')}>
              {t('teams.form.unit')}
            </button>
          ) : null
        }
      />
      <Warnings title={t('teams.form.done')} all={said} />
      <div className="filters">
        <input
          className="text-input wide-input"
          type="search"
          aria-label={t('teams.filter.search')}
          placeholder={t('teams.filter.search')}
          maxLength={80}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      <DataTable<OrganisationRow>
        caption={t('teams.page.organisations')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        onOpen={(row) => go(`/teams/organisations/${row.id}`)}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('teams.organisation.none'), todo: t('teams.organisation.none.todo') }}
        columns={[
          { key: 'name', title: t('teams.column.title'), cell: (row) => row.name },
          {
            key: 'kind',
            title: t('teams.column.kind'),
            cell: (row) => t(`teams.organisation_kind.${row.kind}`),
          },
          {
            key: 'level',
            title: t('teams.column.level'),
            cell: (row) => t(`teams.organisation_level.${row.level}`),
          },
          { key: 'home', title: t('teams.column.home'), cell: (row) => row.homeName },
          {
            key: 'creditCode',
            title: t('teams.column.creditCode'),
            cell: (row) => <span className="digits">{row.creditCode ?? ''}</span>,
          },
          {
            key: 'validTo',
            title: t('teams.column.validTo'),
            cell: (row) =>
              row.validTo
                ? t('teams.organisation.merged', { day: row.validTo })
                : t('teams.organisation.current'),
          },
        ]}
      />
      <Drawer open={doing === 'enter'} title={t('teams.form.unit')} onClose={close}>
        <EnterUnitForm
          onDone={(answer, name) => {
            done(answer);
            setQ(name);
          }}
          onCancel={close}
        />
      </Drawer>
    </>
  );
}
