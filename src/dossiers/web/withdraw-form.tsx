// A scan is taken out of the dossier, with a reason; it stays on record.
import { send } from '../../platform/web/api.ts';
import { TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';

export interface WithdrawOf {
  id: string;
  title: string;
}

export function WithdrawForm(props: { of: WithdrawOf; onDone: () => void; onCancel: () => void }) {
  const { of, onDone, onCancel } = props;
  const t = useT();
  const form = useForm(`dossiers.withdraw:${of.id}`, { reason: '' }, ({ reason }) => ({
    reason: reason.trim() ? undefined : t('dossiers.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('dossiers.withdraw')}
      send={({ reason }, id) =>
        send('POST', `/api/dossiers/files/${of.id}/withdraw`, { reason: reason.trim() }, id)
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField form={form} name="reason" label={t('dossiers.form.reason')} lines={2} required />
    </Form>
  );
}
