// Registering goods given, at their value.
import { send } from '../../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { donorKinds } from '../../codes.ts';
import { fenText, useChecks, useReceivers } from './where.ts';

const empty = {
  ...{ place: '', donorKind: '', donor: '', goods: '', quantity: '', value: '' },
  ...{ valuedBy: '', receivedOn: '', usedFor: '' },
};
const texts = [
  ['goods', 'goods'],
  ['quantity', 'quantity'],
  ['valuedBy', 'valued_by'],
  ['usedFor', 'used_for'],
] as const;

export function GoodsForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useT();
  const { home, today } = useSession();
  const { needed, wan } = useChecks();
  const receivers = useReceivers();
  const form = useForm(`funds.goods.new:${home.key}`, { ...empty, receivedOn: today }, (given) => ({
    ...{ place: needed(given.place), donorKind: needed(given.donorKind) },
    ...{ donor: needed(given.donor), goods: needed(given.goods), quantity: needed(given.quantity) },
    ...{ value: wan(given.value), valuedBy: needed(given.valuedBy) },
    ...{ receivedOn: needed(given.receivedOn), usedFor: needed(given.usedFor) },
  }));
  return (
    <Form
      form={form}
      verb={t('funds.donation.add_goods')}
      send={(given, id) =>
        send(
          'POST',
          '/api/funds/donated-goods',
          {
            ...{ place: given.place, donorKind: given.donorKind, donor: given.donor.trim() },
            ...{ goods: given.goods.trim(), quantity: given.quantity.trim() },
            ...{ value: fenText(given.value), valuedBy: given.valuedBy.trim() },
            ...{ receivedOn: given.receivedOn, usedFor: given.usedFor.trim() },
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField
        form={form}
        name="donorKind"
        label={t('funds.donation.donor_kind')}
        none={t('funds.form.choose')}
        required
        choices={donorKinds.map((one) => ({ value: one, label: t(`funds.donor_kind.${one}`) }))}
      />
      <TextField
        form={form}
        name="donor"
        label={t('funds.donation.donor')}
        help={t('funds.donation.donor.help')}
        maxLength={80}
        required
      />
      <SelectField
        form={form}
        name="place"
        label={t('funds.donation.place')}
        none={t('funds.form.choose')}
        required
        choices={receivers}
      />
      {texts.map(([name, word]) => (
        <TextField
          key={name}
          form={form}
          name={name}
          label={t(`funds.goods.${word}`)}
          maxLength={80}
          required
        />
      ))}
      <TextField
        form={form}
        name="value"
        label={t('funds.goods.amount_wan')}
        inputMode="decimal"
        maxLength={20}
        required
      />
      <DayField
        form={form}
        name="receivedOn"
        label={t('funds.goods.received_on')}
        min="2021-01-01"
        max={today}
        required
      />
    </Form>
  );
}
