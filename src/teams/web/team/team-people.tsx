// The people of a team: in post by category, and those who left or are still to come.
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import { categories } from '../../codes.ts';
import type { PostingRow, TeamPage } from '../../contract.ts';
import { pick, postingColumns } from '../posting/posting-columns.tsx';

export function TeamPeople(props: {
  team: TeamPage;
  day: string;
  onPerson: (person: string) => void;
  onDo?: (deed: 'change' | 'end', posting: PostingRow) => void;
}) {
  const { team, day, onPerson, onDo } = props;
  const t = useT();
  const columns = postingColumns(t, day, onPerson);
  const deeds: Column<PostingRow>[] = onDo
    ? [
        {
          key: 'deeds',
          title: t('teams.column.deed'),
          width: 6,
          cell: (row) =>
            row.endsOn === null && (
              <span className="deeds">
                <button type="button" className="text-button" onClick={() => onDo('change', row)}>
                  {t('teams.form.posting.change')}
                </button>
                <button type="button" className="text-button" onClick={() => onDo('end', row)}>
                  {t('teams.form.posting.end')}
                </button>
              </span>
            ),
        },
      ]
    : [];
  return (
    <>
      {categories.map((category) => {
        const rows = team.roster.filter((row) => row.category === category);
        if (rows.length === 0 && category !== 'cadre') return null;
        return (
          <Section
            key={category}
            title={t(`teams.category.${category}`)}
            note={t('teams.team.roster.count', {
              count: new Set(rows.map((row) => row.person)).size,
            })}
          >
            <DataTable<PostingRow>
              caption={t(`teams.category.${category}`)}
              full
              rows={rows}
              rowKey={(row) => row.id}
              empty={{ why: t('teams.team.roster.none'), todo: t('teams.team.roster.none.todo') }}
              columns={[
                ...pick(columns, [
                  'name',
                  'role',
                  'organisation',
                  'person',
                  'village',
                  'townPost',
                  'startsOn',
                  'dueOn',
                ]),
                ...deeds,
              ]}
            />
          </Section>
        );
      })}
      {team.others.length > 0 && (
        <Section title={t('teams.team.others')}>
          <DataTable<PostingRow>
            caption={t('teams.team.others')}
            rows={team.others}
            rowKey={(row) => row.id}
            columns={pick(columns, [
              'name',
              'category',
              'role',
              'organisation',
              'startsOn',
              'endsOn',
              'endReason',
            ])}
          />
        </Section>
      )}
    </>
  );
}
