// Keeping an asset up to date, and what it earned in a year.
import { useQueryClient } from '@tanstack/react-query';
import { parseYuan } from '../../../kit/money.ts';
import { send } from '../../../platform/web/api.ts';
import { ChoiceField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { assetConditions } from '../../codes.ts';
import type { AssetRow } from '../../contract-assets.ts';

interface Props {
  asset: AssetRow;
  onDone: () => void;
  onCancel: () => void;
}

/** After a deed every list and figure is asked anew. */
function useAnew(onDone: () => void) {
  const queries = useQueryClient();
  return () => {
    onDone();
    void queries.invalidateQueries();
  };
}

export function AmendAssetForm({ asset, onDone, onCancel }: Props) {
  const t = useT();
  const initial = {
    keeper: asset.keeper ?? '',
    upkeep: asset.upkeep ?? '',
    registerNumber: asset.registerNumber ?? '',
    condition: asset.condition as string,
  };
  const form = useForm(`projects.asset:${asset.id}`, initial, ({ upkeep }) => ({
    upkeep: asset.kind === 'public' && !upkeep.trim() ? t('projects.list.needed') : undefined,
  }));
  const orNull = (text: string) => text.trim() || null;
  return (
    <Form
      form={form}
      verb={t('projects.asset.amend')}
      send={({ keeper, upkeep, registerNumber, condition }, id) =>
        send(
          'POST',
          `/api/projects/assets/${asset.id}/amend`,
          {
            ...{ keeper: orNull(keeper), upkeep: orNull(upkeep), condition },
            ...{ registerNumber: orNull(registerNumber), seen: asset.changedAt },
          },
          id,
        )
      }
      onDone={useAnew(onDone)}
      onCancel={onCancel}
    >
      <TextField
        form={form}
        name="keeper"
        label={t('projects.asset.keeper')}
        help={t('projects.asset.keeper.help')}
        maxLength={80}
      />
      <TextField
        form={form}
        name="upkeep"
        label={t('projects.asset.upkeep')}
        help={t('projects.asset.upkeep.help')}
        lines={3}
        required={asset.kind === 'public'}
      />
      <ChoiceField
        form={form}
        name="condition"
        label={t('projects.asset.condition')}
        choices={assetConditions.map((one) => ({
          value: one,
          label: t(`projects.asset_condition.${one}`),
        }))}
        required
      />
      <TextField
        form={form}
        name="registerNumber"
        label={t('projects.asset.register_number')}
        maxLength={80}
      />
    </Form>
  );
}

export function IncomeForm({ asset, onDone, onCancel }: Props) {
  const t = useT();
  const { today } = useSession();
  const from = Number(asset.takenOverOn.slice(0, 4));
  const years = Array.from({ length: Number(today.slice(0, 4)) - from + 1 }, (_, at) =>
    String(from + at),
  );
  const initial = { year: years.at(-1) ?? '', income: '', distributed: '0', people: '0' };
  const yuan = (text: string) =>
    (parseYuan(text) ?? -1n) < 0n ? t('projects.asset.yuan_form') : undefined;
  const form = useForm(`projects.income:${asset.id}`, initial, (values) => ({
    year: values.year ? undefined : t('projects.list.needed'),
    income: yuan(values.income),
    distributed: yuan(values.distributed),
    people: /^\d{1,7}$/.test(values.people) ? undefined : t('projects.asset.people_form'),
  }));
  return (
    <Form
      form={form}
      verb={t('projects.asset.add_income')}
      send={({ year, income, distributed, people }, id) =>
        send(
          'POST',
          `/api/projects/assets/${asset.id}/incomes`,
          {
            ...{ year: Number(year), people: Number(people) },
            income: String(parseYuan(income)),
            distributed: String(parseYuan(distributed)),
          },
          id,
        )
      }
      onDone={useAnew(onDone)}
      onCancel={onCancel}
    >
      <SelectField
        form={form}
        name="year"
        label={t('projects.asset.year')}
        choices={years.map((one) => ({ value: one, label: one }))}
        required
      />
      <TextField
        form={form}
        name="income"
        label={t('projects.asset.income_yuan')}
        inputMode="decimal"
        maxLength={16}
        required
      />
      <TextField
        form={form}
        name="distributed"
        label={t('projects.asset.distributed_yuan')}
        inputMode="decimal"
        maxLength={16}
        required
      />
      <TextField
        form={form}
        name="people"
        label={t('projects.asset.people')}
        inputMode="numeric"
        maxLength={7}
        required
      />
    </Form>
  );
}
