// Role, home place, and whom an account is for: what a grant is asked with.
import { SelectField } from '../../../../platform/web/fields.tsx';
import type { FormState } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import { type RoleName, roles } from '../../../roles.ts';
import { isOfUnit, isPosted } from '../../../rules/admin.ts';
import { PersonField } from './person-field.tsx';
import { PlaceField } from './place-field.tsx';
import { type RightsValues, roleOf } from './rights-values.ts';
import { UnitField } from './unit-field.tsx';

export function RightsFields(props: {
  form: FormState<RightsValues>;
  /** The roles to choose from. */
  choices: readonly RoleName[];
  /** The name the roster is asked with. */
  personName: string;
  /** Who it is stays when nobody is chosen. */
  kept?: boolean;
}) {
  const { form, choices, personName, kept = false } = props;
  const t = useT();
  const role = roleOf(form.values);
  return (
    <>
      <SelectField
        form={form}
        name="role"
        label={t('access.admin.role')}
        {...(role ? { help: t(`access.hint.${role}`) } : {})}
        required
        choices={choices.map((value) => ({ value, label: t(`access.role.${value}`) }))}
      />
      <PlaceField form={form} levels={role ? roles[role].levels : []} />
      {role && (isOfUnit(role) || isPosted(role)) && (
        <UnitField
          form={form}
          help={t(isPosted(role) ? 'access.form.unit.person_help' : 'access.form.unit.help')}
          required={isOfUnit(role) && !kept}
        />
      )}
      {role && isPosted(role) && <PersonField form={form} name={personName} kept={kept} />}
    </>
  );
}
