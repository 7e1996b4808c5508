// Pairing two by hand, and taking a pair apart; each with its reason.
import { send } from '../../../platform/web/api.ts';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import type { ItemRow, RunPage } from '../../contract-runs.ts';
import { ChosenItems } from './chosen-items.tsx';

interface Deed {
  run: RunPage;
  onDone: () => void;
  onCancel: () => void;
}

export function PairForm(props: Deed & { items: readonly ItemRow[] }) {
  const { run, items } = props;
  const t = useT();
  const ours = items.find(({ oursKey }) => oursKey !== null)?.oursKey;
  const theirs = items.find(({ theirsKey }) => theirsKey !== null)?.theirsKey;
  return (
    <ReasonForm
      {...props}
      name={`pair:${ours}:${theirs}`}
      verb={t('reconciliation.run_verb.pair')}
      path={`/api/reconciliation/runs/${run.id}/pair`}
      more={{ ours, theirs }}
    />
  );
}

export function PartForm(props: Deed & { item: ItemRow }) {
  const { run, item } = props;
  const t = useT();
  return (
    <ReasonForm
      {...props}
      items={[item]}
      name={`part:${item.oursKey}:${item.theirsKey}`}
      verb={t(
        item.result === 'ambiguous'
          ? 'reconciliation.form.leave_apart'
          : 'reconciliation.run_verb.part',
      )}
      path={`/api/reconciliation/runs/${run.id}/part`}
      more={{ item: item.id }}
    />
  );
}

function ReasonForm(
  props: Deed & {
    items: readonly ItemRow[];
    name: string;
    verb: string;
    path: string;
    more: object;
  },
) {
  const t = useT();
  const form = useForm(`reconciliation.${props.name}`, { reason: '' }, ({ reason }) => ({
    reason: reason.trim() ? undefined : t('reconciliation.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={props.verb}
      send={({ reason }, id) =>
        send('POST', props.path, { ...props.more, reason: reason.trim() }, id)
      }
      onDone={props.onDone}
      onCancel={props.onCancel}
    >
      <ChosenItems items={props.items} />
      <TextField
        form={form}
        name="reason"
        label={t('reconciliation.form.reason')}
        help={t('reconciliation.form.reason.help')}
        lines={2}
        required
      />
    </Form>
  );
}
