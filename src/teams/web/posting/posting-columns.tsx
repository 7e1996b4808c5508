// How a posting shows in any list: the same columns, chosen by the page.
import type { T } from '../../../platform/web/i18n.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { PostingRow } from '../../contract.ts';

/** Age, education and rank in one line; what is not known is left out. */
export function personLine(row: PostingRow, day: string, t: T): string {
  return [
    row.bornIn === null ? '' : t('teams.team.born', { age: Number(day.slice(0, 4)) - row.bornIn }),
    row.education ? t(`teams.education.${row.education}`) : '',
    row.rank ? t(`teams.rank.${row.rank}`) : '',
    row.partyMember ? t('teams.team.party') : '',
  ]
    .filter(Boolean)
    .join(t('teams.list.comma'));
}

/** @param onPerson opens the person's record; without it a name is no button */
export function postingColumns(
  t: T,
  day: string,
  onPerson?: (person: string) => void,
): Record<string, Column<PostingRow>> {
  const nameOf = (row: PostingRow) =>
    row.main ? row.name : `${row.name}${t('teams.list.note', { note: t('teams.team.second') })}`;
  return {
    name: {
      key: 'name',
      title: t('teams.column.name'),
      cell: (row) =>
        onPerson ? (
          <button
            type="button"
            className="row-open"
            aria-label={t('teams.person.open', { name: nameOf(row) })}
            onClick={() => onPerson(row.person)}
          >
            {nameOf(row)}
          </button>
        ) : (
          nameOf(row)
        ),
    },
    category: {
      key: 'category',
      title: t('teams.column.category'),
      cell: (row) => t(`teams.category.${row.category}`),
    },
    role: {
      key: 'role',
      title: t('teams.column.role'),
      cell: (row) => t(`teams.role.${row.role}`),
      width: 6,
    },
    organisation: {
      key: 'organisation',
      title: t('teams.column.organisation'),
      cell: (row) =>
        row.organisation && (
          <PageLink to={`/teams/organisations/${row.organisation}`}>
            {row.organisationName}
          </PageLink>
        ),
      width: 12,
    },
    person: {
      key: 'person',
      title: t('teams.column.person'),
      cell: (row) => personLine(row, day, t),
      width: 12,
    },
    village: {
      key: 'village',
      title: t('teams.column.village'),
      cell: (row) => row.villageName ?? '',
    },
    townPost: {
      key: 'townPost',
      title: t('teams.column.townPost'),
      cell: (row) => row.townPost ?? '',
      width: 7,
    },
    team: {
      key: 'team',
      title: t('teams.column.team'),
      cell: (row) => (
        <PageLink to={`/teams/${row.team}`}>{`${row.countyName} ${row.placeName}`}</PageLink>
      ),
    },
    startsOn: { key: 'startsOn', title: t('teams.column.startsOn'), cell: (row) => row.startsOn },
    dueOn: {
      key: 'dueOn',
      title: t('teams.column.dueOn'),
      cell: (row) =>
        row.dueOn && row.dueOn < day && !row.endsOn
          ? `${row.dueOn} ${t('teams.ending.overdue')}`
          : (row.dueOn ?? ''),
    },
    endsOn: { key: 'endsOn', title: t('teams.column.endsOn'), cell: (row) => row.endsOn ?? '' },
    endReason: {
      key: 'endReason',
      title: t('teams.column.endReason'),
      cell: (row) => (row.endReason ? t(`teams.end_reason.${row.endReason}`) : ''),
    },
  };
}

/** The named columns, in the order named. */
export const pick = (
  all: Record<string, Column<PostingRow>>,
  names: readonly string[],
): Column<PostingRow>[] => names.flatMap((name) => all[name] ?? []);
