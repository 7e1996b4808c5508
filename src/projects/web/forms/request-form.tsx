// A request for payment as the papers in hand have it.
import { useQueryClient } from '@tanstack/react-query';
import { plainYuan } from '../../../kit/money.ts';
import { send } from '../../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { requestKinds } from '../../codes.ts';
import type { ProjectPage } from '../../contract.ts';
import type { RequestRow, RequestWritten } from '../../contract-money.ts';
import { fenOfYuan } from './fen.ts';

export function RequestForm(props: {
  project: ProjectPage;
  request?: RequestRow;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { project, request, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const queries = useQueryClient();
  const mains = project.contracts.filter(
    ({ kind, state }) => kind === 'main' && state === 'in_force',
  );
  const [only] = mains;
  const form = useForm(
    request ? `projects.request.amend:${request.id}` : `projects.request.new:${project.id}`,
    {
      contract: request?.contract ?? (mains.length === 1 ? (only?.id ?? '') : ''),
      kind: request?.kind ?? '',
      amount: request ? plainYuan(request.amount) : '',
      invoice: request?.invoice ?? '',
      payee: request?.payee ?? only?.contractor ?? '',
      accountTail: request?.accountTail ?? '',
      askedOn: request?.askedOn ?? today,
      seen: request?.changedAt ?? '',
    },
    (values) => {
      const needed = (text: string) => (text.trim() ? undefined : t('projects.form.needed'));
      return {
        contract: needed(values.contract),
        kind: needed(values.kind),
        amount: fenOfYuan(values.amount) ? undefined : t('projects.form.amount'),
        payee: needed(values.payee),
        accountTail:
          values.accountTail.trim() && !/^\d{4}$/.test(values.accountTail.trim())
            ? t('projects.form.account_tail')
            : undefined,
        askedOn: needed(values.askedOn),
      };
    },
  );
  return (
    <Form
      form={form}
      verb={t(request ? 'projects.form.save' : 'projects.form.register')}
      send={(given, id) => {
        const head = {
          kind: given.kind,
          amount: fenOfYuan(given.amount) ?? '0',
          invoice: given.invoice.trim() || null,
          payee: given.payee.trim(),
          accountTail: given.accountTail.trim() || null,
          askedOn: given.askedOn,
        };
        return request
          ? send<RequestWritten>(
              'POST',
              `/api/projects/requests/${request.id}/amend`,
              { ...head, seen: given.seen },
              id,
            )
          : send<RequestWritten>(
              'POST',
              `/api/projects/projects/${project.id}/requests`,
              { ...head, contract: given.contract },
              id,
            );
      }}
      onDone={() => {
        onDone();
        void queries.invalidateQueries();
      }}
      onCancel={onCancel}
    >
      {!request && mains.length > 1 && (
        <SelectField
          form={form}
          name="contract"
          label={t('projects.contract_kind.main')}
          none={t('projects.form.choose')}
          required
          choices={mains.map((one) => ({
            value: one.id,
            label: `${one.number} ${one.contractor}`,
          }))}
        />
      )}
      <SelectField
        form={form}
        name="kind"
        label={t('projects.column.kind')}
        none={t('projects.form.choose')}
        required
        choices={requestKinds.map((one) => ({
          value: one,
          label: t(`projects.request_kind.${one}`),
        }))}
      />
      <TextField
        form={form}
        name="amount"
        label={t('projects.form.amount_yuan')}
        inputMode="decimal"
        maxLength={20}
        required
      />
      <TextField
        form={form}
        name="payee"
        label={t('projects.column.payee')}
        maxLength={80}
        required
      />
      <TextField
        form={form}
        name="accountTail"
        label={t('projects.form.accountTail')}
        help={t('projects.form.accountTail.help')}
        inputMode="numeric"
        maxLength={40}
        autoComplete="off"
      />
      <TextField form={form} name="invoice" label={t('projects.column.invoice')} maxLength={80} />
      <DayField
        form={form}
        name="askedOn"
        label={t('projects.column.askedOn')}
        max={today}
        required
      />
    </Form>
  );
}
