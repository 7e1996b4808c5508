// A deed on a contract or a request: with an explanation, a reason, or the treasury's receipt.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { MoneyHint } from '../../contract-money.ts';

export function MoneyDeedForm(props: {
  of: 'contracts' | 'requests';
  id: string;
  seen: string;
  verb: string;
  needs: readonly string[];
  about: string;
  amount: string;
  hints: readonly MoneyHint[];
  onDone: () => void;
  onCancel: () => void;
}) {
  const { of, id, seen, verb, needs, about, amount, hints, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const queries = useQueryClient();
  const explains = verb === 'submit' && hints.length > 0;
  const form = useForm(
    `projects.${of}.${verb}:${id}`,
    {
      reason: '',
      explanation: '',
      receipt: '',
      day: needs.includes('day') ? today : '',
      founded: '',
      bookedOn: '',
    },
    (values) => {
      const needed = (on: boolean, text: string) =>
        on && !text.trim() ? t('projects.form.needed') : undefined;
      return {
        reason: needed(needs.includes('reason'), values.reason),
        explanation: needed(explains, values.explanation),
        receipt: needed(needs.includes('receipt'), values.receipt),
        day: needed(needs.includes('day'), values.day),
        founded: needed(needs.includes('founded'), values.founded),
      };
    },
  );
  return (
    <Form
      form={form}
      verb={t(`projects.money_verb.${verb}`)}
      send={async (values, key) => {
        try {
          return await send(
            'POST',
            `/api/projects/${of}/${id}/steps/${verb}`,
            {
              seen,
              ...(needs.includes('reason') ? { reason: values.reason.trim() } : {}),
              ...(explains ? { explanation: values.explanation.trim() } : {}),
              ...(needs.includes('receipt') ? { receipt: values.receipt.trim() } : {}),
              ...(needs.includes('day') ? { day: values.day } : {}),
              ...(needs.includes('founded') ? { founded: values.founded } : {}),
              ...(values.bookedOn ? { bookedOn: values.bookedOn } : {}),
            },
            key,
          );
        } catch (problem) {
          await queries.invalidateQueries();
          throw problem;
        }
      }}
      onDone={() => {
        onDone();
        void queries.invalidateQueries();
      }}
      onCancel={onCancel}
    >
      <p>
        {about} <Value of={{ value: amount, as: 'fen' }} />
      </p>
      {hints.length > 0 && (
        <ul className="project-missing">
          {hints.map((hint) => (
            <li key={hint.code}>{t(`projects.hint.${hint.code}`, { about: hint.about })}</li>
          ))}
        </ul>
      )}
      {explains && (
        <TextField
          form={form}
          name="explanation"
          label={t('projects.form.explanation')}
          lines={4}
          maxLength={500}
          required
        />
      )}
      {needs.includes('reason') && (
        <TextField
          form={form}
          name="reason"
          label={t('projects.form.reason')}
          lines={4}
          maxLength={500}
          required
        />
      )}
      {needs.includes('receipt') && (
        <TextField
          form={form}
          name="receipt"
          label={t('projects.form.receipt')}
          help={t('projects.form.receipt.help')}
          maxLength={80}
          required
        />
      )}
      {needs.includes('day') && (
        <DayField
          form={form}
          name="day"
          label={t(verb === 'end' ? 'projects.form.ended_on' : 'projects.form.paid_on')}
          max={today}
          required
        />
      )}
      {needs.includes('founded') && (
        <DayField
          form={form}
          name="founded"
          label={t('projects.form.founded_corrected')}
          help={t('projects.form.founded_corrected.help')}
          max={today}
          required
        />
      )}
      {needs.includes('booked') && (
        <DayField
          form={form}
          name="bookedOn"
          label={t('projects.form.booked_on')}
          help={t('projects.form.booked_on.help')}
          max={today}
        />
      )}
    </Form>
  );
}
