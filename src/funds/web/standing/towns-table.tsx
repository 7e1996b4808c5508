// The same town by town, in the order of division codes; a town opens its ledger.
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import { useGo, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { TownStandingRow } from '../../contract-reading.ts';
import { Filters, useFilters } from '../filters.tsx';
import { Wan } from '../wan.tsx';

const amounts = ['due', 'provided', 'received', 'committed', 'spent', 'arrears'] as const;

export function TownsTable(props: { programme: string | undefined; year: string | undefined }) {
  const t = useT();
  const go = useGo();
  const { place } = usePlacePeriod();
  const filters = useFilters(['payer']);
  const only = {
    ...(props.programme ? { programme: props.programme } : {}),
    ...(props.year ? { year: props.year } : {}),
    ...filters.asked,
  };
  const asked = usePages<TownStandingRow>('/api/funds/towns-standing', { place, ...only });
  return (
    <Section title={t('funds.standing.towns')} note={t('funds.standing.towns.note')}>
      <Filters of={filters} />
      <DataTable<TownStandingRow>
        caption={t('funds.standing.towns')}
        rows={asked.rows}
        rowKey={(row) => row.place}
        onOpen={(row) => go('/funds/entries', { ...only, place: row.place })}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('funds.standing.none'), todo: t('funds.standing.none.todo') }}
        columns={[
          { key: 'place', title: t('funds.column.place'), cell: (row) => row.placeName },
          { key: 'county', title: t('funds.column.county'), cell: (row) => row.countyName },
          ...amounts.map(
            (name): Column<TownStandingRow> => ({
              key: name,
              title: t(`funds.column.${name}`),
              unit: t('platform.web.unit.wan'),
              number: true,
              cell: (row) => <Wan fen={row[name]} owed={name === 'arrears'} />,
            }),
          ),
        ]}
      />
    </Section>
  );
}
