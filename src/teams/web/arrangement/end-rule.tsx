// Ending a requirement or a size: from which day it no longer holds.
import { send } from '../../../platform/web/api.ts';
import { DayField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { Written } from '../../contract-values.ts';

export function EndRuleForm(props: {
  /** Its address below /api/teams. */
  of: string;
  /** What it says, in words. */
  said: string;
  since: string;
  verb: string;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { of, said, since, verb, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const form = useForm(`teams.rule.end:${of}`, { validTo: today }, ({ validTo }) => ({
    validTo: validTo > since ? undefined : t('teams.form.end_after'),
  }));
  return (
    <Form
      form={form}
      verb={verb}
      send={(values, id) => send<Written>('POST', `/api/teams/${of}/end`, values, id)}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="section-note">{said}</p>
      <DayField
        form={form}
        name="validTo"
        label={t('teams.form.validTo')}
        help={t('teams.form.validTo.help')}
        min={since}
        required
      />
    </Form>
  );
}
