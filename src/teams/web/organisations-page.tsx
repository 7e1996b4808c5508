// Sending units: found by name, spelling or credit code.
import { useDeferredValue, useState } from 'react';
import { usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { useGo } from '../../platform/web/use-address.tsx';
import type { OrganisationRow } from '../contract.ts';
import './teams.css';

export default function OrganisationsPage() {
  const t = useT();
  const go = useGo();
  const [q, setQ] = useState('');
  const wanted = useDeferredValue(q.trim());
  const asked = usePages<OrganisationRow>('/api/teams/organisations', wanted ? { q: wanted } : {});
  return (
    <>
      <PageTitle question={t('teams.page.organisations.question')} />
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
          { key: 'name', title: t('teams.column.name'), cell: (row) => row.name },
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
    </>
  );
}
