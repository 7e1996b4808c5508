// A contract, a variation or a settlement as the paper in hand has it.
import { useQueryClient } from '@tanstack/react-query';
import { plainYuan } from '../../../kit/money.ts';
import { send } from '../../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { ProjectPage } from '../../contract.ts';
import type { ContractRow, ContractWritten } from '../../contract-money.ts';
import { fenOfYuan } from './fen.ts';

export function ContractForm(props: {
  project: ProjectPage;
  contract?: ContractRow;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { project, contract, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const queries = useQueryClient();
  const mains = project.contracts.filter(
    ({ kind, state }) => kind === 'main' && state === 'in_force',
  );
  const form = useForm(
    contract ? `projects.contract.amend:${contract.id}` : `projects.contract.new:${project.id}`,
    {
      kind: contract?.kind ?? 'main',
      changes: contract?.changes ?? '',
      number: contract?.number ?? '',
      contractor: contract?.contractor ?? '',
      contractorCode: contract?.contractorCode ?? '',
      contractorFounded: contract?.contractorFounded ?? '',
      signedOn: contract?.signedOn ?? today,
      amount: contract ? plainYuan(contract.amount) : '',
      retention: contract ? String(contract.retention / 10) : '3',
      retainedTo: contract?.retainedTo ?? '',
      // A draft taken up again is held against what the person saw when it began.
      seen: contract?.changedAt ?? '',
    },
    (values) => {
      const needed = (text: string) => (text.trim() ? undefined : t('projects.form.needed'));
      const main = values.kind === 'main';
      return {
        number: main ? needed(values.number) : undefined,
        changes: main ? undefined : needed(values.changes),
        contractor: needed(values.contractor),
        contractorCode:
          values.contractorCode && !/^[0-9A-Z]{18}$/.test(values.contractorCode)
            ? t('projects.form.credit_code')
            : undefined,
        signedOn: needed(values.signedOn),
        amount: fenOfYuan(values.amount) ? undefined : t('projects.form.amount'),
        retention: /^(20|1?\d(\.\d)?)$/.test(values.retention)
          ? undefined
          : t('projects.form.retention'),
      };
    },
  );
  const { values } = form;
  return (
    <Form
      form={form}
      verb={t(contract ? 'projects.form.save' : 'projects.form.register')}
      send={(given, id) => {
        const changed = mains.find((one) => one.id === given.changes);
        const head = {
          number: given.kind === 'main' ? given.number.trim() : (changed?.number ?? given.number),
          contractor: given.contractor.trim(),
          contractorCode: given.contractorCode || null,
          contractorFounded: given.contractorFounded || null,
          signedOn: given.signedOn,
          amount: fenOfYuan(given.amount) ?? '0',
          retention: Math.round(Number(given.retention) * 10),
          retainedTo: given.retainedTo || null,
        };
        return contract
          ? send<ContractWritten>(
              'POST',
              `/api/projects/contracts/${contract.id}/amend`,
              { ...head, seen: given.seen },
              id,
            )
          : send<ContractWritten>(
              'POST',
              `/api/projects/projects/${project.id}/contracts`,
              { ...head, kind: given.kind, changes: given.changes || null },
              id,
            );
      }}
      onDone={() => {
        onDone();
        void queries.invalidateQueries();
      }}
      onCancel={onCancel}
    >
      {!contract && mains.length > 0 && (
        <SelectField
          form={form}
          name="kind"
          label={t('projects.column.kind')}
          required
          choices={(['main', 'variation', 'settlement'] as const).map((one) => ({
            value: one,
            label: t(`projects.contract_kind.${one}`),
          }))}
        />
      )}
      {!contract && values.kind !== 'main' && (
        <SelectField
          form={form}
          name="changes"
          label={t('projects.form.changes')}
          none={t('projects.form.choose')}
          required
          choices={mains.map((one) => ({
            value: one.id,
            label: `${one.number} ${one.contractor}`,
          }))}
        />
      )}
      {values.kind === 'main' && (
        <TextField
          form={form}
          name="number"
          label={t('projects.column.contract_number')}
          maxLength={80}
          required
        />
      )}
      <TextField
        form={form}
        name="contractor"
        label={t('projects.column.contractor')}
        maxLength={80}
        required
      />
      <TextField
        form={form}
        name="contractorCode"
        label={t('projects.form.contractorCode')}
        maxLength={18}
      />
      <DayField
        form={form}
        name="contractorFounded"
        label={t('projects.form.contractorFounded')}
        help={t('projects.form.contractorFounded.help')}
        max={today}
      />
      <DayField
        form={form}
        name="signedOn"
        label={t('projects.column.signedOn')}
        max={today}
        required
      />
      <TextField
        form={form}
        name="amount"
        label={t(values.kind === 'main' ? 'projects.form.amount_yuan' : 'projects.form.new_whole')}
        inputMode="decimal"
        maxLength={20}
        required
      />
      <TextField
        form={form}
        name="retention"
        label={t('projects.form.retention_percent')}
        inputMode="decimal"
        maxLength={4}
        required
      />
      <DayField form={form} name="retainedTo" label={t('projects.form.retainedTo')} />
    </Form>
  );
}
