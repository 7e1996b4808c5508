// Exports that were taken in, and taking one back.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { clockAt } from '../../../kit/period.ts';
import { send } from '../../../platform/web/api.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { PageLink, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import type { ImportRow, Made } from '../../contract.ts';

export default function ImportsPage() {
  const t = useT();
  const may = useMay('funds.register');
  const { place } = usePlacePeriod();
  const asked = usePages<ImportRow>('/api/reconciliation/imports', { place });
  const [open, setOpen] = useState<ImportRow>();
  const queries = useQueryClient();
  const close = () => setOpen(undefined);
  return (
    <>
      <PageTitle
        question={t('reconciliation.page.imports.question')}
        actions={
          <>
            <PageLink to="/reconciliation" className="plain-button">
              {t('reconciliation.page.runs')}
            </PageLink>
            {may && (
              <PageLink to="/reconciliation/imports/new" className="main-button">
                {t('reconciliation.form.take_in')}
              </PageLink>
            )}
          </>
        }
      />
      <DataTable<ImportRow>
        caption={t('reconciliation.page.imports')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{
          why: t('reconciliation.import.none'),
          todo: t(may ? 'reconciliation.import.none.todo' : 'reconciliation.import.none.reader'),
        }}
        columns={[
          {
            key: 'name',
            title: t('reconciliation.column.file'),
            width: 16,
            cell: (row) => row.name,
          },
          {
            key: 'source',
            title: t('reconciliation.column.source'),
            width: 14,
            cell: (row) => `${row.sourceName} · ${t(`reconciliation.source_kind.${row.kind}`)}`,
          },
          {
            key: 'period',
            title: t('reconciliation.column.period'),
            cell: (row) => t('platform.web.period.between', { from: row.from, to: row.to }),
          },
          {
            key: 'lines',
            title: t('reconciliation.column.lines'),
            number: true,
            cell: (row) => row.lines,
          },
          {
            key: 'leftOut',
            title: t('reconciliation.column.left_out'),
            number: true,
            cell: (row) => row.leftOut,
          },
          {
            key: 'amount',
            title: t('funds.column.amount'),
            unit: t('platform.web.unit.yuan'),
            number: true,
            cell: (row) => <Value of={{ value: row.amount, as: 'fen' }} money="yuan" bare />,
          },
          {
            key: 'taken',
            title: t('reconciliation.column.taken'),
            width: 14,
            cell: (row) =>
              [clockAt(Date.parse(row.takenAt)), row.takenBy].filter(Boolean).join(' '),
          },
          {
            key: 'deed',
            title: t('reconciliation.column.state'),
            width: 12,
            cell: (row) =>
              row.withdrawn ? (
                t('reconciliation.import.withdrawn', { reason: row.reason ?? '' })
              ) : row.mayWithdraw ? (
                <button type="button" className="text-button" onClick={() => setOpen(row)}>
                  {t('reconciliation.form.withdraw')}
                </button>
              ) : (
                t('reconciliation.import.in_use')
              ),
          },
        ]}
      />
      {open && (
        <Drawer open title={t('reconciliation.form.withdraw')} onClose={close}>
          <WithdrawForm
            file={open}
            onDone={() => {
              close();
              void queries.invalidateQueries();
            }}
            onCancel={close}
          />
        </Drawer>
      )}
    </>
  );
}

function WithdrawForm(props: { file: ImportRow; onDone: () => void; onCancel: () => void }) {
  const { file } = props;
  const t = useT();
  const form = useForm(`reconciliation.withdraw:${file.id}`, { reason: '' }, ({ reason }) => ({
    reason: reason.trim() ? undefined : t('reconciliation.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('reconciliation.form.withdraw')}
      send={({ reason }, id) =>
        send<Made>(
          'POST',
          `/api/reconciliation/imports/${file.id}/withdraw`,
          { reason: reason.trim() },
          id,
        )
      }
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      <p className="deed-about">
        {t('reconciliation.form.withdraw.about', { name: file.name, count: file.lines })}
      </p>
      <TextField
        form={form}
        name="reason"
        label={t('reconciliation.form.reason')}
        lines={2}
        required
      />
    </Form>
  );
}
