// An adjustment beside the version it changes: every line, what was added, taken away or changed, and by how much.
import { useParams } from '@tanstack/react-router';
import { ExportLink } from '../../funds/web/export-link.tsx';
import { PayerName } from '../../funds/web/payer-name.tsx';
import { Wan } from '../../funds/web/wan.tsx';
import { useAsk } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { useSession } from '../../platform/web/session.ts';
import { PageLink, useFilter } from '../../platform/web/use-address.tsx';
import type { Comparison, ComparisonRow } from '../contract.ts';
import './plans.css';

interface SourceRow {
  key: string;
  label: string;
  before: bigint;
  after: bigint;
}

export default function ComparisonPage() {
  const t = useT();
  const { today } = useSession();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Comparison>(`/api/plans/plans/${id}/comparison`);
  const found = asked.data;
  return (
    <>
      <PageTitle
        question={
          found
            ? t('plans.page.comparison.question', { title: found.plan.title })
            : t('plans.page.comparison')
        }
        {...(found ? { time: t(`plans.state.${found.plan.state}`) } : {})}
        actions={
          found && (
            <>
              <PageLink to={`/plans/${id}`} className="plain-button">
                {t('plans.back')}
              </PageLink>
              <button type="button" className="plain-button" onClick={() => print()}>
                {t('plans.print')}
              </button>
              <ExportLink
                path={`/api/plans/plans/${id}/comparison.csv`}
                query={{}}
                name={`${t('plans.page.comparison')}-${found.plan.title}-${today}`}
              />
            </>
          )
        }
      />
      <Answer of={asked}>{(given) => <Shown of={given} />}</Answer>
    </>
  );
}

function Shown({ of: { plan, before, rows } }: { of: Comparison }) {
  const t = useT();
  const [changed, setChanged] = useFilter('changed');
  const shown = changed === '1' ? rows.filter(({ change }) => change !== 'same') : rows;
  const sources = bySource(rows, t);
  return (
    <>
      <p className="page-lead">
        {t('plans.comparison.of', {
          ...{ before: before.version, after: plan.version },
          count: rows.filter(({ change }) => change !== 'same').length,
        })}
      </p>
      <div className="filters">
        <label className="filter">
          <input
            type="checkbox"
            checked={changed === '1'}
            onChange={(event) => setChanged(event.target.checked ? '1' : '')}
          />
          {t('plans.comparison.changed')}
        </label>
      </div>
      <DataTable<ComparisonRow>
        caption={t('plans.page.comparison')}
        rows={shown}
        rowKey={({ line }) => line.id}
        full
        totalName={t('plans.total')}
        empty={{ why: t('plans.comparison.none') }}
        columns={[
          {
            key: 'use',
            title: t('plans.column.project'),
            width: 18,
            cell: ({ line }) =>
              line.project ? `${line.number ?? ''} ${line.projectName ?? ''}` : t('plans.reserve'),
          },
          { key: 'town', title: t('plans.column.town'), cell: ({ line }) => line.placeName },
          { key: 'task', title: t('plans.column.task'), cell: ({ line }) => line.task },
          {
            key: 'document',
            title: t('plans.column.document'),
            width: 12,
            cell: ({ line }) => line.document,
          },
          {
            key: 'source',
            title: t('plans.column.source'),
            cell: ({ line }) => (
              <PayerName payer={line.payer} name={t(`funds.source.${line.source}`)} />
            ),
          },
          ...amounts(t, before.version, plan.version, sources),
          {
            key: 'change',
            title: t('plans.column.change'),
            cell: ({ change }) => (
              <span className={change === 'same' ? 'plan-same' : 'plan-changed'}>
                {t(`plans.change.${change}`)}
              </span>
            ),
          },
        ]}
      />
      <Section title={t('plans.by.source')}>
        <DataTable<SourceRow>
          caption={t('plans.by.source')}
          rows={sources}
          rowKey={({ key }) => key}
          full
          totalName={t('plans.total')}
          columns={[
            { key: 'source', title: t('plans.column.source'), cell: ({ label }) => label },
            ...amounts(t, before.version, plan.version, sources),
          ]}
        />
      </Section>
    </>
  );
}

/** Columns of what was, what is and the difference, with the totals of all rows, shown or not. */
function amounts<Row extends { before: string | bigint; after: string | bigint }>(
  t: ReturnType<typeof useT>,
  old: number,
  now: number,
  all: readonly SourceRow[],
) {
  const unit = t('platform.web.unit.wan');
  const sum = (of: (row: SourceRow) => bigint) => all.reduce((total, row) => total + of(row), 0n);
  return [
    {
      ...{ key: 'before', title: t('plans.column.version', { version: old }), unit, number: true },
      cell: (row: Row) => <Wan fen={row.before} />,
      total: <Wan fen={sum(({ before }) => before)} />,
    },
    {
      ...{ key: 'after', title: t('plans.column.version', { version: now }), unit, number: true },
      cell: (row: Row) => <Wan fen={row.after} />,
      total: <Wan fen={sum(({ after }) => after)} />,
    },
    {
      ...{ key: 'difference', title: t('plans.column.difference'), unit, number: true },
      cell: (row: Row) => <Signed fen={BigInt(row.after) - BigInt(row.before)} />,
      total: <Signed fen={sum(({ before, after }) => after - before)} />,
    },
  ];
}

/** More carries its sign, as less does. */
function Signed({ fen }: { fen: bigint }) {
  return (
    <>
      {fen > 0n && '+'}
      <Wan fen={fen} />
    </>
  );
}

function bySource(rows: readonly ComparisonRow[], t: ReturnType<typeof useT>): SourceRow[] {
  const groups = Map.groupBy(rows, ({ line }) => `${line.payerPlace} ${line.source}`);
  return [...groups].map(([key, own]) => ({
    key,
    label: t('plans.source_of', {
      source: t(`funds.source.${own[0]?.line.source ?? ''}`),
      payer: own[0]?.line.payerName ?? '',
    }),
    before: own.reduce((sum, row) => sum + BigInt(row.before), 0n),
    after: own.reduce((sum, row) => sum + BigInt(row.after), 0n),
  }));
}
