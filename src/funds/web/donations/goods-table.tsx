// Goods given at their value, and what may be done with those that wait.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { GoodsRow } from '../../contract-donations.ts';
import { Wan } from '../wan.tsx';

type Doing = { goods: GoodsRow; verb: 'confirm' | 'discard' };

export function GoodsTable({ place }: { place: string }) {
  const t = useT();
  const asked = usePages<GoodsRow>('/api/funds/donated-goods', { place });
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  return (
    <Section title={t('funds.donation.goods')} note={t('funds.donation.goods.note')}>
      <DataTable<GoodsRow>
        caption={t('funds.donation.goods')}
        rows={asked.rows}
        rowKey={(row) => row.id}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('funds.donation.no_goods'), todo: t('funds.donation.no_goods.todo') }}
        columns={[
          { key: 'goods', title: t('funds.goods.goods'), width: 10, cell: (row) => row.goods },
          { key: 'quantity', title: t('funds.goods.quantity'), cell: (row) => row.quantity },
          {
            key: 'value',
            title: t('funds.goods.value'),
            unit: t('platform.web.unit.wan'),
            number: true,
            cell: (row) => <Wan fen={row.value} />,
          },
          {
            key: 'valuedBy',
            title: t('funds.goods.valued_by'),
            width: 10,
            cell: (row) => row.valuedBy,
          },
          { key: 'donor', title: t('funds.donation.donor'), width: 12, cell: (row) => row.donor },
          { key: 'place', title: t('funds.donation.place'), cell: (row) => row.placeName },
          {
            key: 'receivedOn',
            title: t('funds.goods.received_on'),
            cell: (row) => row.receivedOn,
          },
          {
            key: 'usedFor',
            title: t('funds.goods.used_for'),
            width: 12,
            cell: (row) => row.usedFor,
          },
          {
            key: 'state',
            title: t('funds.goods.state'),
            cell: (row) => t(`funds.goods_state.${row.state}`),
          },
          {
            key: 'verbs',
            title: '',
            cell: (row) =>
              row.verbs.map((verb) => (
                <button
                  key={verb}
                  type="button"
                  className="text-button"
                  onClick={() => setDoing({ goods: row, verb })}
                >
                  {t(`funds.goods.${verb}`)}
                </button>
              )),
          },
        ]}
      />
      {doing && (
        <Drawer open title={t(`funds.goods.${doing.verb}`)} onClose={close}>
          <DecideForm
            doing={doing}
            onDone={() => {
              close();
              void queries.invalidateQueries();
            }}
            onCancel={close}
          />
        </Drawer>
      )}
    </Section>
  );
}

function DecideForm(props: { doing: Doing; onDone: () => void; onCancel: () => void }) {
  const { doing, onDone, onCancel } = props;
  const { goods, verb } = doing;
  const t = useT();
  const form = useForm(`funds.goods.${verb}:${goods.id}`, { reason: '' }, ({ reason }) => ({
    reason: verb === 'confirm' || reason.trim() ? undefined : t('funds.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t(`funds.goods.${verb}`)}
      send={({ reason }, id) =>
        send(
          'POST',
          `/api/funds/donated-goods/${goods.id}/${verb}`,
          verb === 'confirm' ? undefined : { reason: reason.trim() },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="deed-about">
        {goods.donor} · {goods.goods} {goods.quantity}
      </p>
      {verb === 'discard' && (
        <TextField form={form} name="reason" label={t('funds.form.reason')} lines={3} required />
      )}
    </Form>
  );
}
