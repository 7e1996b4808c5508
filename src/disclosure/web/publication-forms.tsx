// Recording where a copy is published, and taking it down.
import { addDays } from '../../kit/period.ts';
import { send } from '../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { useSession } from '../../platform/web/session.ts';
import { channels } from '../codes.ts';
import type { CopyPage, Publication } from '../contract.ts';

interface Ends {
  onDone: () => void;
  onCancel: () => void;
}

export function RecordForm({ of, onDone, onCancel }: { of: CopyPage } & Ends) {
  const t = useT();
  const { today } = useSession();
  const own = of.publications.some((one) => one.channel === 'own_pages' && !one.takenDownOn);
  const offered = channels.filter((one) => one !== 'own_pages' || (of.openPages && !own));
  const form = useForm(
    `disclosure.record:${of.id}`,
    {
      ...{ channel: 'government_site', shownAt: '', fromDay: today },
      untilDay: addDays(today, 30),
    },
    (values) => ({
      shownAt:
        values.channel !== 'own_pages' && !values.shownAt.trim()
          ? t('disclosure.form.where_needed')
          : undefined,
      fromDay: values.fromDay ? undefined : t('disclosure.form.day_needed'),
    }),
  );
  const elsewhere = form.values.channel !== 'own_pages';
  return (
    <Form
      form={form}
      verb={t('disclosure.record')}
      send={({ channel, shownAt, fromDay, untilDay }, id) =>
        send(
          'POST',
          `/api/disclosure/copies/${of.id}/publications`,
          {
            ...{ channel, fromDay, untilDay: untilDay || null },
            shownAt: channel === 'own_pages' ? null : shownAt.trim(),
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField
        form={form}
        name="channel"
        label={t('disclosure.column.channel')}
        choices={offered.map((one) => ({ value: one, label: t(`disclosure.channel.${one}`) }))}
        required
      />
      {elsewhere && (
        <TextField
          form={form}
          name="shownAt"
          label={t('disclosure.form.where')}
          help={t('disclosure.form.where.help')}
          maxLength={300}
          required
        />
      )}
      <DayField form={form} name="fromDay" label={t('disclosure.field.from')} required />
      <DayField
        form={form}
        name="untilDay"
        label={t('disclosure.field.until')}
        help={t('disclosure.form.until.help')}
      />
    </Form>
  );
}

export function TakeDownForm({ of, onDone, onCancel }: { of: Publication } & Ends) {
  const t = useT();
  const { today } = useSession();
  const form = useForm(`disclosure.down:${of.id}`, { on: today, reason: '' }, (values) => ({
    on: values.on ? undefined : t('disclosure.form.day_needed'),
    reason: values.reason.trim() ? undefined : t('disclosure.form.reason_needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('disclosure.take_down')}
      send={({ on, reason }, id) =>
        send(
          'POST',
          `/api/disclosure/publications/${of.id}/take-down`,
          { on, reason: reason.trim() },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <DayField
        form={form}
        name="on"
        label={t('disclosure.form.down_on')}
        {...(of.fromDay <= today ? { min: of.fromDay } : {})}
        max={today}
        required
      />
      <TextField
        form={form}
        name="reason"
        label={t('disclosure.form.reason')}
        help={t('disclosure.form.reason.help')}
        maxLength={80}
        required
      />
    </Form>
  );
}
