// Registering what arrived of a pledge, or what of it goes to a use, each by its bank receipt.
import { send } from '../../../platform/web/api.ts';
import { DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { PledgePage } from '../../contract-donations.ts';
import type { PaperWritten } from '../../contract-papers.ts';
import { fenText, useChecks } from './where.ts';

export function BookingForm(props: {
  pledge: PledgePage;
  what: 'receipt' | 'grant';
  onDone: (paper: string) => void;
  onCancel: () => void;
}) {
  const { pledge, what, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const { needed, wan } = useChecks();
  const grant = what === 'grant';
  const form = useForm(
    `funds.pledge_booking.${what}:${pledge.id}`,
    { number: '', dated: today, amount: '', use: '', purpose: pledge.purpose ?? '' },
    (given) => ({
      ...{ number: needed(given.number), dated: needed(given.dated), amount: wan(given.amount) },
      use: grant ? needed(given.use) : undefined,
      purpose: grant ? needed(given.purpose) : undefined,
    }),
  );
  return (
    <Form
      form={form}
      verb={t(`funds.donation.add_${what}`)}
      send={({ number, dated, amount, use, purpose }, id) =>
        send<PaperWritten>(
          'POST',
          `/api/funds/pledges/${pledge.id}/${grant ? 'grants' : 'receipts'}`,
          {
            ...{ number: number.trim(), dated, amount: fenText(amount) },
            ...(grant ? { use: use.trim(), purpose: purpose.trim() } : {}),
          },
          id,
        )
      }
      onDone={({ id }) => onDone(id)}
      onCancel={onCancel}
    >
      {grant && pledge.purpose !== null && (
        <p className="deed-about">
          {t('funds.donation.given_for.fixed', { purpose: pledge.purpose })}
        </p>
      )}
      <TextField
        form={form}
        name="number"
        label={t('funds.donation.receipt_number')}
        maxLength={80}
        required
      />
      <DayField
        form={form}
        name="dated"
        label={t('funds.form.receipt_day')}
        min="2021-01-01"
        max={today}
        required
      />
      <TextField
        form={form}
        name="amount"
        label={t('funds.form.amount_wan')}
        inputMode="decimal"
        maxLength={20}
        required
      />
      {grant && (
        <TextField
          form={form}
          name="use"
          label={t('funds.donation.use')}
          maxLength={150}
          required
        />
      )}
      {grant && pledge.purpose === null && (
        <TextField
          form={form}
          name="purpose"
          label={t('funds.donation.given_for')}
          maxLength={80}
          required
        />
      )}
    </Form>
  );
}
