// The form of a plan: for which year, and how much by which day.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { programmes } from '../../codes.ts';
import { raisers } from '../../codes-allocation.ts';
import type { DraftPlan, PlanPage, PlanWritten } from '../../contract-raising.ts';
import { readInstalments } from '../../lines-text.ts';
import { wanText } from '../allocation/allocation-values.ts';
import '../papers/papers.css';

const empty = {
  ...{ payer: '', programme: 'special_fund', year: '', title: '', document: '' },
  ...{ instalments: '', seen: '' },
};
type PlanValues = typeof empty;

/** @param plan the one to amend; without it a new one is drafted */
export function PlanForm(props: {
  plan?: PlanPage;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const { plan, onDone, onCancel } = props;
  const t = useT();
  const { home, today, role } = useSession();
  const queries = useQueryClient();
  const form = useForm<PlanValues>(
    plan ? `funds.plan.amend:${plan.id}` : `funds.plan.new:${home.key}`,
    plan
      ? valuesOf(plan)
      : {
          ...empty,
          payer: role === 'assisting_city' ? 'assisting_city' : '',
          year: today.slice(0, 4),
        },
    (values) => problemsOf(values, t),
  );
  const { instalments } = readInstalments(form.values.instalments, 'wan');
  const total = instalments.reduce((sum, { amount }) => sum + amount, 0n);
  return (
    <Form
      form={form}
      verb={t(plan ? 'funds.form.paper.amend' : 'funds.form.paper.register')}
      send={(values, id) => {
        const body = bodyOf(values);
        return plan
          ? send<PlanWritten>(
              'POST',
              `/api/funds/raising-plans/${plan.id}/amend`,
              { ...body, seen: values.seen },
              id,
            )
          : send<PlanWritten>('POST', '/api/funds/raising-plans', body, id);
      }}
      onDone={({ id }) => {
        void queries.invalidateQueries();
        onDone(id);
      }}
      onCancel={onCancel}
    >
      <div className="paper-head">
        <SelectField
          form={form}
          name="payer"
          label={t('funds.raising.as')}
          none={t('funds.form.choose')}
          required
          choices={raisers.map((one) => ({ value: one, label: t(`funds.payer.${one}`) }))}
        />
        <SelectField
          form={form}
          name="programme"
          label={t('funds.column.programme')}
          none={t('funds.form.choose')}
          required
          choices={programmes.map((one) => ({ value: one, label: t(`funds.programme.${one}`) }))}
        />
        <TextField
          form={form}
          name="year"
          label={t('funds.column.year')}
          inputMode="numeric"
          maxLength={4}
          required
        />
        <TextField
          form={form}
          name="title"
          label={t('funds.raising.title')}
          maxLength={150}
          required
        />
        <TextField
          form={form}
          name="document"
          label={t('funds.rule.document')}
          help={t('funds.rule.document.help')}
          maxLength={80}
          required
        />
      </div>
      <TextField
        form={form}
        name="instalments"
        label={t('funds.raising.instalments')}
        help={t('funds.raising.instalments.help')}
        lines={6}
        maxLength={5_000}
        required
      />
      <div className="paper-sum" role="status">
        {t('funds.raising.count', { count: instalments.length })}{' '}
        <Value of={{ value: total.toString(), as: 'fen' }} />
      </div>
    </Form>
  );
}

function problemsOf(values: PlanValues, t: T) {
  const needed = (text: string) => (text.trim() ? undefined : t('funds.form.needed'));
  const { instalments, problems } = readInstalments(values.instalments, 'wan');
  const [first] = problems;
  return {
    payer: needed(values.payer),
    programme: needed(values.programme),
    title: needed(values.title),
    document: needed(values.document),
    year: /^20(2[1-9]|[3-9]\d)$/.test(values.year) ? undefined : t('funds.form.year_form'),
    instalments: first
      ? t(`funds.raising.instalments.${first.what}`, { line: first.line })
      : instalments.length === 0
        ? t('funds.form.needed')
        : undefined,
  };
}

const bodyOf = (values: PlanValues): DraftPlan => ({
  payer: values.payer as DraftPlan['payer'], // checked before it is sent
  programme: values.programme as DraftPlan['programme'],
  year: Number(values.year),
  title: values.title.trim(),
  document: values.document.trim(),
  instalments: readInstalments(values.instalments, 'wan').instalments.map((one) => ({
    ...one,
    amount: one.amount.toString(),
  })),
});

const valuesOf = (plan: PlanPage): PlanValues => ({
  ...{ payer: plan.payer, programme: plan.programme, year: String(plan.year) },
  ...{ title: plan.title, document: plan.document, seen: plan.changedAt },
  instalments: plan.instalments
    .map(({ dueOn, amount, note }) => [dueOn, wanText(amount), note ?? ''].join('\t').trim())
    .join('\n'),
});
