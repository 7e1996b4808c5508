// The form of a plan: head, list of tasks, lines; what does not close is said while typing.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, type FormState, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import type { AmendPlan, Choices, PlanPage, PlanWritten } from '../../contract.ts';
import { Problems } from '../problems.tsx';
import {
  draftLines,
  inUnit,
  linesFrom,
  moneysOf,
  problemsNow,
  readTasks,
  saidLines,
  tasksText,
  type Unit,
  withReserve,
} from './draft-lines.ts';
import { LineEditor } from './line-editor.tsx';
import { PasteLines } from './paste-lines.tsx';

export type PlanValues = Record<'title' | 'basis' | 'unit' | 'tasks' | 'lines' | 'seen', string>;

export function AmendForm(props: {
  plan: PlanPage;
  choices: Choices;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { plan, choices, onDone, onCancel } = props;
  const t = useT();
  const queries = useQueryClient();
  const moneys = moneysOf(plan);
  const wholeOf = (values: PlanValues) =>
    saidLines(linesFrom(values.lines), values.unit as Unit, moneys, choices);
  const form = useForm<PlanValues>(
    `plans.plan.amend:${plan.id}`,
    {
      title: plan.title,
      basis: plan.basis ?? '',
      unit: 'wan',
      tasks: tasksText(plan.tasks),
      lines: JSON.stringify(draftLines(plan.lines, 'wan')),
      seen: plan.changedAt,
    },
    (values) => ({
      title: values.title.trim() ? undefined : t('plans.form.needed'),
      lines: firstGap(wholeOf(values), t),
    }),
  );
  const { values } = form;
  const unit = values.unit as Unit;
  const lines = linesFrom(values.lines);
  const tasks = readTasks(values.tasks);
  const unlisted = choices.tasks.filter((known) =>
    tasks.every((task) => task.name !== known.name || task.document !== known.document),
  );
  const whole = wholeOf(values).filter((line) => line !== undefined);
  const put = (next: typeof lines) => form.set({ lines: JSON.stringify(next) });
  return (
    <Form
      form={form}
      verb={t('plans.form.keep')}
      send={(given, id) =>
        send<PlanWritten>(
          'POST',
          `/api/plans/plans/${plan.id}/amend`,
          {
            title: given.title.trim(),
            basis: given.basis.trim() || null,
            tasks: readTasks(given.tasks),
            lines: wholeOf(given).filter((line) => line !== undefined),
            seen: given.seen,
          } satisfies AmendPlan,
          id,
        )
      }
      onDone={() => {
        void queries.invalidateQueries();
        onDone();
      }}
      onCancel={onCancel}
    >
      <div className="plan-head">
        <TextField
          form={form}
          name="title"
          label={t('plans.column.plan')}
          maxLength={150}
          required
        />
        <TextField
          form={form}
          name="basis"
          label={t('plans.column.basis')}
          help={t('plans.form.basis.help')}
        />
        <SelectField
          form={unitChoice(form, (to) => inUnit(lines, unit, to))}
          name="unit"
          label={t('plans.form.unit')}
          choices={[
            { value: 'wan', label: t('plans.form.unit.wan') },
            { value: 'yuan', label: t('plans.form.unit.yuan') },
          ]}
        />
      </div>
      <TextField
        form={form}
        name="tasks"
        label={t('plans.form.tasks')}
        help={t('plans.form.tasks.help')}
        lines={3}
        maxLength={5_000}
      />
      {unlisted.length > 0 && (
        <button
          type="button"
          className="text-button"
          onClick={() => form.set({ tasks: tasksText([...tasks, ...unlisted]) })}
        >
          {t('plans.form.tasks.known')}
        </button>
      )}
      <LineEditor
        {...{ plan, choices, moneys, tasks, lines, unit }}
        error={form.errorOf('lines')}
        onChange={put}
      />
      <div className="plan-tools">
        <button
          type="button"
          className="plain-button"
          onClick={() => put([...lines, { money: '', task: '', use: '', amount: '', note: '' }])}
        >
          {t('plans.form.add_line')}
        </button>
        <button
          type="button"
          className="plain-button"
          onClick={() => put(withReserve(plan, lines, whole, unit))}
        >
          {t('plans.form.rest')}
        </button>
      </div>
      <PasteLines
        {...{ plan, choices, moneys, tasks, unit }}
        onRead={(read) => put([...lines, ...read])}
      />
      <Problems problems={problemsNow(plan, choices, { tasks, lines: whole })} />
    </Form>
  );
}

/** Choosing another unit writes the amounts anew. */
function unitChoice(
  form: FormState<PlanValues>,
  linesIn: (unit: Unit) => unknown,
): FormState<PlanValues> {
  return {
    ...form,
    set: ({ unit }) => {
      if (unit === 'wan' || unit === 'yuan')
        form.set({ unit, lines: JSON.stringify(linesIn(unit)) });
    },
  };
}

function firstGap(whole: readonly unknown[], t: ReturnType<typeof useT>): string | undefined {
  const at = whole.indexOf(undefined);
  return at < 0 ? undefined : t('plans.form.line_open', { line: at + 1 });
}
