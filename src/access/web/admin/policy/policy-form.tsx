// Changing the policy: a preset gives every value, each may be set apart from it within its bounds.
import { send } from '../../../../platform/web/api.ts';
import { TextField } from '../../../../platform/web/fields.tsx';
import { Form, type FormState, useForm } from '../../../../platform/web/form.tsx';
import { type T, useT } from '../../../../platform/web/i18n.tsx';
import type { PolicyPage } from '../../../contract-accounts.ts';
import { type RoleName, roleNames } from '../../../roles.ts';
import { type Policy, presets } from '../../../rules/policy.ts';
import { bounds, numbers, outOfBounds, type PolicyNumber } from '../../../rules/policy-bounds.ts';

type PolicyValues = Record<PolicyNumber | 'preset' | 'roles', string>;

export function PolicyForm(props: { now: PolicyPage; onDone: () => void; onCancel: () => void }) {
  const { now, onDone, onCancel } = props;
  const t = useT();
  const form = useForm<PolicyValues>(`access.policy:${now.since}`, typed(now.policy), (values) =>
    errorsOf(t, values),
  );
  return (
    <Form
      form={form}
      verb={t('access.policy.submit')}
      send={(values, id) =>
        send('POST', '/api/access/policies', { policy: meant(values), seen: now.since }, id)
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="admin-lead">{t('access.policy.change.note')}</p>
      <fieldset className="field choice-field">
        <legend>{t('access.policy.preset')}</legend>
        {(['level3', 'nist'] as const).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="preset"
              checked={form.values.preset === name}
              onChange={() => form.set(typed(presets[name]))}
            />
            {t(`access.policy.preset.${name}`)}
          </label>
        ))}
      </fieldset>
      {numbers.map((name) => (
        <NumberField key={name} form={form} name={name} />
      ))}
      <RolesField form={form} />
    </Form>
  );
}

function NumberField({ form, name }: { form: FormState<PolicyValues>; name: PolicyNumber }) {
  const t = useT();
  const { least, most, never } = bounds[name];
  const within = t(never ? 'access.policy.bounds_or_never' : 'access.policy.bounds', {
    least,
    most,
  });
  return (
    <TextField
      form={form}
      name={name}
      label={t(`access.policy_item.${name}`)}
      help={`${t(`access.policy_item.${name}.means`)} · ${within}`}
      inputMode="numeric"
      maxLength={4}
    />
  );
}

function RolesField({ form }: { form: FormState<PolicyValues> }) {
  const t = useT();
  const chosen = rolesIn(form.values.roles);
  return (
    <fieldset className="field choice-field">
      <legend>{t('access.policy.roles')}</legend>
      <div className="admin-checks">
        {roleNames.map((role) => (
          <label key={role}>
            <input
              type="checkbox"
              checked={chosen.includes(role)}
              onChange={(event) =>
                form.set({
                  roles: roleNames
                    .filter((one) => (one === role ? event.target.checked : chosen.includes(one)))
                    .join(' '),
                })
              }
            />
            {t(`access.role.${role}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const rolesIn = (text: string): RoleName[] => {
  const named = text.split(' ');
  return roleNames.filter((role) => named.includes(role));
};

function typed(policy: Policy): PolicyValues {
  const texts = numbers.map((name) => [name, policy[name] === null ? '' : String(policy[name])]);
  return {
    ...(Object.fromEntries(texts) as Record<PolicyNumber, string>), // the names are exactly `numbers`
    preset: policy.preset,
    roles: roleNames.filter((role) => policy.secondFactorRoles.includes(role)).join(' '),
  };
}

function meant(values: PolicyValues): Policy {
  const numbered = numbers.map((name) => {
    const text = values[name].trim();
    return [name, text === '' ? null : /^[0-9]+$/.test(text) ? Number(text) : Number.NaN];
  });
  return {
    ...(Object.fromEntries(numbered) as Pick<Policy, PolicyNumber>), // held against the bounds before it is sent
    preset: values.preset === 'nist' ? 'nist' : 'level3',
    secondFactorRoles: rolesIn(values.roles),
  };
}

function errorsOf(t: T, values: PolicyValues): Partial<Record<PolicyNumber, string>> {
  return Object.fromEntries(
    outOfBounds(meant(values)).map((name) => {
      const { least, most } = bounds[name];
      return [name, t('access.policy.out', { least, most })];
    }),
  );
}
