// Saying why rows differ: one reason for all that were chosen.
import { send } from '../../../platform/web/api.ts';
import { ChoiceField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import type { Reason } from '../../codes.ts';
import type { ItemRow, RunPage } from '../../contract-runs.ts';
import { reasonsFor, wantsNote } from '../../rules/statement.ts';
import { ChosenItems } from './chosen-items.tsx';

export function ExplainForm(props: {
  run: RunPage;
  items: readonly ItemRow[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const { run, items } = props;
  const t = useT();
  const [first] = items;
  const result = first?.result;
  const choices =
    result === undefined || result === 'matched' || result === 'ambiguous'
      ? []
      : reasonsFor[result];
  const form = useForm(
    `reconciliation.explain:${run.id}`,
    { reason: first?.reason ?? '', note: first?.note ?? '' },
    ({ reason, note }) => ({
      reason: (choices as readonly string[]).includes(reason)
        ? undefined
        : t('reconciliation.form.needed'),
      note:
        reason !== '' && wantsNote(reason as Reason) && !note.trim()
          ? t('reconciliation.form.note_needed')
          : undefined,
    }),
  );
  return (
    <Form
      form={form}
      verb={t('reconciliation.run_verb.explain')}
      send={({ reason, note }, id) =>
        send(
          'POST',
          `/api/reconciliation/runs/${run.id}/explain`,
          { items: items.map((item) => item.id), reason, note: note.trim() || null },
          id,
        )
      }
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      <ChosenItems items={items} />
      <ChoiceField
        form={form}
        name="reason"
        label={t('reconciliation.sheet.reason')}
        required
        choices={choices.map((one) => ({ value: one, label: t(`reconciliation.reason.${one}`) }))}
      />
      <TextField
        form={form}
        name="note"
        label={t('reconciliation.sheet.note')}
        help={t(
          form.values.reason === 'recorded_wrongly'
            ? 'reconciliation.form.note.recorded_wrongly'
            : 'reconciliation.form.note.help',
        )}
        lines={3}
      />
    </Form>
  );
}
