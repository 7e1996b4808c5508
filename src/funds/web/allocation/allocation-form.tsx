// The form of a rule: what it covers, how much, by which factors, who bears which share.
import { useQueryClient } from '@tanstack/react-query';
import { levelOfKey } from '../../../kit/region-key.ts';
import { send } from '../../../platform/web/api.ts';
import { SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, type FormState, useForm } from '../../../platform/web/form.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { allocationKinds, factors, ruledProgrammes } from '../../codes-allocation.ts';
import type { AllocationPage, AllocationWritten } from '../../contract-allocation.ts';
import {
  emptyRule,
  payersOfRule,
  type RuleValues,
  ruleBody,
  ruleErrors,
  ruleValues,
} from './allocation-values.ts';
import '../papers/papers.css';

/**
 * @param rule the one to amend, or whose copy begins a new one
 * @param copy whether it is a copy
 */
export function AllocationForm(props: {
  rule?: AllocationPage | undefined;
  copy?: boolean;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const { rule, copy = false, onDone, onCancel } = props;
  const t = useT();
  const { home, today } = useSession();
  const queries = useQueryClient();
  const amends = rule && !copy;
  const form = useForm<RuleValues>(
    amends ? `funds.rule.amend:${rule.id}` : `funds.rule.new:${copy ? rule?.id : home.key}`,
    rule ? ruleValues(rule) : firstValues(home.key, today),
    (values) => ruleErrors(values, t),
  );
  const { kind } = form.values;
  return (
    <Form
      form={form}
      verb={t(amends ? 'funds.form.paper.amend' : 'funds.form.paper.register')}
      send={(values, id) => {
        const body = ruleBody(values, home.key);
        return amends
          ? send<AllocationWritten>(
              'POST',
              `/api/funds/allocations/${rule.id}/amend`,
              { ...body, seen: values.seen },
              id,
            )
          : send<AllocationWritten>('POST', '/api/funds/allocations', body, id);
      }}
      onDone={({ id }) => {
        void queries.invalidateQueries();
        onDone(id);
      }}
      onCancel={onCancel}
    >
      <div className="paper-head">
        <Head form={form} t={t} level={levelOfKey(home.key)} />
      </div>
      {kind === 'payers' && <HowMuch form={form} t={t} />}
      {kind && <Shares form={form} t={t} />}
    </Form>
  );
}

interface Part {
  form: FormState<RuleValues>;
  t: T;
}

function Head({ form, t, level }: Part & { level: string }) {
  const city = level === 'city';
  const { kind } = form.values;
  return (
    <>
      <SelectField
        form={{
          ...form,
          set: (change) => {
            const chosen = change.kind ?? '';
            const programme = city && chosen === 'payers' ? 'self_included_fund' : 'special_fund';
            form.set({ kind: chosen, programme });
          },
        }}
        name="kind"
        label={t('funds.rule.kind')}
        none={t('funds.form.choose')}
        required
        choices={allocationKinds
          .filter((one) => city || one === 'payers')
          .map((one) => ({ value: one, label: t(`funds.allocation_kind.${one}`) }))}
      />
      <SelectField
        form={form}
        name="programme"
        label={t('funds.column.programme')}
        none={t('funds.form.choose')}
        required
        choices={ruledProgrammes
          .filter((one) => (city ? (one === 'special_fund') === (kind === 'division') : true))
          .map((one) => ({ value: one, label: t(`funds.programme.${one}`) }))}
      />
      <TextField form={form} name="title" label={t('funds.rule.title')} maxLength={150} required />
      <TextField
        form={form}
        name="document"
        label={t('funds.rule.document')}
        help={t('funds.rule.document.help')}
        maxLength={80}
        required
      />
      <TextField
        form={form}
        name="yearFrom"
        label={t('funds.rule.year_from')}
        inputMode="numeric"
        maxLength={4}
        required
      />
      <TextField
        form={form}
        name="yearTo"
        label={t('funds.rule.year_to')}
        help={t('funds.rule.year_to.help')}
        inputMode="numeric"
        maxLength={4}
      />
    </>
  );
}

function HowMuch({ form, t }: Part) {
  return (
    <>
      <h3>{t('funds.rule.how_much')}</h3>
      <div className="paper-head">
        {(['average', 'least', 'most'] as const).map((name) => (
          <TextField
            key={name}
            form={form}
            name={name}
            label={t(`funds.rule.${name}_wan`)}
            help={t(`funds.rule.${name}.help`)}
            inputMode="decimal"
            maxLength={20}
          />
        ))}
        {factors.map((factor) => (
          <TextField
            key={factor}
            form={form}
            name={factor}
            label={t('funds.rule.factor_weight', { factor: t(`funds.factor.${factor}`) })}
            help={t('funds.rule.factor.help')}
            inputMode="decimal"
            maxLength={5}
          />
        ))}
      </div>
      <TextField
        form={form}
        name="amounts"
        label={t('funds.rule.amounts')}
        help={t('funds.rule.amounts.help')}
        lines={4}
        maxLength={200_000}
      />
    </>
  );
}

function Shares({ form, t }: Part) {
  const payers = payersOfRule(form.values);
  const names = payers.map((payer) => t(`funds.payer.${payer}`)).join(t('funds.list.and'));
  return (
    <>
      <h3>
        {t(form.values.kind === 'division' ? 'funds.rule.division_shares' : 'funds.rule.shares')}
      </h3>
      <div className="paper-head">
        {payers.map((payer) => (
          <TextField
            key={payer}
            form={form}
            name={payer}
            label={t('funds.due.share', { payer: t(`funds.payer.${payer}`) })}
            inputMode="decimal"
            maxLength={6}
          />
        ))}
      </div>
      <TextField
        form={form}
        name="exceptions"
        label={t('funds.rule.exceptions')}
        help={t('funds.rule.exceptions.help', { payers: names })}
        lines={4}
        maxLength={20_000}
      />
    </>
  );
}

/** A province says who pays, a city first divides its local share. */
function firstValues(home: string, today: string): RuleValues {
  const city = levelOfKey(home) === 'city';
  return {
    ...emptyRule,
    ...{ kind: city ? 'division' : 'payers', programme: 'special_fund' },
    yearFrom: today.slice(0, 4),
  };
}
