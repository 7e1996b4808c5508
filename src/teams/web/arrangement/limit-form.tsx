// Setting a size for the place the page is on, from a day on.
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { limitNames } from '../../codes.ts';
import type { Written } from '../../contract-values.ts';
import { isSize } from './size.ts';

export function SetLimitForm(props: {
  /** The size to set anew, or '' to choose one. */
  name: string;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { name, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const { place } = usePlacePeriod();
  const asked = useAsk<{ name: string }>(`/api/regions/places/${place}`);
  const form = useForm(
    `teams.limit.set:${place}:${name}`,
    { name, value: '', validFrom: today, document: '' },
    (values) => ({
      name: values.name ? undefined : t('teams.form.needed'),
      value: isSize(values.value) ? undefined : t('teams.form.size'),
      validFrom: values.validFrom ? undefined : t('teams.form.needed'),
      document: values.document.trim() ? undefined : t('teams.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('teams.form.limit.set')}
      send={(values, id) =>
        send<Written>(
          'POST',
          '/api/teams/limits',
          {
            name: values.name,
            place,
            value: Number(values.value),
            validFrom: values.validFrom,
            document: values.document.trim(),
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="section-note">
        {t('teams.form.limit.place', { place: asked.data?.name ?? '' })}
      </p>
      <SelectField
        form={form}
        name="name"
        label={t('teams.form.limit.name')}
        none={t('teams.form.choose')}
        required
        choices={limitNames.map((one) => ({ value: one, label: t(`teams.limit_name.${one}`) }))}
      />
      <TextField
        form={form}
        name="value"
        label={t('teams.form.limit.value')}
        inputMode="numeric"
        maxLength={2}
        required
      />
      <DayField form={form} name="validFrom" label={t('teams.form.validFrom')} required />
      <TextField
        form={form}
        name="document"
        label={t('teams.form.document')}
        help={t('teams.form.document.help')}
        maxLength={80}
        required
      />
    </Form>
  );
}
