// Changing what a pledge is for, as its donor consented.
import { send } from '../../../platform/web/api.ts';
import { DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { PledgePage } from '../../contract-donations.ts';
import { useChecks } from './where.ts';

export function DesignationForm(props: {
  pledge: PledgePage;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { pledge, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const { needed } = useChecks();
  const form = useForm(
    `funds.pledge.designate:${pledge.id}`,
    { purpose: '', consentedOn: '', consent: '' },
    ({ consentedOn, consent }) => ({ consentedOn: needed(consentedOn), consent: needed(consent) }),
  );
  return (
    <Form
      form={form}
      verb={t('funds.donation.designate')}
      send={({ purpose, consentedOn, consent }, id) =>
        send(
          'POST',
          `/api/funds/pledges/${pledge.id}/designations`,
          { purpose: purpose.trim() || null, consentedOn, consent: consent.trim() },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField
        form={form}
        name="purpose"
        label={t('funds.donation.new_purpose')}
        help={t('funds.donation.purpose.help')}
        maxLength={80}
      />
      <DayField
        form={form}
        name="consentedOn"
        label={t('funds.donation.consented_on')}
        max={today}
        required
      />
      <TextField
        form={form}
        name="consent"
        label={t('funds.donation.consent_how')}
        help={t('funds.donation.consent_how.help')}
        lines={3}
        required
      />
    </Form>
  );
}
