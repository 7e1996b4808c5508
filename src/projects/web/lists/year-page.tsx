// The projects of a year as bars: planned, built and done, red where they are later than planned.
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { PageLink, useFilter, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { YearRow } from '../../contract-lists.ts';
import { daysLate } from './bars.ts';
import { Months, YearBars } from './year-bars.tsx';
import './lists.css';

/** The programme began in 2021. */
const firstYear = 2021;

export default function YearPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { today } = useSession();
  const thisYear = today.slice(0, 4);
  const [year, setYear] = useFilter('year', thisYear);
  const asked = usePages<YearRow>('/api/projects/year', { place, year });
  const years = Array.from({ length: Number(thisYear) + 2 - firstYear }, (_, at) =>
    String(firstYear + at),
  );
  return (
    <>
      <PageTitle
        question={t('projects.page.year.question')}
        time={t('projects.list.as_of', { day: today })}
      />
      <div className="filters">
        <ChoiceFilter
          label={t('projects.year.year')}
          value={year}
          onChange={setYear}
          choices={years.map((one) => ({ value: one, label: one }))}
          all={null}
        />
      </div>
      <DataTable<YearRow>
        caption={t('projects.page.year')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        needsAction={(row) => daysLate(row, today) > 0 && row.completedOn === null}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('projects.year.none'),
          todo: t('projects.year.none.todo'),
          action: <PageLink to="/projects/board">{t('projects.page.board')}</PageLink>,
        }}
        columns={[
          {
            key: 'name',
            title: t('projects.list.name'),
            width: 14,
            cell: (row) => (
              <PageLink to={`/projects/${row.id}`}>
                {row.number} {row.name}
              </PageLink>
            ),
          },
          {
            key: 'town',
            title: t('projects.list.town'),
            cell: (row) => row.townName,
          },
          {
            key: 'state',
            title: t('projects.list.state'),
            width: 8,
            cell: (row) => t(`projects.state.${row.state}`),
          },
          {
            key: 'progress',
            title: t('projects.list.progress'),
            unit: '%',
            number: true,
            cell: (row) => row.progress,
          },
          {
            key: 'bars',
            title: t('projects.year.bars'),
            unit: <Months />,
            cell: (row) => <YearBars row={row} year={Number(year)} today={today} />,
          },
          {
            key: 'late',
            title: t('projects.year.planned'),
            cell: (row) => <Planned row={row} today={today} />,
          },
        ]}
      />
      {asked.rows.length > 0 && (
        <p className="year-note">
          {t('projects.year.key')}
          {year === thisYear && <> · {t('projects.year.today', { day: today })}</>}
        </p>
      )}
    </>
  );
}

function Planned({ row, today }: { row: YearRow; today: string }) {
  const t = useT();
  if (row.plannedFrom === null || row.plannedTo === null) return t('projects.year.unplanned');
  const late = daysLate(row, today);
  return (
    <>
      {t('projects.year.from_to', { from: row.plannedFrom, to: row.plannedTo })}
      {late > 0 && <div className="late">{t('projects.year.late', { count: late })}</div>}
    </>
  );
}
