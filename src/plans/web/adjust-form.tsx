// Drafting the next version of a plan in force.
import { send } from '../../platform/web/api.ts';
import { TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import type { PlanPage, PlanWritten } from '../contract.ts';

export function AdjustForm(props: {
  plan: PlanPage;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const { plan, onDone, onCancel } = props;
  const t = useT();
  const form = useForm(
    `plans.plan.adjust:${plan.id}`,
    {
      title: t('plans.form.adjust.usual', {
        ...{ place: plan.placeName, year: plan.year, count: plan.version },
      }),
      basis: '',
    },
    ({ title }) => ({ title: title.trim() ? undefined : t('plans.form.needed') }),
  );
  return (
    <Form
      form={form}
      verb={t('plans.verb.adjust')}
      send={({ title, basis }, id) =>
        send<PlanWritten>(
          'POST',
          `/api/plans/plans/${plan.id}/adjust`,
          { title: title.trim(), basis: basis.trim() || null },
          id,
        )
      }
      onDone={({ id }) => onDone(id)}
      onCancel={onCancel}
    >
      <p className="deed-about">{t('plans.form.adjust.about')}</p>
      <TextField form={form} name="title" label={t('plans.column.plan')} maxLength={150} required />
      <TextField
        form={form}
        name="basis"
        label={t('plans.column.basis')}
        help={t('plans.form.basis.help')}
        lines={2}
      />
    </Form>
  );
}
