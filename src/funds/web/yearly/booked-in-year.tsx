// What a calendar year saw booked, by the budget year of the money: the bridge from this page to the cockpit's figures.
import { FigureLink } from '../../../indicators/web/figure-link.tsx';
import { useDefinitions } from '../../../indicators/web/use-figures.ts';
import { percent } from '../../../platform/web/amount.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { BookedInYear as Row } from '../../contract-yearly.ts';
import { Wan } from '../wan.tsx';

const measures = ['received', 'committed', 'spent'] as const;

export function BookedInYear(props: {
  place: string;
  year: string;
  programme: string | undefined;
  rows: readonly Row[];
}) {
  const { place, year, programme, rows } = props;
  const t = useT();
  const { today } = useSession();
  const known = useDefinitions();
  const from = `${year}-01-01`;
  const to = today < `${year}-12-31` ? today : `${year}-12-31`;
  const at = {
    ...{ place, from, to },
    ...(programme ? { dimension: 'programme', value: programme } : {}),
  };
  const total = (name: (typeof measures)[number]) =>
    rows.reduce((sum, row) => sum + BigInt(row[name]), 0n).toString();
  const rate = (received: string, spent: string) =>
    BigInt(received) > 0n ? percent(spent, received) : '';
  const figure = (name: (typeof measures)[number]) => {
    const definition = known.data?.find(`funds.${name}`);
    if (!definition) return <Wan fen={total(name)} />;
    const value = { code: definition.code, value: total(name), over: null, parts: [] };
    return <FigureLink definition={definition} value={value} at={at} money="wan" bare />;
  };
  const title = t('funds.execution.booked', { year });
  return (
    <Section title={title} note={t('funds.execution.booked.note', { year, from, to })}>
      <DataTable<Row>
        caption={title}
        rows={rows}
        rowKey={(row) => String(row.year)}
        totalName={t('platform.web.total')}
        empty={{ why: t('funds.execution.booked.none') }}
        full
        columns={[
          { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
          ...measures.map((name) => ({
            key: name,
            title: t(`funds.column.${name}`),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row: Row) => <Wan fen={row[name]} />,
            total: figure(name),
          })),
          {
            key: 'rate',
            title: t('funds.execution.rate'),
            unit: '%',
            number: true,
            // Money of an earlier year came then: what it spent is no part of what came now.
            cell: (row) => (String(row.year) === year ? rate(row.received, row.spent) : ''),
            total: rate(total('received'), total('spent')),
          },
        ]}
      />
    </Section>
  );
}
