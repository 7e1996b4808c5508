// Another account of the town is put in charge of a project.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import type { ProjectPage } from '../../contract.ts';

export function TransferForm({ project, onEnd }: { project: ProjectPage; onEnd: () => void }) {
  const t = useT();
  const queries = useQueryClient();
  const asked = useAsk<{ rows: { id: string; name: string }[] }>(
    `/api/projects/projects/${project.id}/handlers`,
  );
  const form = useForm(`projects.transfer:${project.id}`, { to: '', reason: '' }, (values) => ({
    to: values.to ? undefined : t('projects.form.needed'),
    reason: values.reason.trim() ? undefined : t('projects.form.needed'),
  }));
  return (
    <Form
      form={form}
      verb={t('projects.verb.transfer')}
      send={(values, id) =>
        send(
          'POST',
          `/api/projects/projects/${project.id}/transfer`,
          { seen: project.changedAt, to: values.to, reason: values.reason.trim() },
          id,
        )
      }
      onDone={() => {
        onEnd();
        void queries.invalidateQueries();
      }}
      onCancel={onEnd}
    >
      <p>{t('projects.form.transfer.help')}</p>
      {project.handledBy && (
        <p>
          {t('projects.column.handler')} {project.handledBy}
        </p>
      )}
      <SelectField
        form={form}
        name="to"
        label={t('projects.form.transfer.to')}
        none={t('projects.form.choose')}
        required
        choices={(asked.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        form={form}
        name="reason"
        label={t('projects.form.reason')}
        lines={3}
        maxLength={500}
        required
      />
    </Form>
  );
}
