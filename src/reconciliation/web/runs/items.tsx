// What matching found, row by row: ours beside theirs; rows are chosen to be paired, taken apart or explained.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import type { Column } from '../../../platform/web/table-column.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { ItemRow, RunPage } from '../../contract-runs.ts';
import { ExplainForm } from './explain-form.tsx';
import { PairForm, PartForm } from './pair-form.tsx';

export function Items({ run, result }: { run: RunPage; result: string }) {
  const t = useT();
  const queries = useQueryClient();
  const asked = usePages<ItemRow>(
    `/api/reconciliation/runs/${run.id}/items`,
    result === 'open' || result === 'differences' ? { only: result } : { result },
  );
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<'pair' | 'part' | 'explain'>();
  const chosen = asked.rows.filter(({ id }) => marked.has(id));
  const may = deedsFor(chosen);
  const done = () => {
    setDoing(undefined);
    setMarked(new Set());
    void queries.invalidateQueries();
  };
  const mark = (id: string) =>
    setMarked((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const cancel = () => setDoing(undefined);
  const works = run.verbs.includes('explain');
  return (
    <>
      <DataTable<ItemRow>
        caption={t('reconciliation.items')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        full
        needsAction={(row) => row.result !== 'matched' && row.reason === null}
        empty={{ why: t(`reconciliation.items.${result}.none`), todo: '' }}
        tools={
          works && (
            <>
              <span className="section-note">
                {t('reconciliation.items.chosen', { count: chosen.length })}
              </span>
              {(['part', 'pair', 'explain'] as const).map((deed) => (
                <button
                  key={deed}
                  type="button"
                  className="plain-button"
                  disabled={!may[deed]}
                  onClick={() => setDoing(deed)}
                >
                  {t(
                    deed === 'part' && chosen[0]?.result === 'ambiguous'
                      ? 'reconciliation.form.leave_apart'
                      : `reconciliation.run_verb.${deed}`,
                  )}
                </button>
              ))}
            </>
          )
        }
        columns={[
          ...(works ? [markColumn(t, marked, mark)] : []),
          ...itemColumns(t, result === 'open' || result === 'differences'),
        ]}
      />
      <Drawer
        open={doing !== undefined}
        title={t(`reconciliation.run_verb.${doing ?? 'explain'}`)}
        onClose={cancel}
      >
        {doing === 'explain' && (
          <ExplainForm run={run} items={chosen} onDone={done} onCancel={cancel} />
        )}
        {doing === 'pair' && <PairForm run={run} items={chosen} onDone={done} onCancel={cancel} />}
        {doing === 'part' && chosen[0] && (
          <PartForm run={run} item={chosen[0]} onDone={done} onCancel={cancel} />
        )}
      </Drawer>
    </>
  );
}

/** What may be done with the rows chosen. */
function deedsFor(chosen: readonly ItemRow[]) {
  const alone = (row: ItemRow, side: 'oursKey' | 'theirsKey') =>
    row[side] !== null && (row.oursKey === null || row.theirsKey === null);
  return {
    explain:
      chosen.length > 0 &&
      chosen.every(
        ({ result }) =>
          result === chosen[0]?.result && result !== 'matched' && result !== 'ambiguous',
      ),
    pair:
      chosen.length === 2 &&
      chosen.filter((row) => alone(row, 'oursKey')).length === 1 &&
      chosen.filter((row) => alone(row, 'theirsKey')).length === 1,
    part: chosen.length === 1 && !['ours_only', 'theirs_only'].includes(chosen[0]?.result ?? ''),
  };
}

const markColumn = (
  t: T,
  marked: ReadonlySet<string>,
  mark: (id: string) => void,
): Column<ItemRow> => ({
  key: 'mark',
  title: t('reconciliation.column.choose'),
  cell: (row) => (
    <input
      type="checkbox"
      aria-label={t('reconciliation.items.choose', {
        number: row.oursNumber ?? row.theirsNumber ?? row.day,
      })}
      checked={marked.has(row.id)}
      onChange={() => mark(row.id)}
    />
  ),
});

const several = (t: T, count: number | null) =>
  count !== null && count > 1 ? t('reconciliation.items.entries', { count }) : '';

function itemColumns(t: T, mixed: boolean): Column<ItemRow>[] {
  const money = (value: string | null) =>
    value === null ? null : <Value of={{ value, as: 'fen' }} money="yuan" bare />;
  return [
    ...(mixed
      ? [
          {
            key: 'result',
            title: t('reconciliation.column.result'),
            width: 6,
            cell: (row: ItemRow) => t(`reconciliation.result.${row.result}`),
          },
        ]
      : []),
    {
      key: 'ours',
      title: t('reconciliation.column.ours'),
      width: 11,
      cell: (row) =>
        row.oursNumber === null ? null : (
          <>
            <PageLink to="/funds/entries" search={{ document: row.oursNumber }}>
              {row.oursNumber}
            </PageLink>
            <span className="item-note">
              {[row.oursNote, several(t, row.oursEntries)].filter(Boolean).join(' · ')}
            </span>
          </>
        ),
    },
    { key: 'oursOn', title: t('reconciliation.column.ours_on'), cell: (row) => row.oursOn },
    {
      key: 'oursAmount',
      title: t('reconciliation.column.ours_amount'),
      unit: t('platform.web.unit.yuan'),
      number: true,
      cell: (row) => money(row.oursAmount),
    },
    {
      key: 'theirs',
      title: t('reconciliation.column.theirs'),
      width: 11,
      cell: (row) =>
        row.theirsKey === null ? null : (
          <>
            {row.theirsNumber ?? t('reconciliation.items.no_number')}
            <span className="item-note">
              {[row.theirsPayee, several(t, row.theirsLines)].filter(Boolean).join(' · ')}
            </span>
          </>
        ),
    },
    { key: 'theirsOn', title: t('reconciliation.column.theirs_on'), cell: (row) => row.theirsOn },
    {
      key: 'theirsAmount',
      title: t('reconciliation.column.theirs_amount'),
      unit: t('platform.web.unit.yuan'),
      number: true,
      cell: (row) => money(row.theirsAmount),
    },
    {
      key: 'difference',
      title: t('reconciliation.column.difference'),
      unit: t('platform.web.unit.yuan'),
      number: true,
      cell: (row) =>
        row.result === 'amount_differs'
          ? money((BigInt(row.theirsAmount ?? 0) - BigInt(row.oursAmount ?? 0)).toString())
          : null,
    },
    {
      key: 'said',
      title: t('reconciliation.column.said'),
      width: 10,
      cell: (row) => <Said row={row} />,
    },
  ];
}

function Said({ row }: { row: ItemRow }) {
  const t = useT();
  const said = [
    row.basis &&
      row.result === 'matched' &&
      t('reconciliation.items.by', { basis: t(`reconciliation.basis.${row.basis}`) }),
    row.reason && t(`reconciliation.reason.${row.reason}`),
    row.note,
  ].filter(Boolean);
  if (row.result === 'ambiguous') return t('reconciliation.items.fits_several');
  return (
    <>
      {said.join(t('funds.list.and')) ||
        (row.result === 'matched' ? '' : t('reconciliation.items.unsaid'))}
      {row.reason === 'recorded_wrongly' && row.oursNumber && (
        <>
          {' '}
          <PageLink to="/funds/entries" search={{ document: row.oursNumber }}>
            {t('reconciliation.items.to_reverse')}
          </PageLink>
        </>
      )}
    </>
  );
}
