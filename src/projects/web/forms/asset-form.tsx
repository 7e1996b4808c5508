// An asset a project left: who owns it, who keeps it, how.
import { useQueryClient } from '@tanstack/react-query';
import { plainYuan } from '../../../kit/money.ts';
import { send } from '../../../platform/web/api.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { assetKinds, assetOwners } from '../../codes.ts';
import type { ProjectPage } from '../../contract.ts';
import { fenOfYuan } from './fen.ts';

export function AssetForm({ project, onEnd }: { project: ProjectPage; onEnd: () => void }) {
  const t = useT();
  const { today } = useSession();
  const queries = useQueryClient();
  const form = useForm(
    `projects.asset:${project.id}`,
    {
      kind: project.operating ? 'operating' : 'public',
      name: project.name,
      ownerKind: 'village',
      owner: '',
      keeper: '',
      upkeep: '',
      value: plainYuan(project.committed),
      registerNumber: '',
      takenOverOn: today,
    },
    (values) => {
      const needed = (text: string) => (text.trim() ? undefined : t('projects.form.needed'));
      return {
        name: needed(values.name),
        owner: needed(values.owner),
        upkeep: values.kind === 'public' ? needed(values.upkeep) : undefined,
        value: fenOfYuan(values.value) ? undefined : t('projects.form.amount'),
        takenOverOn: needed(values.takenOverOn),
      };
    },
  );
  return (
    <Form
      form={form}
      verb={t('projects.form.register')}
      send={(values, id) =>
        send(
          'POST',
          `/api/projects/projects/${project.id}/assets`,
          {
            kind: values.kind,
            name: values.name.trim(),
            ownerKind: values.ownerKind,
            owner: values.owner.trim(),
            keeper: values.keeper.trim() || null,
            upkeep: values.upkeep.trim() || null,
            value: fenOfYuan(values.value) ?? '0',
            registerNumber: values.registerNumber.trim() || null,
            takenOverOn: values.takenOverOn,
          },
          id,
        )
      }
      onDone={() => {
        onEnd();
        void queries.invalidateQueries();
      }}
      onCancel={onEnd}
    >
      <SelectField
        form={form}
        name="kind"
        label={t('projects.column.kind')}
        required
        choices={assetKinds.map((one) => ({ value: one, label: t(`projects.asset_kind.${one}`) }))}
      />
      <TextField
        form={form}
        name="name"
        label={t('projects.form.asset_name')}
        maxLength={80}
        required
      />
      <SelectField
        form={form}
        name="ownerKind"
        label={t('projects.form.owner_kind')}
        required
        choices={assetOwners.map((one) => ({
          value: one,
          label: t(`projects.asset_owner.${one}`),
        }))}
      />
      <TextField
        form={form}
        name="owner"
        label={t('projects.form.owner')}
        maxLength={80}
        required
      />
      <TextField form={form} name="keeper" label={t('projects.form.keeper')} maxLength={80} />
      <TextField
        form={form}
        name="upkeep"
        label={t('projects.form.upkeep')}
        help={t('projects.form.upkeep.help')}
        lines={3}
        maxLength={500}
        required={form.values.kind === 'public'}
      />
      <TextField
        form={form}
        name="value"
        label={t('projects.form.value_yuan')}
        inputMode="decimal"
        maxLength={20}
        required
      />
      <TextField
        form={form}
        name="registerNumber"
        label={t('projects.form.register_number')}
        maxLength={80}
      />
      <DayField
        form={form}
        name="takenOverOn"
        label={t('projects.form.takenOverOn')}
        max={today}
        required
      />
    </Form>
  );
}
