// Drafting the paper that takes a posted one back.
import { send } from '../../../platform/web/api.ts';
import { DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { PaperPage, PaperWritten } from '../../contract-papers.ts';

export function ReverseForm(props: {
  paper: PaperPage;
  onDone: (reversal: string) => void;
  onCancel: () => void;
}) {
  const { paper, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const form = useForm(
    `funds.paper.reverse:${paper.id}`,
    { dated: today, reason: '' },
    ({ dated, reason }) => ({
      dated: dated ? undefined : t('funds.form.needed'),
      reason: reason.trim() ? undefined : t('funds.form.needed'),
    }),
  );
  return (
    <Form
      form={form}
      verb={t('funds.form.reverse')}
      send={({ dated, reason }, id) =>
        send<PaperWritten>(
          'POST',
          `/api/funds/documents/${paper.id}/reverse`,
          { entries: [], dated, reason: reason.trim() },
          id,
        )
      }
      onDone={({ id }) => onDone(id)}
      onCancel={onCancel}
    >
      <p className="deed-about">{t('funds.form.reverse.about')}</p>
      <TextField form={form} name="reason" label={t('funds.form.reason')} lines={3} required />
      <DayField
        form={form}
        name="dated"
        label={t('funds.form.reverse.day')}
        min={paper.dated}
        max={today}
        required
      />
    </Form>
  );
}
