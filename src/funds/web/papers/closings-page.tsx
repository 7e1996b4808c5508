// Months of the counties' books that are closed, and closing one.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { monthOf, monthPlus, todayAt } from '../../../kit/period.ts';
import { levelOfKey } from '../../../kit/region-key.ts';
import { send } from '../../../platform/web/api.ts';
import { useAsk, usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Loading, PageTitle, Problem } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { useNone } from '../../../platform/web/use-none.ts';
import type { ClosingRow } from '../../contract-papers.ts';

export default function ClosingsPage() {
  const t = useT();
  const { place } = usePlacePeriod();
  const { home } = useSession();
  const may = useMay('funds.check') && ['county', 'city'].includes(levelOfKey(home.key));
  const none = useNone('funds.closing.none', may);
  const asked = usePages<ClosingRow>('/api/funds/closings', { place });
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <PageTitle
        question={t('funds.page.closings.question')}
        actions={
          may && (
            <button type="button" className="main-button" onClick={() => setOpen(true)}>
              {t('funds.form.close_month')}
            </button>
          )
        }
      />
      <p className="page-lead">{t('funds.page.closings.note')}</p>
      <DataTable<ClosingRow>
        caption={t('funds.page.closings')}
        rows={asked.rows}
        rowKey={(row) => `${row.place} ${row.month}`}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={none}
        columns={[
          { key: 'month', title: t('funds.column.month'), cell: (row) => row.month },
          { key: 'place', title: t('funds.column.county'), cell: (row) => row.placeName },
          { key: 'by', title: t('funds.column.closed_by'), cell: (row) => row.closedBy },
          {
            key: 'at',
            title: t('funds.column.closed_at'),
            cell: (row) => todayAt(Date.parse(row.closedAt)),
          },
        ]}
      />
      <Drawer open={open} title={t('funds.form.close_month')} onClose={close}>
        <CloseMonthForm
          onDone={() => {
            close();
            void queries.invalidateQueries();
          }}
          onCancel={close}
        />
      </Drawer>
    </>
  );
}

function CloseMonthForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { home, today } = useSession();
  const closed = useAsk<{ rows: ClosingRow[] }>('/api/funds/closings', {
    place: home.key,
    limit: '200',
  });
  if (closed.error) return <Problem problem={closed.error} onRetry={() => void closed.refetch()} />;
  if (!closed.data || closed.isFetching) return <Loading rows={2} />;
  // A city sees months of its counties too; its own are closed by themselves.
  const last = closed.data.rows.find(({ place }) => place === home.key)?.month;
  const month = last ? monthPlus(last, 1) : monthPlus(monthOf(today), -1);
  return <MonthForm key={month} month={month} onDone={onDone} onCancel={onCancel} />;
}

function MonthForm(props: { month: string; onDone: () => void; onCancel: () => void }) {
  const { month: proposed, onDone, onCancel } = props;
  const t = useT();
  const { home } = useSession();
  const form = useForm(
    `funds.closing:${home.key}:${proposed}`,
    { month: proposed },
    ({ month }) => ({
      month: /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? undefined : t('funds.form.month_form'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('funds.form.close_month')}
      send={({ month }, id) => send('POST', '/api/funds/closings', { place: home.key, month }, id)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="deed-about">{t('funds.form.close_month.about', { place: home.name })}</p>
      <TextField
        form={form}
        name="month"
        label={t('funds.column.month')}
        help={t('funds.form.month.help')}
        maxLength={7}
        required
      />
    </Form>
  );
}
