// Ending a posting: from which day, why, and a note.
import { send } from '../../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { endReasons } from '../../codes.ts';
import type { PostingRow } from '../../contract.ts';
import type { Written } from '../../contract-values.ts';
import { LeftBehind } from './left-behind.tsx';

export function EndPostingForm(props: {
  posting: PostingRow;
  onDone: (answer: Written) => void;
  onCancel: () => void;
}) {
  const { posting, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const form = useForm(
    `teams.posting.end:${posting.id}`,
    { endsOn: today, reason: '', note: '' },
    (values) => ({
      endsOn: values.endsOn ? undefined : t('teams.form.needed'),
      reason: values.reason ? undefined : t('teams.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('teams.form.posting.end')}
      send={(values, id) =>
        send<Written>(
          'POST',
          `/api/teams/postings/${posting.id}/end`,
          { endsOn: values.endsOn, reason: values.reason, note: values.note.trim() || null },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <DayField
        form={form}
        name="endsOn"
        label={t('teams.form.endsOn')}
        help={t('teams.form.endsOn.help')}
        min={posting.startsOn}
        required
      />
      <LeftBehind posting={posting} on={form.values.endsOn} />
      <SelectField
        form={form}
        name="reason"
        label={t('teams.form.reason')}
        required
        choices={endReasons.map((one) => ({ value: one, label: t(`teams.end_reason.${one}`) }))}
      />
      <TextField
        form={form}
        name="note"
        label={t('teams.form.note')}
        help={t('teams.form.note.help')}
        lines={3}
        maxLength={500}
      />
    </Form>
  );
}
