// Entering a batch, and correcting its name and days.
import { send } from '../../../platform/web/api.ts';
import { DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, type FormState, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import type { BatchRow } from '../../contract-arranging.ts';
import type { Written } from '../../contract-values.ts';
import { isSize } from './size.ts';

interface Props {
  onDone: (answer: Written) => void;
  onCancel: () => void;
}

type Terms = { name: string; startsOn: string; endsOn: string };

export function AddBatchForm({ known, ...props }: Props & { known: readonly BatchRow[] }) {
  const t = useT();
  const check = useTermsCheck();
  const last = known.at(-1);
  const next = String((last?.number ?? 0) + 1);
  const form = useForm(
    `teams.batch.add:${next}`,
    {
      number: next,
      name: '',
      startsOn: last?.endsOn ?? '',
      endsOn: '',
    },
    (values) => ({
      ...check(values),
      number: isSize(values.number) ? undefined : t('teams.form.size'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('teams.form.batch.add')}
      send={(values, id) =>
        send<Written>(
          'POST',
          '/api/teams/batches',
          { ...termsOf(values), number: Number(values.number) },
          id,
        )
      }
      {...props}
    >
      <TextField
        form={form}
        name="number"
        label={t('teams.form.batch.number')}
        inputMode="numeric"
        maxLength={2}
        required
      />
      <TermFields form={form} />
    </Form>
  );
}

export function ChangeBatchForm({ batch, ...props }: Props & { batch: BatchRow }) {
  const t = useT();
  const form = useForm<Terms>(
    `teams.batch.change:${batch.id}:${batch.seen}`,
    { name: batch.name, startsOn: batch.startsOn, endsOn: batch.endsOn ?? '' },
    useTermsCheck(),
  );
  return (
    <Form
      form={form}
      verb={t('teams.form.batch.change')}
      send={(values, id) =>
        send<Written>(
          'POST',
          `/api/teams/batches/${batch.id}/change`,
          { ...termsOf(values), seen: batch.seen },
          id,
        )
      }
      {...props}
    >
      <TermFields form={form} />
    </Form>
  );
}

function TermFields<V extends Terms>({ form }: { form: FormState<V> }) {
  const t = useT();
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={t('teams.form.batch.name')}
        help={t('teams.form.batch.name.help')}
        maxLength={80}
        required
      />
      <DayField form={form} name="startsOn" label={t('teams.form.batch.startsOn')} required />
      <DayField
        form={form}
        name="endsOn"
        label={t('teams.form.batch.endsOn')}
        help={t('teams.form.batch.endsOn.help')}
        min={form.values.startsOn}
      />
    </>
  );
}

function useTermsCheck() {
  const t = useT();
  return ({ name, startsOn, endsOn }: Terms) => ({
    name: name.trim() ? undefined : t('teams.form.needed'),
    startsOn: startsOn ? undefined : t('teams.form.needed'),
    endsOn: endsOn && endsOn <= startsOn ? t('teams.form.end_after') : undefined,
  });
}

const termsOf = ({ name, startsOn, endsOn }: Terms) => ({
  name: name.trim(),
  startsOn,
  endsOn: endsOn || null,
});
