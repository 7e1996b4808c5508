// Where a team stands: what the rules ask, and the villages.
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { TeamPage } from '../../contract.ts';

export function TeamPlace({ team }: { team: TeamPage }) {
  const t = useT();
  return (
    <>
      <Section title={t('teams.team.needs')}>
        <DataTable<TeamPage['needs'][number]>
          caption={t('teams.team.needs')}
          rows={team.needs}
          rowKey={(row) => row.role}
          needsAction={(row) => row.posted < row.required}
          empty={{ why: t('teams.team.needs.none') }}
          columns={[
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
              cell: (row) => Math.max(0, row.required - row.posted),
            },
            {
              key: 'document',
              title: t('teams.column.document'),
              cell: (row) => row.document,
              width: 30,
            },
          ]}
        />
      </Section>
      <Section title={t('teams.team.villages')}>
        <DataTable<TeamPage['villages'][number]>
          caption={t('teams.team.villages')}
          rows={team.villages}
          rowKey={(row) => row.key}
          needsAction={(row) => row.needsSecretary && row.secretaries.length === 0}
          columns={[
            { key: 'village', title: t('teams.column.village'), cell: (row) => row.name },
            {
              key: 'flags',
              title: t('teams.column.flags'),
              cell: (row) =>
                row.flags.map((one) => t(`regions.flag_name.${one}`)).join(t('teams.list.and')),
            },
            {
              key: 'secretary',
              title: t('teams.column.secretary'),
              cell: (row) =>
                row.secretaries.map((one) => one.name).join(t('teams.list.and')) ||
                (row.needsSecretary ? t('teams.team.village.needs') : ''),
            },
          ]}
        />
      </Section>
    </>
  );
}
