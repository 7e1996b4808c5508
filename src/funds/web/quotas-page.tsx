// The quota book of a place: what came, what is left of it, how old it is, and from when it may be taken back.
import { daysBetween } from '../../kit/period.ts';
import { levelOfKey } from '../../kit/region-key.ts';
import { usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { type T, useT } from '../../platform/web/i18n.tsx';
import { PageTitle } from '../../platform/web/page.tsx';
import { useMay, useSession } from '../../platform/web/session.ts';
import type { Column } from '../../platform/web/table-column.ts';
import { PageLink, useFilter, useGo, usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { QuotaRow } from '../contract-reading.ts';
import { ExportLink } from './export-link.tsx';
import { Filters, useFilters } from './filters.tsx';
import { PayerName } from './payer-name.tsx';
import { SheetLink } from './sheet-link.tsx';
import { Wan } from './wan.tsx';

const amounts = ['received', 'committed', 'spent', 'balance'] as const;

export default function QuotasPage() {
  const t = useT();
  const go = useGo();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const mayProjects = useMay('projects.read');
  const filters = useFilters(['programme', 'year']);
  const [open, setOpen] = useFilter('open');
  const query = { place, ...filters.asked, ...(open === '1' ? { open } : {}) };
  const asked = usePages<QuotaRow>('/api/funds/quotas', query);
  return (
    <>
      <PageTitle
        question={t('funds.page.quotas.question')}
        time={t('funds.page.as_of', { day: today })}
        actions={
          <>
            <SheetLink
              path="/api/funds/quotas.xlsx"
              query={query}
              name={`${t('funds.page.quotas')}-${place}-${today}`}
            />
            <ExportLink
              path="/api/funds/quotas.csv"
              query={query}
              name={`${t('funds.page.quotas')}-${place}-${today}`}
            />
          </>
        }
      />
      <Filters of={filters}>
        <label className="filter">
          <input
            type="checkbox"
            checked={open === '1'}
            onChange={(event) => setOpen(event.target.checked ? '1' : '')}
          />
          {t('funds.quota.open')}
        </label>
      </Filters>
      <DataTable<QuotaRow>
        caption={t('funds.page.quotas')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        onOpen={({ place, payer, programme, year }) =>
          go('/funds/entries', { place, payer, programme, year: String(year) })
        }
        needsAction={({ recallOn }) => recallOn !== null && recallOn <= today}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('funds.quota.none'), todo: t('funds.quota.none.todo') }}
        columns={[
          { key: 'place', title: t('funds.column.place'), cell: (row) => row.placeName },
          // Within a county it would say the same on every line.
          ...(['province', 'city'].includes(levelOfKey(place))
            ? [{ key: 'county', title: t('funds.column.county'), cell: countyOf }]
            : []),
          {
            key: 'payer',
            title: t('funds.column.payer'),
            cell: ({ payer, payerName }) => <PayerName payer={payer} name={payerName} />,
          },
          {
            key: 'source',
            title: t('funds.column.source'),
            cell: (row) => t(`funds.source.${row.source}`),
          },
          { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
          ...amounts.map(
            (name): Column<QuotaRow> => ({
              key: name,
              title: t(`funds.column.${name}`),
              unit: t('platform.web.unit.wan'),
              number: true,
              cell: (row) => <Wan fen={row[name]} />,
            }),
          ),
          {
            key: 'carried',
            title: t('funds.column.carried_surplus'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Carried row={row} />,
          },
          {
            key: 'firstReceivedOn',
            title: t('funds.column.age'),
            cell: ({ firstReceivedOn, age }) => (
              <>
                {firstReceivedOn}
                {age !== null && (
                  <small className="quota-age">{t('funds.quota.age', { age })}</small>
                )}
              </>
            ),
          },
          ...(mayProjects ? [projectsColumn(t)] : []),
          {
            key: 'recall',
            title: t('funds.column.recall'),
            width: 12,
            cell: (row) => <Recall row={row} today={today} />,
          },
        ]}
      />
    </>
  );
}

const countyOf = (row: QuotaRow) => row.countyName;

/** The way to the projects that use a line. */
const projectsColumn = (t: T): Column<QuotaRow> => ({
  key: 'projects',
  title: t('funds.quota.projects'),
  cell: ({ place, source, programme, year }) => (
    <PageLink to="/projects" search={{ place, source, programme, moneyYear: String(year) }}>
      {t('funds.quota.to_projects')}
    </PageLink>
  ),
});

/** What contracts bound at the end of the year, and what was free then. */
function Carried({ row: { carried, surplus, carriedInto } }: { row: QuotaRow }) {
  const t = useT();
  if (carried === null || surplus === null) return null;
  return (
    <span title={t('funds.carry.into', { year: carriedInto ?? '' })}>
      <Wan fen={carried} />
      {carried === '0' && '0'} / <Wan fen={surplus} />
      {surplus === '0' && '0'}
    </span>
  );
}

/** Red only where it may be taken back already. */
function Recall({ row, today }: { row: QuotaRow; today: string }) {
  const t = useT();
  if (row.age === null) return null;
  if (row.recallOn === null) return t('funds.quota.no_rule');
  const title = row.recallDocument ?? undefined;
  const left = daysBetween(today, row.recallOn);
  if (left > 0)
    return <span title={title}>{t('funds.quota.recall', { day: row.recallOn, left })}</span>;
  return (
    <span className="owed" title={title}>
      {t('funds.quota.recallable', { day: row.recallOn })}
    </span>
  );
}
