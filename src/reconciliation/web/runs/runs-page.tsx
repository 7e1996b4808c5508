// Runs of reconciliation: which are in work, which wait for a second person, what is left open in each.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePages } from '../../../platform/web/ask.ts';
import { ChoiceFilter } from '../../../platform/web/choice-filter.tsx';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { PageLink, useFilter, useGo, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { useNone } from '../../../platform/web/use-none.ts';
import { results, runStates } from '../../codes.ts';
import type { RunRow } from '../../contract-runs.ts';
import { OpenRunForm } from './open-run-form.tsx';

export default function RunsPage() {
  const t = useT();
  const go = useGo();
  const may = useMay('funds.register');
  const queries = useQueryClient();
  const { place } = usePlacePeriod();
  const none = useNone('reconciliation.run.none', may);
  const [state, setState] = useFilter('state');
  const [opening, setOpening] = useState(false);
  const asked = usePages<RunRow>('/api/reconciliation/runs', {
    ...{ place, ...(state ? { state } : {}) },
  });
  return (
    <>
      <PageTitle
        question={t('reconciliation.page.runs.question')}
        actions={
          <>
            <PageLink to="/reconciliation/imports" className="plain-button">
              {t('reconciliation.page.imports')}
            </PageLink>
            {may && (
              <button type="button" className="main-button" onClick={() => setOpening(true)}>
                {t('reconciliation.run_verb.open')}
              </button>
            )}
          </>
        }
      />
      <p className="page-lead">{t('reconciliation.page.runs.note')}</p>
      <div className="filters">
        <ChoiceFilter
          label={t('reconciliation.column.state')}
          value={state}
          onChange={setState}
          choices={runStates.map((one) => ({
            value: one,
            label: t(`reconciliation.run_state.${one}`),
          }))}
        />
      </div>
      <DataTable<RunRow>
        caption={t('reconciliation.page.runs')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={none}
        columns={[
          {
            key: 'source',
            title: t('reconciliation.column.source'),
            width: 14,
            cell: (row) => (
              <PageLink to={`/reconciliation/runs/${row.id}`}>{row.sourceName}</PageLink>
            ),
          },
          {
            key: 'period',
            title: t('reconciliation.column.period'),
            width: 8,
            cell: (row) => t('platform.web.period.between', { from: row.from, to: row.to }),
          },
          {
            key: 'programme',
            title: t('funds.column.programme'),
            width: 10,
            cell: (row) => t(`funds.programme.${row.programme}`),
          },
          {
            key: 'state',
            title: t('reconciliation.column.state'),
            cell: (row) => t(`reconciliation.run_state.${row.state}`),
          },
          ...results.map((one) => ({
            key: one,
            title: t(`reconciliation.result.${one}`),
            number: true,
            cell: (row: RunRow) => row.counts[one],
          })),
          {
            key: 'open',
            title: t('reconciliation.column.open'),
            number: true,
            cell: (row) => row.open,
          },
          {
            key: 'office',
            title: t('reconciliation.column.office'),
            cell: (row) => row.officeName,
          },
          {
            key: 'people',
            title: t('reconciliation.column.people'),
            width: 9,
            cell: (row) => [row.finishedBy, row.confirmedBy].filter(Boolean).join(' → '),
          },
        ]}
      />
      <Drawer
        open={opening}
        title={t('reconciliation.run_verb.open')}
        onClose={() => setOpening(false)}
      >
        <OpenRunForm
          onDone={(id) => {
            void queries.invalidateQueries();
            go(`/reconciliation/runs/${id}`);
          }}
          onCancel={() => setOpening(false)}
        />
      </Drawer>
    </>
  );
}
