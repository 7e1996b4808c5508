// Short forms beside a project: a notice, an objection and its answer, a paper on file.
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { addDays } from '../../../kit/period.ts';
import { send } from '../../../platform/web/api.ts';
import type { Values } from '../../../platform/web/draft.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { type Errors, Form, type FormState, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { documentKinds, noticeStages } from '../../codes.ts';
import type { State } from '../../rules.ts';
import { noticeStates } from '../../rules-corrections.ts';

/** A form whose values are what is sent, empty ones as nothing. */
function Short<V extends Values>(props: {
  form: FormState<V>;
  path: string;
  verb: string;
  onEnd: () => void;
  children: ReactNode;
}) {
  const { form, path, verb, onEnd, children } = props;
  const queries = useQueryClient();
  const bodyOf = (values: V) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, (value ?? '').trim() || null]),
    );
  return (
    <Form
      form={form}
      verb={verb}
      send={(values, id) => send('POST', path, bodyOf(values), id)}
      onDone={() => {
        onEnd();
        void queries.invalidateQueries();
      }}
      onCancel={onEnd}
    >
      {children}
    </Form>
  );
}

/** Says which of the named fields are still empty. */
function useNeeded() {
  const t = useT();
  return <V extends Values>(values: V, names: readonly (keyof V)[]): Errors<V> =>
    Object.fromEntries(
      names.map((name) => [name, values[name]?.trim() ? undefined : t('projects.form.needed')]),
    ) as Errors<V>; // the names are V's
}

/** Stages a notice may have while a project is in a state. */
export const noticesOf = (state: State) =>
  noticeStages.filter((stage) => noticeStates[stage].includes(state));

export function NoticeForm(props: {
  project: string;
  state: State;
  /** What it is most likely of; of those that fit the state the first unless told otherwise. */
  stage?: (typeof noticeStages)[number];
  onEnd: () => void;
}) {
  const { project, state, stage, onEnd } = props;
  const t = useT();
  const { today } = useSession();
  const needed = useNeeded();
  const fitting = noticesOf(state);
  const form = useForm(
    `projects.notice:${project}`,
    {
      stage: stage ?? fitting[0] ?? '',
      postedOn: today,
      endsOn: addDays(today, 7),
      placePosted: '',
    },
    (values) => needed(values, ['stage', 'postedOn', 'endsOn', 'placePosted']),
  );
  return (
    <Short
      form={form}
      path={`/api/projects/projects/${project}/notices`}
      verb={t('projects.form.register')}
      onEnd={onEnd}
    >
      <SelectField
        form={form}
        name="stage"
        label={t('projects.column.stage')}
        none={t('projects.form.choose')}
        required
        choices={fitting.map((one) => ({
          value: one,
          label: t(`projects.notice_stage.${one}`),
        }))}
      />
      <DayField
        form={form}
        name="postedOn"
        label={t('projects.form.postedOn')}
        max={today}
        required
      />
      <DayField form={form} name="endsOn" label={t('projects.form.endsOn')} required />
      <TextField
        form={form}
        name="placePosted"
        label={t('projects.column.placePosted')}
        maxLength={80}
        required
      />
    </Short>
  );
}

export function ObjectionForm({ notice, onEnd }: { notice: string; onEnd: () => void }) {
  const t = useT();
  const { today } = useSession();
  const needed = useNeeded();
  const form = useForm(`projects.objection:${notice}`, { receivedOn: today, said: '' }, (values) =>
    needed(values, ['receivedOn', 'said']),
  );
  return (
    <Short
      form={form}
      path={`/api/projects/notices/${notice}/objections`}
      verb={t('projects.form.register')}
      onEnd={onEnd}
    >
      <DayField
        form={form}
        name="receivedOn"
        label={t('projects.form.receivedOn')}
        max={today}
        required
      />
      <TextField
        form={form}
        name="said"
        label={t('projects.form.said')}
        help={t('projects.form.said.help')}
        lines={4}
        maxLength={500}
        required
      />
    </Short>
  );
}

export function AnswerForm(props: { objection: string; said: string; onEnd: () => void }) {
  const { objection, said, onEnd } = props;
  const t = useT();
  const { today } = useSession();
  const needed = useNeeded();
  const form = useForm(
    `projects.answer:${objection}`,
    { answeredOn: today, answer: '' },
    (values) => needed(values, ['answeredOn', 'answer']),
  );
  return (
    <Short
      form={form}
      path={`/api/projects/objections/${objection}/answer`}
      verb={t('projects.objection.answer')}
      onEnd={onEnd}
    >
      <p>{said}</p>
      <DayField
        form={form}
        name="answeredOn"
        label={t('projects.form.answeredOn')}
        max={today}
        required
      />
      <TextField
        form={form}
        name="answer"
        label={t('projects.form.answer')}
        lines={4}
        maxLength={500}
        required
      />
    </Short>
  );
}

export function DocumentForm({ project, onEnd }: { project: string; onEnd: () => void }) {
  const t = useT();
  const { today } = useSession();
  const needed = useNeeded();
  const form = useForm(
    `projects.document:${project}`,
    { kind: '', title: '', number: '', dated: today },
    (values) => needed(values, ['kind', 'title', 'dated']),
  );
  return (
    <Short
      form={form}
      path={`/api/projects/projects/${project}/documents`}
      verb={t('projects.form.register')}
      onEnd={onEnd}
    >
      <SelectField
        form={form}
        name="kind"
        label={t('projects.column.kind')}
        none={t('projects.form.choose')}
        required
        choices={documentKinds.map((one) => ({
          value: one,
          label: t(`projects.document_kind.${one}`),
        }))}
      />
      <TextField
        form={form}
        name="title"
        label={t('projects.column.title')}
        maxLength={80}
        required
      />
      <TextField
        form={form}
        name="number"
        label={t('projects.column.paper_number')}
        maxLength={80}
      />
      <DayField form={form} name="dated" label={t('projects.column.dated')} max={today} required />
    </Short>
  );
}
