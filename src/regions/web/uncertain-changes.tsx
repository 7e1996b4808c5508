// Uncertain changes between two editions: the evidence, what was decided and by whom, and the two buttons to decide.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { todayAt } from '../../kit/period.ts';
import { useAsk, usePages } from '../../platform/web/ask.ts';
import { DataTable } from '../../platform/web/data-table.tsx';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Section } from '../../platform/web/page.tsx';
import { useMay } from '../../platform/web/session.ts';
import type { ChangeRow, Counts, Decision, Editions } from '../contract.ts';
import { editionClosed, inForce } from '../rules.ts';
import { verdicts } from '../vocabulary.ts';
import { Named, WhatChanged } from './change-cells.tsx';
import { DecideForm, type Deciding, deedOf } from './decide-form.tsx';

type Props = { editions: Editions['rows']; older: string; newer: string };

export function UncertainChanges({ editions, older, newer }: Props) {
  const t = useT();
  const queries = useQueryClient();
  const [deciding, setDeciding] = useState<Deciding>();
  const may = useMay('regions.administer');
  const now = inForce(editions);
  const edition = editions.find((one) => one.edition === newer);
  const closed = now?.edition !== older || editionClosed(edition, now) !== null;
  const applied = edition?.activeFrom !== null;
  const counts = useAsk<Counts>('/api/regions/change-counts', { older, newer });
  const list = usePages<ChangeRow>('/api/regions/changes', {
    ...{ older, newer, confidence: 'uncertain' },
  });
  const open = counts.data?.open ?? 0;
  function note(): string {
    if (applied) return t('regions.decide.applied', { newer });
    if (closed) return t('regions.decide.not_next');
    if (open === 0) return t('regions.decide.ready', { newer });
    const pending = t('regions.decide.pending', { open, newer });
    return may ? pending : `${pending} ${t('regions.decide.administrator')}`;
  }
  return (
    <Section
      title={t('regions.decide')}
      note={list.rows.length > 0 && counts.data ? note() : undefined}
    >
      <DataTable<ChangeRow>
        caption={t('regions.decide')}
        rows={list.rows}
        rowKey={(row) => row.id}
        needsAction={(row) => !closed && row.decisions.length === 0}
        more={list.more}
        pending={list.pending}
        problem={list.problem}
        onRetry={list.retry}
        empty={{ why: t('regions.decide.none'), todo: t('regions.decide.none.todo') }}
        full
        columns={[
          {
            key: 'old',
            title: t('regions.column.old'),
            cell: (row) => <Named name={row.oldName} code={row.oldCode} />,
            width: 14,
          },
          {
            key: 'new',
            title: t('regions.column.new'),
            cell: (row) => <Named name={row.newName} code={row.newCode} />,
            width: 14,
          },
          { key: 'above', title: t('regions.column.above'), cell: (row) => row.above },
          {
            key: 'change',
            title: t('regions.column.change'),
            cell: (row) => <WhatChanged row={row} />,
            width: 13,
          },
          {
            key: 'evidence',
            title: t('regions.column.evidence'),
            cell: (row) => t(`regions.evidence.${row.evidence}`, row.params),
            width: 13,
          },
          {
            key: 'decision',
            title: t('regions.column.decision'),
            width: 22,
            cell: (row) => (
              <>
                <Decisions decisions={row.decisions} applied={applied} />
                {may && !closed && <Buttons row={row} onDecide={setDeciding} />}
              </>
            ),
          },
        ]}
      />
      <Drawer
        open={deciding !== undefined}
        title={deciding ? t(`regions.decide.${deedOf(deciding)}`) : ''}
        onClose={() => setDeciding(undefined)}
      >
        {deciding && (
          <DecideForm
            edition={newer}
            deciding={deciding}
            onDone={() => {
              setDeciding(undefined);
              void queries.invalidateQueries();
            }}
            onCancel={() => setDeciding(undefined)}
          />
        )}
      </Drawer>
    </Section>
  );
}

function Buttons(props: { row: ChangeRow; onDecide: (deciding: Deciding) => void }) {
  const t = useT();
  const { row, onDecide } = props;
  return (
    <div className="decide-buttons">
      {verdicts.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className="plain-button"
          onClick={() => onDecide({ row, verdict })}
        >
          {t(`regions.decide.${deedOf({ row, verdict })}`)}
        </button>
      ))}
    </div>
  );
}

/** The decision that counts, and those before it in small. */
function Decisions(props: { decisions: readonly Decision[]; applied: boolean }) {
  const t = useT();
  const [last, ...earlier] = props.decisions;
  // Editions that were applied before decisions were kept have none.
  if (!last) return <>{t(props.applied ? 'regions.decide.unrecorded' : 'regions.decide.open')}</>;
  const told = ({ verdict, by, name, at, reason }: Decision) =>
    [
      t(`regions.verdict.${verdict}`),
      name ?? t(`regions.decided_by.${by}`),
      todayAt(Date.parse(at)),
      ...(reason ? [reason] : []),
    ].join(' · ');
  return (
    <>
      {told(last)}
      {earlier.map((decision) => (
        <div key={decision.at}>
          <small>{t('regions.decide.earlier', { decision: told(decision) })}</small>
        </div>
      ))}
    </>
  );
}
