// The batches of the province, and entering or correcting one.
import { useAsk } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import type { BatchRow, BatchRows } from '../../contract-arranging.ts';
import { useDeeds } from '../use-deeds.ts';
import { Warnings } from '../warnings.tsx';
import { AddBatchForm, ChangeBatchForm } from './batch-forms.tsx';

export function Batches() {
  const t = useT();
  const may = useMay('teams.arrange');
  const asked = useAsk<BatchRows>('/api/teams/batches');
  const { doing, begin, close, done, said } = useDeeds<'add' | BatchRow>();
  const rows = asked.data?.rows ?? [];
  return (
    <Section
      title={t('teams.arrangement.batches')}
      note={t('teams.arrangement.batches.note')}
      tools={
        may && (
          <button type="button" className="plain-button" onClick={() => begin('add')}>
            {t('teams.form.batch.add')}
          </button>
        )
      }
    >
      <Warnings title={t('teams.form.done')} all={said} />
      <DataTable<BatchRow>
        caption={t('teams.arrangement.batches')}
        rows={rows}
        rowKey={(row) => row.id}
        pending={asked.isPending}
        problem={asked.error}
        onRetry={() => void asked.refetch()}
        empty={{
          why: t('teams.arrangement.batches.none'),
          todo: t('teams.arrangement.batches.none.todo'),
        }}
        columns={[
          { key: 'name', title: t('teams.column.batchName'), cell: (row) => row.name },
          {
            key: 'number',
            title: t('teams.column.number'),
            number: true,
            cell: (row) => row.number,
          },
          {
            key: 'startsOn',
            title: t('teams.column.batchStart'),
            cell: (row) => row.startsOn,
          },
          {
            key: 'endsOn',
            title: t('teams.column.batchEnd'),
            cell: (row) => row.endsOn ?? t('teams.arrangement.open'),
          },
          ...(may
            ? [
                {
                  key: 'deeds',
                  title: t('teams.column.deed'),
                  cell: (row: BatchRow) => (
                    <button type="button" className="text-button" onClick={() => begin(row)}>
                      {t('teams.form.batch.change')}
                    </button>
                  ),
                },
              ]
            : []),
        ]}
      />
      <Drawer open={doing === 'add'} title={t('teams.form.batch.add')} onClose={close}>
        <AddBatchForm known={rows} onDone={done} onCancel={close} />
      </Drawer>
      {doing !== undefined && doing !== 'add' && (
        <Drawer open title={t('teams.form.batch.change')} onClose={close}>
          <ChangeBatchForm batch={doing} onDone={done} onCancel={close} />
        </Drawer>
      )}
    </Section>
  );
}
