// One household's application: who, for what, by which standard, into which account.
import { exactYuan, parseYuan, plainYuan } from '../../kit/money.ts';
import { send } from '../../platform/web/api.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { SelectField, TextField } from '../../platform/web/fields.tsx';
import { Form, useForm } from '../../platform/web/form.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { useSession } from '../../platform/web/session.ts';
import type { ChildRow } from '../../regions/contract.ts';
import type { AwardRow } from '../contract.ts';
import { amountOf } from '../rules.ts';

/** @param award the one to amend; without it a new one is entered */
export function AwardForm(props: {
  project: string;
  town: string;
  award?: AwardRow;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { project, town, award, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const villages = useAsk<{ rows: ChildRow[] }>(`/api/regions/places/${town}/children`, {
    ...{ on: today, limit: '200' },
  });
  const above = (text: string) => {
    const value = parseYuan(text);
    return value !== undefined && value > 0n ? value : undefined;
  };
  const form = useForm(
    award ? `subsidies.amend:${award.id}` : `subsidies.add:${project}`,
    {
      ...{ village: award?.village ?? '', head: award?.head ?? '', item: award?.item ?? '' },
      standard: award ? plainYuan(award.standard) : '',
      quantity: award ? String(award.quantity / 100) : '1',
      ...{ accountTail: award?.accountTail ?? '', seen: award?.changedAt ?? '' },
    },
    (values) => ({
      village: values.village ? undefined : t('subsidies.form.needed'),
      head: values.head.trim() ? undefined : t('subsidies.form.needed'),
      item: values.item.trim() ? undefined : t('subsidies.form.needed'),
      standard: above(values.standard) ? undefined : t('subsidies.form.amount'),
      quantity: above(values.quantity) ? undefined : t('subsidies.form.quantity'),
      accountTail: /^\d{4}$/.test(values.accountTail.trim()) ? undefined : t('subsidies.form.tail'),
    }),
  );
  const { values } = form;
  const [standard, quantity] = [above(values.standard), above(values.quantity)];
  return (
    <Form
      form={form}
      verb={t(award ? 'subsidies.form.save' : 'subsidies.add')}
      send={(given, id) => {
        const said = {
          ...{ village: given.village, head: given.head.trim(), item: given.item.trim() },
          ...{ standard: String(above(given.standard)), quantity: Number(above(given.quantity)) },
          accountTail: given.accountTail.trim(),
        };
        return award
          ? send(
              'POST',
              `/api/subsidies/awards/${award.id}/amend`,
              { ...said, seen: given.seen },
              id,
            )
          : send(
              'POST',
              `/api/subsidies/projects/${project}/awards`,
              { awards: [{ id, ...said }] },
              id,
            );
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField
        form={form}
        name="village"
        label={t('subsidies.column.village')}
        none={t('subsidies.form.choose')}
        required
        choices={(villages.data?.rows ?? []).map(({ key, name }) => ({ value: key, label: name }))}
      />
      <TextField
        form={form}
        name="head"
        label={t('subsidies.column.head')}
        help={t('subsidies.form.head.help')}
        maxLength={60}
        required
      />
      <TextField
        form={form}
        name="item"
        label={t('subsidies.column.item')}
        maxLength={80}
        required
      />
      <TextField
        form={form}
        name="standard"
        label={t('subsidies.form.standard')}
        inputMode="decimal"
        maxLength={16}
        required
      />
      <TextField
        form={form}
        name="quantity"
        label={t('subsidies.column.quantity')}
        inputMode="decimal"
        maxLength={12}
        required
      />
      <TextField
        form={form}
        name="accountTail"
        label={t('subsidies.column.accountTail')}
        inputMode="numeric"
        maxLength={40}
        required
      />
      <p role="status">
        {t('subsidies.form.total')}{' '}
        {standard && quantity ? exactYuan(amountOf(standard, Number(quantity))) : ''}
      </p>
    </Form>
  );
}
