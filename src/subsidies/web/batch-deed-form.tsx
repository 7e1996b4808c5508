// A list is checked with the request for payment made for it, or discarded; its receipt is registered on that request.
import { exactYuan } from '../../kit/money.ts';
import { send } from '../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { useSession } from '../../platform/web/session.ts';
import type { BatchPage } from '../contract.ts';

export function BatchDeedForm(props: {
  batch: BatchPage;
  verb: 'check' | 'discard' | 'receipt';
  onDone: () => void;
  onCancel: () => void;
}) {
  const { batch, verb, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const [discards, pays] = [verb === 'discard', verb === 'receipt'];
  const names = !discards;
  const needed = (on: boolean, text: string) =>
    on && !text.trim() ? t('subsidies.form.needed') : undefined;
  const form = useForm(
    `subsidies.batch.${verb}:${batch.id}`,
    {
      ...{ reason: '', receipt: '', day: today, bookedOn: '' },
      request: pays ? (batch.requests[0]?.id ?? '') : '',
    },
    (values) => ({
      reason: needed(discards, values.reason),
      request: needed(names, values.request),
      receipt: needed(pays, values.receipt),
      day: needed(pays, values.day),
    }),
  );
  return (
    <Form
      form={form}
      verb={t(`subsidies.verb.${verb}`)}
      send={({ reason, request, receipt, day, bookedOn }, id) =>
        send(
          'POST',
          `/api/subsidies/batches/${batch.id}/steps/${verb}`,
          {
            seen: batch.changedAt,
            ...(discards ? { reason: reason.trim() } : {}),
            ...(names ? { request } : {}),
            ...(pays ? { receipt: receipt.trim(), day } : {}),
            ...(pays && bookedOn ? { bookedOn } : {}),
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>{t('subsidies.batch.counts', { count: batch.count, amount: exactYuan(batch.amount) })}</p>
      {pays && batch.paidAmount !== null && (
        <p>{t('subsidies.batch.only_paid', { amount: exactYuan(batch.paidAmount) })}</p>
      )}
      {discards && (
        <TextField
          {...{ form, name: 'reason', label: t('subsidies.form.reason'), lines: 3 }}
          maxLength={500}
          required
        />
      )}
      {names && (
        <SelectField
          {...{ form, name: 'request', label: t('subsidies.form.request') }}
          none={t('subsidies.form.choose')}
          help={t('subsidies.form.request.help')}
          required
          choices={batch.requests.map(({ id, askedOn, payee, amount }) => ({
            value: id,
            label: t('subsidies.form.request_of', {
              ...{ day: askedOn, payee, amount: exactYuan(amount) },
            }),
          }))}
        />
      )}
      {pays && (
        <>
          <TextField
            {...{ form, name: 'receipt', label: t('subsidies.form.receipt') }}
            maxLength={80}
            required
          />
          <DayField
            {...{ form, name: 'day', label: t('subsidies.form.day') }}
            max={today}
            required
          />
          <DayField
            {...{ form, name: 'bookedOn', label: t('projects.form.booked_on') }}
            help={t('projects.form.booked_on.help')}
            max={today}
          />
        </>
      )}
    </Form>
  );
}
