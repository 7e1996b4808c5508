// Taking away a second factor nobody can show any more: one administrator asks with the reason, another confirms.
import { send } from '../../../../platform/web/api.ts';
import { TextField } from '../../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';

interface Props {
  id: string;
  onDone: () => void;
  onCancel: () => void;
}

/** @param props its id is the account's */
export function AskWithoutFactor({ id, onDone, onCancel }: Props) {
  const t = useT();
  const form = useForm(`access.without_factor:${id}`, { reason: '' }, ({ reason }) => ({
    reason: reason.trim().length >= 2 ? undefined : t('access.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('access.do.remove_factor.submit')}
      send={({ reason }, key) =>
        send('POST', `/api/access/accounts/${id}/remove-factor`, { reason: reason.trim() }, key)
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="admin-lead">{t('access.do.remove_factor.note')}</p>
      <TextField
        form={form}
        name="reason"
        label={t('access.grants.why')}
        help={t('access.do.remove_factor.help')}
        lines={3}
        maxLength={200}
        required
      />
    </Form>
  );
}

/** @param props its id is the request's */
export function ConfirmWithoutFactor({ id, onDone, onCancel }: Props) {
  const t = useT();
  const form = useForm(`access.confirm_without_factor:${id}`, {}, () => ({}));
  return (
    <Form
      form={form}
      verb={t('access.do.remove_factor')}
      send={(_, key) => send('POST', `/api/access/grants/${id}/remove-factor`, undefined, key)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="admin-lead">{t('access.grants.factor.note')}</p>
    </Form>
  );
}
