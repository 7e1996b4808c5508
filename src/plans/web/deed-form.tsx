// A deed on a plan beside its page: handing in, approving, filing, returning, withdrawing, discarding.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../platform/web/api.ts';
import { DayField, TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { Value } from '../../platform/web/money.tsx';
import { useSession } from '../../platform/web/session.ts';
import type { PlanPage, PlanWritten } from '../contract.ts';
import { transitionOf } from '../rules.ts';
import { Problems } from './problems.tsx';

export type PlanDeed = 'submit' | 'withdraw' | 'return' | 'approve' | 'file' | 'discard';

export function DeedForm(props: {
  plan: PlanPage;
  deed: PlanDeed;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { plan, deed, onDone, onCancel } = props;
  const t = useT();
  const queries = useQueryClient();
  const { today } = useSession();
  const { needs } = transitionOf(deed);
  const form = useForm(
    `plans.verb.${deed}:${plan.id}`,
    { text: '', day: deed === 'file' ? today : '' },
    ({ text, day }) => ({
      text: needs && !text.trim() ? t('plans.form.needed') : undefined,
      day: needs === 'reference' && !day ? t('plans.form.needed') : undefined,
    }),
  );
  const bodyOf = ({ text, day }: { text: string; day: string }) => {
    if (needs === 'reason') return { reason: text.trim() };
    const seen = plan.changedAt;
    return needs === 'reference' ? { reference: text.trim(), filedOn: day, seen } : { seen };
  };
  return (
    <Form
      form={form}
      verb={t(`plans.verb.${deed}`)}
      send={async (values, id) => {
        try {
          const path = `/api/plans/plans/${plan.id}/${deed}`;
          return await send<PlanWritten>('POST', path, bodyOf(values), id);
        } catch (problem) {
          // What refused it may stand on the page by now: a problem, another state.
          await queries.invalidateQueries({ queryKey: [`/api/plans/plans/${plan.id}`] });
          throw problem;
        }
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <div className="deed-about">
        <p>{plan.title}</p>
        <p>
          {t('plans.sum.arranged')} <Value of={{ value: plan.arranged, as: 'fen' }} />{' '}
          {t('plans.sum.reserved')} <Value of={{ value: plan.reserved, as: 'fen' }} />
        </p>
        {deed === 'approve' && <p>{t('plans.form.approve.about')}</p>}
      </div>
      {(deed === 'submit' || deed === 'approve') && <Problems problems={plan.problems} />}
      {needs && (
        <TextField
          form={form}
          name="text"
          label={t(needs === 'reason' ? 'plans.form.reason' : 'plans.form.reference')}
          lines={needs === 'reason' ? 3 : 1}
          maxLength={needs === 'reason' ? 500 : 80}
          required
        />
      )}
      {needs === 'reference' && (
        <DayField form={form} name="day" label={t('plans.form.filed_on')} max={today} required />
      )}
    </Form>
  );
}
