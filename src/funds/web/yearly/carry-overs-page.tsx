// Carrying over at the end of a year, county by county, and drafting it.
import { useState } from 'react';
import { levelOfKey } from '../../../kit/region-key.ts';
import { send } from '../../../platform/web/api.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { PageLink, useGo, usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { useNone } from '../../../platform/web/use-none.ts';
import type { CarryOverRow } from '../../contract-yearly.ts';
import { Wan } from '../wan.tsx';

export default function CarryOversPage() {
  const t = useT();
  const go = useGo();
  const { place } = usePlacePeriod();
  const { home } = useSession();
  const may = useMay('funds.register') && ['county', 'city'].includes(levelOfKey(home.key));
  const none = useNone('funds.carry.none', may);
  const asked = usePages<CarryOverRow>('/api/funds/carry-overs', { place });
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <PageTitle
        question={t('funds.page.carry_overs.question')}
        actions={
          may && (
            <button type="button" className="main-button" onClick={() => setOpen(true)}>
              {t('funds.carry.draft')}
            </button>
          )
        }
      />
      <p className="page-lead">{t('funds.page.carry_overs.note')}</p>
      <DataTable<CarryOverRow>
        caption={t('funds.page.carry_overs')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={none}
        columns={[
          {
            key: 'year',
            title: t('funds.column.year'),
            cell: (row) => (
              <PageLink to={`/funds/carry-overs/${row.id}`}>
                {t('funds.carry.of_year', { year: row.year })}
              </PageLink>
            ),
          },
          { key: 'office', title: t('funds.carry.office'), cell: (row) => row.officeName },
          {
            key: 'state',
            title: t('funds.column.state'),
            cell: (row) => t(`funds.rule_state.${row.state}`),
          },
          ...(['left', 'carried', 'surplus'] as const).map(
            (name): Column<CarryOverRow> => ({
              key: name,
              title: t(`funds.carry.${name}`),
              unit: t('platform.web.unit.wan'),
              number: true,
              cell: (row) => <Wan fen={row[name]} />,
            }),
          ),
          {
            key: 'document',
            title: t('funds.rule.document'),
            width: 14,
            cell: (row) => row.document,
          },
          {
            key: 'people',
            title: t('funds.rule.people'),
            width: 12,
            cell: (row) => [row.draftedBy, row.approvedBy].filter(Boolean).join(' → '),
          },
        ]}
      />
      <Drawer open={open} title={t('funds.carry.draft')} onClose={close}>
        <DraftForm onDone={(id) => go(`/funds/carry-overs/${id}`)} onCancel={close} />
      </Drawer>
    </>
  );
}

function DraftForm({ onDone, onCancel }: { onDone: (id: string) => void; onCancel: () => void }) {
  const t = useT();
  const { home, today } = useSession();
  const form = useForm(
    `funds.carry.new:${home.key}`,
    { year: String(Number(today.slice(0, 4)) - 1), document: '' },
    ({ year, document }) => ({
      year: /^20(2[1-9]|[3-9]\d)$/.test(year) ? undefined : t('funds.form.year_form'),
      document: document.trim() ? undefined : t('funds.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('funds.carry.draft')}
      send={({ year, document }, id) =>
        send<{ id: string }>(
          'POST',
          '/api/funds/carry-overs',
          { year: Number(year), document: document.trim() },
          id,
        )
      }
      onDone={({ id }) => onDone(id)}
      onCancel={onCancel}
    >
      <TextField
        form={form}
        name="year"
        label={t('funds.carry.year_end')}
        inputMode="numeric"
        maxLength={4}
        required
      />
      <TextField
        form={form}
        name="document"
        label={t('funds.rule.document')}
        help={t('funds.rule.document.help')}
        maxLength={80}
        required
      />
    </Form>
  );
}
