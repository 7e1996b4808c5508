// One decision about the chosen households: checked, refused for a reason, or put on a list.
import { exactYuan } from '../../kit/money.ts';
import { send } from '../../platform/web/api.ts';
import { TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import type { AwardRow } from '../contract.ts';

export type What = 'check' | 'refuse' | 'list';

export function DecisionForm(props: {
  project: string;
  awards: readonly AwardRow[];
  what: What;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { project, awards, what, onDone, onCancel } = props;
  const t = useT();
  const asks = what === 'refuse';
  const form = useForm(`subsidies.${what}:${project}`, { reason: '' }, (values) => ({
    reason: asks && !values.reason.trim() ? t('subsidies.form.needed') : undefined,
  }));
  const amount = exactYuan(awards.reduce((sum, one) => sum + BigInt(one.amount), 0n));
  const name = {
    check: t('subsidies.check', { count: awards.length }),
    refuse: t('subsidies.refuse'),
    list: t('subsidies.list', { count: awards.length, amount }),
  }[what];
  return (
    <Form
      form={form}
      verb={name}
      send={(values, id) => {
        const ids = awards.map((one) => one.id);
        return what === 'list'
          ? send('POST', '/api/subsidies/batches', { project, awards: ids }, id)
          : send(
              'POST',
              `/api/subsidies/projects/${project}/decisions`,
              { awards: ids, verb: what, ...(asks ? { reason: values.reason.trim() } : {}) },
              id,
            );
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <ul>
        {awards.map((one) => (
          <li key={one.id}>
            {one.villageName} {one.head} …{one.accountTail} {exactYuan(one.amount)}
          </li>
        ))}
      </ul>
      {asks && (
        <TextField
          form={form}
          name="reason"
          label={t('subsidies.form.reason')}
          lines={3}
          maxLength={500}
          required
        />
      )}
    </Form>
  );
}
