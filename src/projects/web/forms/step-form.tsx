// A step of a project beside its page: with a reason, a day, a per cent of the work, or nothing but the decision.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { DayField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { OpenStep, ProjectPage, ProjectWritten } from '../../contract.ts';

export function StepForm(props: {
  project: ProjectPage;
  step: OpenStep;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { project, step, onDone, onCancel } = props;
  const t = useT();
  const { today } = useSession();
  const queries = useQueryClient();
  const needs = (what: OpenStep['needs'][number]) => step.needs.includes(what);
  const form = useForm(
    `projects.verb.${step.verb}:${project.id}`,
    { reason: '', day: needs('day') ? today : '', progress: '' },
    (values) => ({
      reason: needs('reason') && !values.reason.trim() ? t('projects.form.needed') : undefined,
      day: needs('day') && !values.day ? t('projects.form.needed') : undefined,
      progress:
        needs('progress') && !/^(100|[1-9]?\d)$/.test(values.progress)
          ? t('projects.form.progress')
          : undefined,
    }),
  );
  return (
    <Form
      form={form}
      verb={t(`projects.verb.${step.verb}`)}
      send={async (values, id) => {
        try {
          return await send<ProjectWritten>(
            'POST',
            `/api/projects/projects/${project.id}/steps/${step.verb}`,
            {
              seen: project.changedAt,
              ...(needs('reason') ? { reason: values.reason.trim() } : {}),
              ...(needs('day') ? { day: values.day } : {}),
              ...(needs('progress') ? { progress: Number(values.progress) } : {}),
            },
            id,
          );
        } catch (problem) {
          // What refused it may stand on the page by now.
          await queries.invalidateQueries({ queryKey: [`/api/projects/projects/${project.id}`] });
          throw problem;
        }
      }}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p>
        {project.number} {project.name}
      </p>
      {needs('day') && (
        <DayField
          form={form}
          name="day"
          label={t(`projects.form.day.${step.verb}`)}
          min={project.stateSince}
          max={today}
          required
        />
      )}
      {needs('progress') && (
        <TextField
          form={form}
          name="progress"
          label={t('projects.column.progress')}
          help={t('projects.form.progress.help', { progress: project.progress })}
          inputMode="numeric"
          maxLength={3}
          required
        />
      )}
      {needs('reason') && (
        <TextField
          form={form}
          name="reason"
          label={t('projects.form.reason')}
          lines={4}
          maxLength={500}
          required
        />
      )}
    </Form>
  );
}
