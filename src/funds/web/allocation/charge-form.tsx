// Approving a rule, or charging it for another year: the numbers that become due stand beside the button.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { SelectField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { AllocationPage, AllocationWritten, Numbers } from '../../contract-allocation.ts';
import { firstYear, PayersTable, yearsFor } from './rule-numbers.tsx';

export function ChargeForm(props: {
  rule: AllocationPage;
  deed: 'approve' | 'charge';
  onDone: () => void;
  onCancel: () => void;
}) {
  const { rule, deed, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const queries = useQueryClient();
  const at = `/api/funds/allocations/${rule.id}`;
  const form = useForm(`${at}.${deed}`, { year: String(firstYear(rule, today)) }, ({ year }) => ({
    year: year ? undefined : t('funds.form.needed'),
  }));
  const { year } = form.values;
  const asked = useAsk<Numbers>(year ? `${at}/numbers` : undefined, {
    place: rule.office,
    year,
    fresh: 'yes',
    limit: '1',
  });
  return (
    <Form
      form={form}
      verb={t(`funds.rule_verb.${deed}`)}
      send={async (values, id) => {
        try {
          return await send<AllocationWritten>(
            'POST',
            `${at}/${deed}`,
            { year: Number(values.year), split: asked.data?.split ?? '', seen: rule.changedAt },
            id,
          );
        } catch (problem) {
          await queries.invalidateQueries({ queryKey: [at] });
          await queries.invalidateQueries({ queryKey: [`${at}/numbers`] });
          throw problem;
        }
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <div className="deed-about">
        <p>{rule.title}</p>
        <p>{t('funds.rule.charge.about')}</p>
      </div>
      <SelectField
        form={form}
        name="year"
        label={t('funds.column.year')}
        required
        choices={yearsFor(rule, today).map((one) => ({ value: one, label: one }))}
      />
      <Answer of={asked} shape="table">
        {(answer) => (
          <PayersTable
            answer={answer}
            names={{ now: t('funds.rule.by_this'), other: t('funds.rule.due_now') }}
            caption={t('funds.due.by_payer')}
          />
        )}
      </Answer>
    </Form>
  );
}
