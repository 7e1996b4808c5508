// What changed in a team, newest first: who did what, and the values before and after.
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { Change, Changes } from '../../contract.ts';

/** Values that are codes, by the field they stand in. */
const vocabularies: Record<string, string> = {
  category: 'teams.category',
  role: 'teams.role',
  endReason: 'teams.end_reason',
  tier: 'regions.tier_name',
  kind: 'regions.kind',
};

export function TeamChanges({ team }: { team: string }) {
  const t = useT();
  const asked = useAsk<Changes>(`/api/teams/teams/${team}/changes`);
  return (
    <Section title={t('teams.team.changes')}>
      <DataTable<Change>
        caption={t('teams.team.changes')}
        rows={asked.data?.rows ?? []}
        rowKey={(row) => `${row.id} ${row.at} ${row.deed}`}
        pending={asked.isPending}
        problem={asked.error}
        empty={{ why: t('teams.team.changes.none') }}
        columns={[
          { key: 'when', title: t('teams.column.when'), cell: (row) => beijing(row.at) },
          {
            key: 'deed',
            title: t('teams.column.deed'),
            cell: (row) => t(`teams.change.${row.what}.${row.deed}`),
          },
          { key: 'subject', title: t('teams.column.subject'), cell: (row) => row.subject },
          {
            key: 'fields',
            title: t('teams.column.fields'),
            cell: (row) =>
              inOrder(row)
                .map((field) => sentence(row.what, field, t))
                .join(t('teams.list.semicolon')),
            width: 40,
          },
          { key: 'by', title: t('teams.column.by'), cell: (row) => row.by ?? '' },
        ]}
      />
    </Section>
  );
}

type Field = Change['fields'][number];

/** Fields as a person tells them: what, where, from when, until when, why. */
const order = [
  'name',
  'category',
  'role',
  'lead',
  'village',
  'townPost',
  'formedOn',
  'startsOn',
  'dueOn',
  'dissolvedOn',
  'dissolveReason',
  'endsOn',
  'endReason',
  'endNote',
];

const inOrder = ({ fields }: Change): Field[] =>
  fields.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));

/** A unit's part is told as its word; a team has a title where people have names. */
function titleOf(what: Change['what'], name: string, t: T): string {
  if (name === 'lead') return t('teams.column.part');
  if (name === 'name' && what === 'team') return t('teams.column.title');
  if (name === 'startsOn' && what === 'unit') return t('teams.column.joined');
  if (name === 'endsOn' && what === 'unit') return t('teams.column.left');
  return t(`teams.column.${name}`);
}

function sentence(what: Change['what'], field: Field, t: T): string {
  const said = (value: string | null) => {
    if (value === null) return t('teams.change.nothing');
    if (field.name === 'lead') return t(value === 'true' ? 'teams.team.lead' : 'teams.team.member');
    const vocabulary = vocabularies[field.name];
    return vocabulary ? t(`${vocabulary}.${value}`) : value;
  };
  const name = titleOf(what, field.name, t);
  return field.before === null
    ? t('teams.change.field.new', { field: name, after: said(field.after) })
    : t('teams.change.field', {
        field: name,
        before: said(field.before),
        after: said(field.after),
      });
}

/** An instant in Beijing time to the minute. */
const beijing = (at: string) =>
  new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
