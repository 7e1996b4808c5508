// The unit of an account: found by name.
import { ChosenField } from '../../../../platform/web/chosen-field.tsx';
import type { FormState } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import type { UnitsFound } from '../../../contract-accounts.ts';
import type { RightsValues } from './rights-values.ts';

export function UnitField(props: {
  form: FormState<RightsValues>;
  help: string;
  required: boolean;
}) {
  const { form, help, required } = props;
  const t = useT();
  return (
    <ChosenField<UnitsFound>
      label={t('access.form.unit')}
      help={help}
      chosen={form.values.unitName}
      error={form.errorOf('unit')}
      required={required}
      // Another unit is another person.
      onChoose={({ id, name }) => form.set({ unit: id, unitName: name, person: '' })}
      onRemove={() => form.set({ unit: '', unitName: '', person: '' })}
      path="/api/access/units"
      found={({ rows }) => rows.map(({ id, name, homeName }) => ({ id, name, note: homeName }))}
    />
  );
}
