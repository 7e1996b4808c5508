// Who is missing against the dated requirements, and whose time ends within six months.
import { usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { PageTitle, Section } from '../../platform/web/page.tsx';
import { useGo, usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { PostingRow, VacancyRow } from '../contract.ts';
import { pick, postingColumns } from './posting/posting-columns.tsx';
import './teams.css';

export default function VacanciesPage() {
  const t = useT();
  const go = useGo();
  const { place, to } = usePlacePeriod();
  const vacancies = usePages<VacancyRow>('/api/teams/vacancies', { place, on: to });
  const endings = usePages<PostingRow>('/api/teams/endings', { place, on: to });
  return (
    <>
      <PageTitle
        question={t('teams.page.vacancies.question')}
        time={t('teams.page.as_of', { day: to })}
      />
      <Section title={t('teams.vacancy.list')} note={t('teams.vacancy.note')}>
        <DataTable<VacancyRow>
          caption={t('teams.vacancy.list')}
          rows={vacancies.rows}
          rowKey={(row) => `${row.place}-${row.role}`}
          onOpen={(row) =>
            row.team ? go(`/teams/${row.team}`) : go('/teams', { place: row.place })
          }
          more={vacancies.more}
          pending={vacancies.pending}
          problem={vacancies.problem}
          onRetry={vacancies.retry}
          empty={{ why: t('teams.vacancy.none'), todo: t('teams.vacancy.none.todo') }}
          columns={[
            { key: 'place', title: t('teams.column.place'), cell: (row) => row.placeName },
            { key: 'county', title: t('teams.column.county'), cell: (row) => row.countyName },
            {
              key: 'tier',
              title: t('teams.column.tier'),
              cell: (row) => (row.tier ? t(`regions.tier_name.${row.tier}`) : ''),
            },
            {
              key: 'role',
              title: t('teams.column.role'),
              cell: (row) => t(`teams.role.${row.role}`),
            },
            {
              key: 'required',
              title: t('teams.column.required'),
              number: true,
              cell: (row) => row.required,
            },
            {
              key: 'posted',
              title: t('teams.column.posted'),
              number: true,
              cell: (row) => row.posted,
            },
            {
              key: 'missing',
              title: t('teams.column.missing'),
              number: true,
              cell: (row) => row.required - row.posted,
            },
            {
              key: 'document',
              title: t('teams.column.document'),
              cell: (row) => row.document,
              width: 22,
            },
          ]}
        />
      </Section>
      <Section title={t('teams.ending.list')} note={t('teams.ending.note')}>
        <DataTable<PostingRow>
          caption={t('teams.ending.list')}
          rows={endings.rows}
          rowKey={(row) => row.id}
          onOpen={(row) => go(`/teams/${row.team}`)}
          more={endings.more}
          pending={endings.pending}
          problem={endings.problem}
          onRetry={endings.retry}
          empty={{ why: t('teams.ending.none'), todo: t('teams.ending.none.todo') }}
          columns={pick(postingColumns(t, to), [
            'name',
            'role',
            'team',
            'organisation',
            'startsOn',
            'dueOn',
          ])}
        />
      </Section>
    </>
  );
}
