// Refusing a grant, with what is to be mended.
import { send } from '../../../../platform/web/api.ts';
import { TextField } from '../../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import type { GrantRow } from '../../../contract-accounts.ts';

export function RefuseForm(props: { grant: GrantRow; onDone: () => void; onCancel: () => void }) {
  const { grant, onDone, onCancel } = props;
  const t = useT();
  const form = useForm(`access.refuse:${grant.id}`, { reason: '' }, ({ reason }) => ({
    reason: reason.trim().length >= 2 ? undefined : t('access.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('access.grants.refuse')}
      send={({ reason }, id) =>
        send('POST', `/api/access/grants/${grant.id}/refuse`, { reason: reason.trim() }, id)
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField
        form={form}
        name="reason"
        label={t('access.grants.refuse.reason')}
        help={t('access.grants.refuse.help')}
        lines={3}
        maxLength={200}
        required
      />
    </Form>
  );
}
