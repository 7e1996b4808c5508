// Execution: what was received, committed and spent of a budget year month by month, what is missing to the target, and by place.
import { useState } from 'react';
import { percent } from '../../../platform/web/amount.ts';
import { useAsk, usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { PageTitle, Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { useGo, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { Execution, ExecutionMonth, ExecutionPlace } from '../../contract-yearly.ts';
import { ExportLink } from '../export-link.tsx';
import { Filters, useFilters } from '../filters.tsx';
import { Wan } from '../wan.tsx';
import { BookedInYear } from './booked-in-year.tsx';

export default function ExecutionPage() {
  const t = useT();
  const go = useGo();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const filters = useFilters(['programme', 'year'], {
    programme: 'special_fund',
    year: today.slice(0, 4),
  });
  const { programme, year = today.slice(0, 4) } = filters.asked;
  const query = { place, year, ...(programme ? { programme } : {}) };
  const asked = useAsk<Execution>('/api/funds/execution', query);
  const rows = asked.data?.rows ?? [];
  const [chosen, choose] = useState('');
  const month = rows.some((row) => row.month === chosen) ? chosen : rows.at(-1)?.month;
  const below = usePages<ExecutionPlace>(month ? '/api/funds/execution/places' : undefined, {
    ...query,
    month: month ?? '',
  });
  return (
    <>
      <PageTitle
        question={t('funds.page.execution.question')}
        time={t('funds.page.as_of', { day: today })}
        actions={
          <ExportLink
            path="/api/funds/execution.csv"
            query={query}
            name={`${t('funds.page.execution')}-${place}-${year}`}
          />
        }
      />
      <p className="page-lead">{t('funds.page.execution.note')}</p>
      <Filters of={filters} />
      <Section title={t('funds.execution.months')}>
        <DataTable<ExecutionMonth>
          caption={t('funds.execution.months')}
          rows={rows}
          rowKey={(row) => row.month}
          pending={asked.isPending}
          problem={asked.error}
          onRetry={() => void asked.refetch()}
          empty={{ why: t('funds.execution.none'), todo: t('funds.execution.none.todo') }}
          needsAction={(row) => row.month === rows.at(-1)?.month && (row.short ?? '0') !== '0'}
          columns={[
            { key: 'month', title: t('funds.execution.month'), cell: (row) => row.month },
            ...columnsOf<ExecutionMonth>(t),
          ]}
          full
        />
      </Section>
      {asked.data && <BookedInYear {...{ place, year, programme }} rows={asked.data.booked} />}
      {month && (
        <Section
          title={t('funds.execution.places', { month })}
          tools={
            <ChoiceFilter
              label={t('funds.execution.month')}
              value={month}
              onChange={choose}
              choices={rows.map((row) => ({ value: row.month, label: row.month }))}
            />
          }
        >
          <DataTable<ExecutionPlace>
            caption={t('funds.execution.places', { month })}
            rows={below.rows}
            rowKey={(row) => row.place}
            onOpen={(row) => go('/funds/execution', { place: row.place })}
            more={below.more}
            pending={below.pending}
            problem={below.problem}
            onRetry={below.retry}
            empty={{
              why: t('funds.execution.no_places'),
              todo: t('funds.execution.no_places.todo'),
            }}
            columns={[
              {
                key: 'place',
                title: t('funds.column.place'),
                cell: (row) =>
                  row.place === place
                    ? t('funds.execution.own', { place: row.placeName })
                    : row.placeName,
              },
              ...columnsOf<ExecutionPlace>(t),
            ]}
          />
        </Section>
      )}
    </>
  );
}

type Measured = Omit<ExecutionMonth, 'month'>;

function columnsOf<Row extends Measured>(t: T): Column<Row>[] {
  const unit = t('platform.web.unit.wan');
  return [
    ...(['received', 'committed', 'spent'] as const).map(
      (name): Column<Row> => ({
        key: name,
        title: t(`funds.column.${name}`),
        unit,
        number: true,
        cell: (row) => <Wan fen={row[name]} />,
      }),
    ),
    {
      key: 'rate',
      title: t('funds.execution.rate'),
      unit: '%',
      number: true,
      cell: ({ received, spent }) => (BigInt(received) > 0n ? percent(spent, received) : ''),
    },
    {
      key: 'target',
      title: t('funds.execution.target'),
      unit: '%',
      number: true,
      cell: ({ target, targetDocument }) =>
        target === null ? (
          <span className="no-value">{t('funds.execution.no_target')}</span>
        ) : (
          <span title={targetDocument ?? undefined}>{target / 10}</span>
        ),
    },
    {
      key: 'short',
      title: t('funds.execution.short'),
      unit,
      number: true,
      cell: ({ short }) => short && <Wan fen={short} owed />,
    },
  ];
}
