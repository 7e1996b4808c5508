// Registering a pledge: who promises how much, to whom, and for what.
import { send } from '../../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { donorKinds, donorPayers, donorSources } from '../../codes.ts';
import { fenText, useChecks, useDonorHomes, useReceivers } from './where.ts';

const empty = {
  ...{ place: '', donorKind: '', donor: '', payer: '', payerPlace: '', source: '' },
  ...{ amount: '', pledgedOn: '', document: '', purpose: '' },
};

export function PledgeForm({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const t = useT();
  const { home, today } = useSession();
  const { needed, wan } = useChecks();
  const receivers = useReceivers();
  const homes = useDonorHomes();
  const form = useForm(`funds.pledge.new:${home.key}`, { ...empty, pledgedOn: today }, (given) => ({
    ...{ place: needed(given.place), donorKind: needed(given.donorKind) },
    ...{ donor: needed(given.donor), payer: needed(given.payer) },
    ...{ payerPlace: needed(given.payerPlace), source: needed(given.source) },
    ...{ amount: wan(given.amount), pledgedOn: needed(given.pledgedOn) },
  }));
  const choose = { form, none: t('funds.form.choose'), required: true } as const;
  return (
    <Form
      form={form}
      verb={t('funds.donation.add')}
      send={(given, id) =>
        send(
          'POST',
          '/api/funds/pledges',
          {
            ...{ place: given.place, donorKind: given.donorKind, donor: given.donor.trim() },
            ...{ payer: given.payer, payerPlace: given.payerPlace, source: given.source },
            ...{ amount: fenText(given.amount), pledgedOn: given.pledgedOn },
            document: given.document.trim() || null,
            purpose: given.purpose.trim() || null,
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField
        {...choose}
        name="donorKind"
        label={t('funds.donation.donor_kind')}
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
        {...choose}
        name="payer"
        label={t('funds.donation.as')}
        choices={donorPayers.map((one) => ({ value: one, label: t(`funds.payer.${one}`) }))}
      />
      <SelectField
        {...choose}
        name="source"
        label={t('funds.column.source')}
        choices={donorSources.map((one) => ({ value: one, label: t(`funds.source.${one}`) }))}
      />
      <SelectField {...choose} name="payerPlace" label={t('funds.donation.home')} choices={homes} />
      <SelectField {...choose} name="place" label={t('funds.donation.place')} choices={receivers} />
      <TextField
        form={form}
        name="amount"
        label={t('funds.form.amount_wan')}
        inputMode="decimal"
        maxLength={20}
        required
      />
      <DayField
        form={form}
        name="pledgedOn"
        label={t('funds.donation.pledged_on')}
        min="2021-01-01"
        max={today}
        required
      />
      <TextField form={form} name="document" label={t('funds.donation.document')} maxLength={80} />
      <TextField
        form={form}
        name="purpose"
        label={t('funds.donation.purpose')}
        help={t('funds.donation.purpose.help')}
        maxLength={80}
      />
    </Form>
  );
}
