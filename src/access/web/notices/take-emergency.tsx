// Taking a wider scope for a reason and for hours.
import { characters } from '../../../kit/text.ts';
import { send } from '../../../platform/web/api.ts';
import { SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';

const hours = ['1', '2', '4', '8', '24'] as const;

export function TakeEmergencyForm(props: { onDone: () => void; onCancel: () => void }) {
  const t = useT();
  const form = useForm('access.emergency.take', { place: '', reason: '', hours: '4' }, (v) => ({
    place: v.place.trim().length < 2 ? t('access.form.needed') : undefined,
    reason: characters(v.reason.trim()) < 10 ? t('access.emergency.reason.short') : undefined,
    hours: v.hours ? undefined : t('access.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('access.emergency.take')}
      send={(v, id) =>
        send(
          'POST',
          '/api/access/emergencies',
          { place: v.place.trim(), reason: v.reason.trim(), hours: Number(v.hours) },
          id,
        )
      }
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      <p>{t('access.emergency.warning')}</p>
      <TextField
        form={form}
        name="place"
        label={t('access.emergency.place')}
        help={t('access.emergency.place.help')}
        maxLength={50}
        required
      />
      <TextField
        form={form}
        name="reason"
        label={t('access.emergency.reason')}
        help={t('access.emergency.reason.help')}
        lines={4}
        maxLength={500}
        required
      />
      <SelectField
        form={form}
        name="hours"
        label={t('access.emergency.hours')}
        required
        choices={hours.map((one) => ({
          value: one,
          label: t('access.emergency.hours.count', { count: one }),
        }))}
      />
    </Form>
  );
}
