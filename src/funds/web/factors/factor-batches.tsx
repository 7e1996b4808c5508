// Factor values that wait for a second person: what was entered, by whom, and approving or discarding it.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Problem, Section } from '../../../platform/web/page.tsx';
import { newId } from '../../../platform/web/uuid.ts';
import type { FactorBatch } from '../../contract-allocation.ts';

export function FactorBatchesSection({ place }: { place: string }) {
  const t = useT();
  const asked = useAsk<{ rows: FactorBatch[] }>('/api/funds/factor-batches', { place });
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const rows = asked.data?.rows ?? [];
  if (rows.length === 0) return null;
  async function decide(batch: FactorBatch, verb: FactorBatch['verbs'][number]) {
    setProblem(undefined);
    try {
      await send('POST', `/api/funds/factor-batches/${batch.id}/${verb}`, undefined, newId());
      await queries.invalidateQueries();
    } catch (error) {
      setProblem(error);
    }
  }
  return (
    <Section title={t('funds.factor.waiting')} note={t('funds.factor.waiting.note')}>
      {problem !== undefined && <Problem problem={problem} />}
      <DataTable<FactorBatch>
        caption={t('funds.factor.waiting')}
        rows={rows}
        rowKey={(row) => row.id}
        needsAction={(row) => row.verbs.includes('approve')}
        columns={[
          {
            key: 'factor',
            title: t('funds.factor.which'),
            cell: (row) => t(`funds.factor.${row.factor}`),
          },
          { key: 'year', title: t('funds.column.year'), cell: (row) => row.year },
          {
            key: 'document',
            title: t('funds.rule.document'),
            width: 12,
            cell: (row) => row.document,
          },
          {
            key: 'values',
            title: t('funds.factor.values'),
            width: 30,
            cell: (row) =>
              row.values.map(({ placeName, value }) => `${placeName} ${value}`).join('，'),
          },
          { key: 'by', title: t('funds.rule.people'), cell: (row) => row.enteredBy },
          {
            key: 'verbs',
            title: '',
            cell: (row) =>
              row.verbs.map((verb) => (
                <button
                  key={verb}
                  type="button"
                  className="text-button"
                  onClick={() => void decide(row, verb)}
                >
                  {t(`funds.rule_verb.${verb}`)}
                </button>
              )),
          },
        ]}
      />
    </Section>
  );
}
