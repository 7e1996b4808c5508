// Adding a duty to a pairing: of which kind, and what is promised.
import { send } from '../../../platform/web/api.ts';
import { ChoiceField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { dutyKinds } from '../../codes.ts';
import type { PairingRow } from '../../contract-organisations.ts';
import type { Written } from '../../contract-values.ts';

export function AddDutyForm(props: {
  pairing: PairingRow;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { pairing, onDone, onCancel } = props;
  const t = useT();
  const initial = { kind: 'matters', promise: '' };
  const form = useForm(`teams.duty.add:${pairing.id}`, initial, (values) => ({
    promise: values.promise.trim() ? undefined : t('teams.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('teams.form.duty.add')}
      send={({ kind, promise }, id) => {
        const body = { pairing: pairing.id, kind, promise: promise.trim() };
        return send<Written>('POST', '/api/teams/duties', body, id);
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p className="section-note">
        {t('teams.pairing.between', { helper: pairing.helperName, helped: pairing.placeName })}
      </p>
      <ChoiceField
        form={form}
        name="kind"
        label={t('teams.column.kind')}
        choices={dutyKinds.map((one) => ({ value: one, label: t(`teams.duty_kind.${one}`) }))}
      />
      <TextField
        form={form}
        name="promise"
        label={t('teams.form.duty.promise')}
        help={t('teams.form.pairing.duty.help')}
        lines={2}
        required
      />
    </Form>
  );
}
