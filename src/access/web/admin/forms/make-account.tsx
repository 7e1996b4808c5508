// A new account: whose it is, what it may, and the link to its first password right after.
import { send } from '../../../../platform/web/api.ts';
import { TextField } from '../../../../platform/web/fields.tsx';
import { Form, type FormState, useForm } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import type { Invited } from '../../../contract-accounts.ts';
import { roleNames } from '../../../roles.ts';
import { accountName, displayNameFits, nameFits } from '../../../rules/sheet-rows.ts';
import { RightsFields } from './rights-fields.tsx';
import { type RightsValues, rightsBody, rightsErrors } from './rights-values.ts';

interface MakeValues extends RightsValues {
  name: string;
  displayName: string;
}

const empty: MakeValues = {
  ...{ name: '', displayName: '', role: '', home: '', homeName: '' },
  ...{ unit: '', unitName: '', person: '', personName: '' },
};

export function MakeAccountForm(props: { onDone: (links: Invited) => void; onCancel: () => void }) {
  const t = useT();
  const form = useForm<MakeValues>('access.accounts.make', empty, (values) => ({
    ...rightsErrors(values, t, false),
    name: nameFits(accountName(values.name)) ? undefined : t('access.form.name.wrong'),
    displayName: displayNameFits(values.displayName.trim()) ? undefined : t('access.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('access.accounts.make')}
      send={async (values, id) => {
        const { name, displayName } = values;
        await send(
          'POST',
          '/api/access/accounts',
          { name: name.trim(), displayName: displayName.trim(), ...rightsBody(values) },
          id,
        );
        // Sent again after a lost answer, the account is there already and only the link is new.
        return send<Invited>('POST', '/api/access/invitations', { accounts: [id] });
      }}
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      <TextField
        form={form}
        name="displayName"
        label={t('access.admin.display_name')}
        help={t('access.form.display_name.help')}
        maxLength={64}
        required
      />
      <TextField
        form={form}
        name="name"
        label={t('access.admin.name')}
        help={t('access.form.name.help')}
        maxLength={64}
        required
      />
      <RightsFields
        // The fields touch the values of rights only.
        form={form as unknown as FormState<RightsValues>}
        choices={roleNames}
        personName={form.values.displayName}
      />
    </Form>
  );
}
