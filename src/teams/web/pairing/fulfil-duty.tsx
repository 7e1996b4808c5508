// Recording what was done of a duty: what, and on which day.
import { send } from '../../../platform/web/api.ts';
import { DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { PairingRow } from '../../contract-organisations.ts';
import type { Written } from '../../contract-values.ts';

export function FulfilDutyForm(props: {
  duty: PairingRow['duties'][number];
  onDone: () => void;
  onCancel: () => void;
}) {
  const { duty, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const form = useForm(
    `teams.duty.fulfil:${duty.id}`,
    { fulfilled: '', fulfilledOn: today },
    (values) => ({
      fulfilled: values.fulfilled.trim() ? undefined : t('teams.form.needed'),
      fulfilledOn: values.fulfilledOn ? undefined : t('teams.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('teams.form.duty')}
      send={({ fulfilled, fulfilledOn }, id) => {
        const body = { fulfilled: fulfilled.trim(), fulfilledOn };
        return send<Written>('POST', `/api/teams/duties/${duty.id}/fulfil`, body, id);
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="section-note">
        {t('teams.pairing.duty', {
          kind: t(`teams.duty_kind.${duty.kind}`),
          promise: duty.promise,
        })}
      </p>
      <TextField
        form={form}
        name="fulfilled"
        label={t('teams.form.duty.fulfilled')}
        lines={3}
        required
      />
      <DayField
        form={form}
        name="fulfilledOn"
        label={t('teams.form.duty.fulfilledOn')}
        max={today}
        required
      />
    </Form>
  );
}
