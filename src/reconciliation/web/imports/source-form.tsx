// A new source of exports: its name and what it exports.
import { send } from '../../../platform/web/api.ts';
import { SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { sourceKinds } from '../../codes.ts';
import type { Made } from '../../contract.ts';

export function SourceForm({ onDone }: { onDone: (id: string) => void }) {
  const t = useT();
  const form = useForm('reconciliation.source', { name: '', kind: '' }, ({ name, kind }) => ({
    name: name.trim() ? undefined : t('reconciliation.form.needed'),
    kind: kind ? undefined : t('reconciliation.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('reconciliation.form.add_source')}
      send={({ name, kind }, id) =>
        send<Made>('POST', '/api/reconciliation/sources', { name: name.trim(), kind }, id)
      }
      onDone={({ id }) => onDone(id)}
    >
      <TextField
        form={form}
        name="name"
        label={t('reconciliation.form.source_name')}
        help={t('reconciliation.form.source_name.help')}
        maxLength={80}
        required
      />
      <SelectField
        form={form}
        name="kind"
        label={t('reconciliation.form.source_kind')}
        none={t('reconciliation.form.choose')}
        required
        choices={sourceKinds.map((one) => ({
          value: one,
          label: t(`reconciliation.source_kind.${one}`),
        }))}
      />
    </Form>
  );
}
