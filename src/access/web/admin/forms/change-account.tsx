// Another role or place for an account: it waits for a grant again.
import { send } from '../../../../platform/web/api.ts';
import { Form, useForm } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import type { AccountPage } from '../../../contract-accounts.ts';
import { roleNames } from '../../../roles.ts';
import { isPosted, mayBecome } from '../../../rules/admin.ts';
import { RightsFields } from './rights-fields.tsx';
import { type RightsValues, rightsBody, rightsErrors, roleOf } from './rights-values.ts';

export function ChangeAccountForm(props: {
  account: AccountPage;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { account, onDone, onCancel } = props;
  const t = useT();
  const keeps = (values: RightsValues) => {
    const role = roleOf(values);
    const keptPerson = role !== null && isPosted(role) && account.person !== null;
    return keptPerson || account.organisation !== null;
  };
  const form = useForm<RightsValues>(
    `access.change:${account.id}`,
    {
      ...{ role: account.role, home: account.home, homeName: account.homeName },
      ...{ unit: '', unitName: account.organisation?.name ?? '' },
      ...{ person: '', personName: '' },
    },
    (values) => rightsErrors(values, t, keeps(values)),
  );
  return (
    <Form
      form={form}
      verb={t('access.do.change.submit')}
      send={(values, id) =>
        send('POST', `/api/access/accounts/${account.id}/change`, rightsBody(values), id)
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="admin-lead">{t('access.do.change.note')}</p>
      <RightsFields
        form={form}
        choices={roleNames.filter((role) => mayBecome(account.role, role))}
        personName={account.displayName}
        kept={keeps(form.values)}
      />
    </Form>
  );
}
