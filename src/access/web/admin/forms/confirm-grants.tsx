// Confirming role and place of one account or several.
import { send } from '../../../../platform/web/api.ts';
import { Form, useForm } from '../../../../platform/web/form.tsx';
import { useT } from '../../../../platform/web/i18n.tsx';
import type { GrantRow } from '../../../contract-accounts.ts';

export function ConfirmForm(props: {
  grants: readonly GrantRow[];
  onDone: () => void;
  onCancel?: () => void;
}) {
  const { grants, onDone, onCancel } = props;
  const t = useT();
  const form = useForm(`access.confirm:${grants.map((g) => g.id).join()}`, {}, () => ({}));
  return (
    <Form
      form={form}
      verb={t('access.grants.confirm')}
      send={(_, id) =>
        send('POST', '/api/access/grants/confirm', { requests: grants.map((g) => g.id) }, id)
      }
      onDone={onDone}
      {...(onCancel ? { onCancel } : {})}
    >
      <p className="admin-lead">{t('access.grants.confirm.note')}</p>
      {grants.length > 1 && (
        <ul className="admin-notes">
          {grants.map((g) => (
            <li key={g.id}>
              {g.displayName} · {t(`access.role.${g.role}`)} ·{' '}
              {t('access.admin.home_below', { above: g.aboveName, name: g.homeName })}
            </li>
          ))}
        </ul>
      )}
    </Form>
  );
}
