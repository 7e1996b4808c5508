// One place through time: tiers, flags, codes and names by edition, what it came from and what became of it.
import type { ReactNode } from 'react';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import type { Column } from '../../platform/web/table-column.ts';
import { usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { Place } from '../contract.ts';

export function PlaceHistory({ place }: { place: Place }) {
  const t = useT();
  return (
    <>
      {place.tiers.length > 0 && (
        <Dated
          title={t('regions.page.tiers')}
          what={t('regions.column.tier')}
          rows={place.tiers.map((row) => ({ ...row, name: t(`regions.tier_name.${row.tier}`) }))}
        />
      )}
      {place.flags.length > 0 && (
        <Dated
          title={t('regions.page.flags')}
          what={t('regions.column.flags')}
          rows={place.flags.map((row) => ({ ...row, name: t(`regions.flag_name.${row.flag}`) }))}
        />
      )}
      <Codes rows={place.codes} />
      {place.lineage.length > 0 && <Lineage rows={place.lineage} />}
    </>
  );
}

type DatedRow = Omit<Place['tiers'][number], 'tier'> & { name: string };

function Dated({ title, what, rows }: { title: string; what: string; rows: DatedRow[] }) {
  const t = useT();
  return (
    <Table
      title={title}
      rows={rows}
      rowKey={(row) => `${row.name} ${row.from}`}
      columns={[
        { key: 'name', title: what, cell: (row) => row.name },
        { key: 'from', title: t('regions.column.from'), cell: (row) => <time>{row.from}</time> },
        { key: 'until', title: t('regions.column.until'), cell: (row) => row.until ?? '' },
        {
          key: 'document',
          title: t('regions.column.document'),
          cell: (row) => (
            <>
              {row.document}
              {row.madeUp && ` · ${t('regions.page.made_up')}`}
            </>
          ),
          width: 40,
        },
      ]}
    />
  );
}

function Codes({ rows }: { rows: Place['codes'] }) {
  const t = useT();
  return (
    <Table
      title={t('regions.page.codes')}
      rows={rows}
      rowKey={(row) => row.edition}
      columns={[
        { key: 'edition', title: t('regions.column.edition'), cell: (row) => row.edition },
        {
          key: 'code',
          title: t('regions.column.code'),
          cell: (row) => <span className="digits">{row.code ?? t('regions.page.no_code')}</span>,
        },
        { key: 'name', title: t('regions.column.name'), cell: (row) => row.name },
        {
          key: 'kind',
          title: t('regions.column.kind'),
          cell: (row) => t(`regions.kind.${row.kind}`),
        },
        { key: 'from', title: t('regions.column.from'), cell: (row) => <time>{row.from}</time> },
        { key: 'until', title: t('regions.column.until'), cell: (row) => row.until ?? '' },
        {
          key: 'warnings',
          title: t('regions.column.warnings'),
          cell: (row) => row.warnings.map((one) => t(`regions.warning.${one}`)).join('；'),
          width: 24,
        },
      ]}
    />
  );
}

function Lineage({ rows }: { rows: Place['lineage'] }) {
  const t = useT();
  const { set } = usePlacePeriod();
  const other = ({ other }: Place['lineage'][number]): ReactNode =>
    other && (
      <button type="button" className="place-link" onClick={() => set({ place: other.key })}>
        {other.name}
      </button>
    );
  return (
    <Table
      title={t('regions.page.lineage')}
      rows={rows}
      rowKey={(row) => `${row.edition} ${row.change} ${row.other?.key ?? ''}`}
      columns={[
        { key: 'edition', title: t('regions.column.edition'), cell: (row) => row.edition },
        {
          key: 'change',
          title: t('regions.column.change'),
          cell: (row) => t(`regions.change.${row.change}`),
        },
        { key: 'other', title: t('regions.column.other'), cell: other },
        {
          key: 'evidence',
          title: t('regions.column.evidence'),
          cell: (row) => t(`regions.evidence.${row.evidence}`, row.params),
          width: 40,
        },
        {
          key: 'confidence',
          title: t('regions.column.confidence'),
          cell: (row) => t(`regions.confidence.${row.confidence}`),
        },
      ]}
    />
  );
}

function Table<Row>(props: {
  title: string;
  rows: Row[];
  rowKey: (row: Row) => string;
  columns: Column<Row>[];
}) {
  return (
    <Section title={props.title}>
      <DataTable
        caption={props.title}
        columns={props.columns}
        rows={props.rows}
        rowKey={props.rowKey}
        full
      />
    </Section>
  );
}
