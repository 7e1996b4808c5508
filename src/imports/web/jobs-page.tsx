// Sheets that can be taken in, and what was taken in so far.
import { clockAt } from '../../kit/period.ts';
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Value } from '../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { PageLink, useFilter, usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { JobRow, Kinds } from '../contract.ts';
import { KindCard } from './kind-card.tsx';
import './imports.css';

/** The sheet another page led to; all of them where it is none of the caller's. */
const chosen = (all: Kinds['rows'], wanted: string): Kinds['rows'] => {
  const some = all.filter(({ code }) => code === wanted);
  return some.length > 0 ? some : all;
};

export default function JobsPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const kinds = useAsk<Kinds>('/api/imports/kinds');
  const [wanted, setWanted] = useFilter('kind');
  const asked = usePages<JobRow>('/api/imports/jobs', { place });
  return (
    <>
      <PageTitle question={t('imports.page.jobs.question')} />
      <Section title={t('imports.kinds')} note={t('imports.kinds.note')}>
        <Answer of={kinds}>
          {({ rows }) => (
            <>
              <div className="import-kinds">
                {chosen(rows, wanted).map((kind) => (
                  <KindCard key={kind.code} kind={kind} />
                ))}
              </div>
              {chosen(rows, wanted).length < rows.length && (
                <button type="button" className="plain-button" onClick={() => setWanted('')}>
                  {t('imports.kinds.all')}
                </button>
              )}
            </>
          )}
        </Answer>
      </Section>
      <Section title={t('imports.jobs')}>
        <DataTable<JobRow>
          caption={t('imports.jobs')}
          rows={asked.rows}
          rowKey={(row) => row.id}
          more={asked.more}
          pending={asked.pending}
          problem={asked.problem}
          onRetry={asked.retry}
          empty={{ why: t('imports.jobs.none'), todo: t('imports.jobs.none.todo') }}
          needsAction={(row) => row.state === 'validated'}
          columns={[
            {
              key: 'file',
              title: t('imports.column.file'),
              width: 22,
              cell: (row) => <PageLink to={`/imports/${row.id}`}>{row.name}</PageLink>,
            },
            { key: 'kind', title: t('imports.column.kind'), cell: (row) => row.kindName },
            {
              key: 'state',
              title: t('imports.column.state'),
              cell: (row) => t(`imports.state.${row.state}`),
            },
            {
              key: 'lines',
              title: t('imports.column.lines'),
              number: true,
              cell: (row) => row.lines,
            },
            {
              key: 'faulty',
              title: t('imports.column.faulty'),
              number: true,
              cell: (row) => row.faulty,
            },
            {
              key: 'created',
              title: t('imports.column.created'),
              number: true,
              cell: (row) => row.created,
            },
            {
              key: 'changed',
              title: t('imports.column.changed'),
              number: true,
              cell: (row) => row.changed,
            },
            {
              key: 'amount',
              title: t('imports.column.amount'),
              number: true,
              cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} />,
            },
            { key: 'office', title: t('imports.column.office'), cell: (row) => row.officeName },
            { key: 'by', title: t('imports.column.by'), cell: (row) => row.by },
            {
              key: 'at',
              title: t('imports.column.at'),
              cell: (row) => clockAt(Date.parse(row.uploadedAt)).slice(0, 16),
            },
          ]}
        />
      </Section>
    </>
  );
}
