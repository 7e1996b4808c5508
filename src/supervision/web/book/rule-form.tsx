// A new version of a rule: its values, whether it blocks, since when, and on what basis.
import { send } from '../../../platform/web/api.ts';
import { ChoiceField, DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { RuleRow } from '../../contract.ts';
import { meantValues, type Typed, typedValues, ValueFields, wrongValues } from './rule-values.tsx';

export function RuleForm(props: { rule: RuleRow; onDone: () => void; onCancel: () => void }) {
  const { rule, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const seen = rule.versions[0]?.version ?? 0;
  const form = useForm<Typed>(
    `supervision.rule:${rule.code}:${seen}`,
    {
      ...typedValues(rule),
      ...{ enabled: rule.enabled ? 'yes' : 'no', blocking: rule.blocking ? 'blocks' : 'hints' },
      ...{ replyDays: rule.replyDays === null ? '' : String(rule.replyDays) },
      ...{ validFrom: today, validTo: '', basis: '' },
    },
    (values) => ({
      ...wrongValues(t, rule, values),
      ...(/^(|[1-9]\d{0,2})$/.test(values.replyDays ?? '')
        ? {}
        : { replyDays: t('supervision.rules.number_form') }),
      ...(values.basis?.trim() ? {} : { basis: t('supervision.form.needed') }),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('supervision.rules.set')}
      send={(values, id) =>
        send(
          'POST',
          `/api/supervision/rules/${rule.code}/versions`,
          {
            values: meantValues(rule, values),
            enabled: values.enabled === 'yes',
            blocking: values.blocking === 'blocks',
            replyDays: values.replyDays ? Number(values.replyDays) : null,
            validFrom: values.validFrom,
            validTo: values.validTo || null,
            basis: values.basis?.trim(),
            seen,
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <ValueFields rule={rule} form={form} />
      <ChoiceField
        form={form}
        name="enabled"
        label={t('supervision.rules.enabled')}
        choices={['yes', 'no'].map((value) => ({
          value,
          label: t(`supervision.rules.enabled.${value}`),
        }))}
      />
      {rule.inline && (
        <ChoiceField
          form={form}
          name="blocking"
          label={t('supervision.rules.blocking')}
          choices={['hints', 'blocks'].map((value) => ({
            value,
            label: t(`supervision.rules.${value}`),
          }))}
        />
      )}
      <TextField
        form={form}
        name="replyDays"
        label={t('supervision.rules.reply_days')}
        help={t('supervision.rules.reply_days.help')}
        inputMode="numeric"
        maxLength={3}
      />
      <DayField
        form={form}
        name="validFrom"
        label={t('supervision.rules.valid_from')}
        min={today}
        required
      />
      <DayField form={form} name="validTo" label={t('supervision.rules.valid_to')} min={today} />
      <TextField
        form={form}
        name="basis"
        label={t('supervision.rules.basis')}
        help={t('supervision.rules.basis.help')}
        required
      />
    </Form>
  );
}
