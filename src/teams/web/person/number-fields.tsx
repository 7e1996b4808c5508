// Identity and mobile number as they are typed: never offered by the browser, never kept in a draft.
import { TextField } from '../../../platform/web/fields.tsx';
import type { FormState } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';

type Numbers = Record<'idNumber' | 'phone', string>;

/** @param now what is on record already, masked */
export function NumberFields<V extends Numbers & Record<string, string>>(props: {
  form: FormState<V>;
  now?: { idNumber: string | null; phone: string | null };
}) {
  const { form, now } = props;
  const t = useT();
  const help = (name: 'idNumber' | 'phone') =>
    now?.[name] ? t('teams.person.has', { mask: now[name] }) : t(`teams.form.${name}.help`);
  return (
    <>
      <TextField
        form={form}
        name="idNumber"
        label={t('teams.form.idNumber')}
        help={help('idNumber')}
        maxLength={40}
        autoComplete="off"
      />
      <TextField
        form={form}
        name="phone"
        label={t('teams.form.phone')}
        help={help('phone')}
        inputMode="numeric"
        maxLength={40}
        autoComplete="off"
      />
    </>
  );
}
