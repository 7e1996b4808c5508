// The form of a project: what it is, whom it serves, which shortfall it fills, its money by source.
import { useQueryClient } from '@tanstack/react-query';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { type Errors, Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { ChildRow } from '../../../regions/contract.ts';
import type { HomeRows } from '../../../teams/contract-organisations.ts';
import { SeveralField } from '../../../teams/web/fields/several-field.tsx';
import { benefitLinks, clearances, tasks } from '../../codes.ts';
import type { ProjectPage, ProjectWritten, ShortfallRow } from '../../contract.ts';
import { fenOfYuan } from './fen.ts';
import {
  bodyOf,
  budgetSources,
  emptyProject,
  ownBooks,
  type ProjectValues,
  payerPlaces,
  valuesOf,
} from './project-values.ts';

/** @param project the one to amend; without it a new one is registered */
export function ProjectForm(props: {
  project?: ProjectPage;
  onDone: (id: string) => void;
  onCancel: () => void;
}) {
  const { project, onDone, onCancel } = props;
  const t = useT();
  const { home, today } = useSession();
  const queries = useQueryClient();
  const town = project?.town ?? home.key;
  const villages = useAsk<{ rows: ChildRow[] }>(`/api/regions/places/${town}/children`, {
    on: today,
    limit: '200',
  });
  const shortfalls = useAsk<{ rows: ShortfallRow[] }>('/api/projects/shortfalls', {
    place: town,
    limit: '200',
  });
  const homes = useAsk<HomeRows>('/api/teams/unit-homes', { place: town, on: today });
  const places = payerPlaces(homes.data?.rows ?? []);
  const form = useForm<ProjectValues>(
    project ? `projects.amend:${project.id}` : `projects.new:${town}`,
    project
      ? valuesOf(project)
      : { ...emptyProject, year: today.slice(0, 4), quotaYear: today.slice(0, 4) },
    (values) => problemsOf(values, t),
  );
  const { values } = form;
  const light = values.light === 'yes';
  const total = budgetSources.reduce(
    (sum, { payer }) => sum + BigInt(fenOfYuan(values[payer]) ?? '0'),
    0n,
  );
  const free = (shortfalls.data?.rows ?? []).filter(
    (one) => one.closedOn === null && (one.project === null || one.project === project?.id),
  );
  const text = (name: keyof ProjectValues & string, more: object = {}) => (
    <TextField
      form={form}
      name={name}
      label={t(`projects.field.${name}`)}
      maxLength={80}
      {...more}
    />
  );
  const count = (name: keyof ProjectValues & string) =>
    text(name, { inputMode: 'numeric', maxLength: 8, required: true });
  return (
    <Form
      form={form}
      verb={t(project ? 'projects.form.save' : 'projects.form.register')}
      send={(given, id) => {
        const body = bodyOf(given, places);
        return project
          ? send<ProjectWritten>(
              'POST',
              `/api/projects/projects/${project.id}/amend`,
              { ...body, seen: given.seen },
              id,
            )
          : send<ProjectWritten>('POST', '/api/projects/projects', { town, ...body }, id);
      }}
      onDone={({ id }) => {
        void queries.invalidateQueries();
        onDone(id);
      }}
      onCancel={onCancel}
    >
      <div className="project-fields">
        {text('name', { required: true })}
        {text('year', { inputMode: 'numeric', maxLength: 4, required: true })}
        <SelectField
          form={form}
          name="task"
          label={t('projects.column.task')}
          none={t('projects.form.choose')}
          required
          choices={tasks.map((one) => ({ value: one, label: t(`projects.task.${one}`) }))}
        />
        {text('implementer', { required: true })}
        {text('bindingTask', { help: t('projects.field.bindingTask.help') })}
        <DayField form={form} name="plannedFrom" label={t('projects.field.plannedFrom')} />
        <DayField form={form} name="plannedTo" label={t('projects.field.plannedTo')} />
      </div>
      {text('content', { lines: 3, maxLength: 2000, required: true })}
      <div className="project-fields">
        <SeveralField
          form={form}
          name="operating"
          label={t('projects.field.operating')}
          help={t('projects.field.operating.help')}
          choices={[{ value: 'yes', label: t('projects.field.operating.yes') }]}
        />
        <SeveralField
          form={form}
          name="light"
          label={t('projects.field.light')}
          help={t('projects.field.light.help')}
          choices={[{ value: 'yes', label: t('projects.field.light.yes') }]}
        />
      </div>
      <h2>{t('projects.part.budget')}</h2>
      <div className="project-fields">
        <SelectField
          form={form}
          name="programme"
          label={t('funds.column.programme')}
          required
          choices={(['special_fund', 'self_included_fund', 'named_city_fund'] as const).map(
            (one) => ({ value: one, label: t(`funds.programme.${one}`) }),
          )}
        />
        {text('quotaYear', { inputMode: 'numeric', maxLength: 4, required: true })}
        {budgetSources
          .filter(({ payer }) => places[payer] !== undefined)
          .map(({ payer, source }) => (
            <TextField
              key={payer}
              form={form}
              name={payer}
              label={t('projects.field.amount_of', {
                source: ownBooks(payer) ? t(`funds.source.${source}`) : t(`funds.payer.${payer}`),
              })}
              inputMode="decimal"
              maxLength={20}
            />
          ))}
      </div>
      <p role="status">
        {t('projects.form.budget_total')} <Value of={{ value: total.toString(), as: 'fen' }} />
      </p>
      {!light && (
        <>
          <SeveralField
            form={form}
            name="shortfalls"
            label={t('projects.column.shortfalls')}
            help={t(
              free.length === 0
                ? 'projects.field.shortfalls.none'
                : 'projects.field.shortfalls.help',
            )}
            choices={free.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <SeveralField
            form={form}
            name="villages"
            label={t('projects.column.villages')}
            help={t('projects.field.villages.help')}
            choices={(villages.data?.rows ?? []).map(({ key, name }) => ({
              value: key,
              label: name,
            }))}
          />
          <div className="project-fields">
            {count('households')}
            {count('people')}
            {count('lifted')}
            {count('monitored')}
            <SelectField
              form={form}
              name="benefitLink"
              label={t('projects.column.benefitLink')}
              none={t('projects.without')}
              required={values.operating === 'yes'}
              choices={benefitLinks.map((one) => ({
                value: one,
                label: t(`projects.benefit_link.${one}`),
              }))}
            />
            {text('benefitNote', { maxLength: 500 })}
            {(['land', 'environment'] as const).map((name) => (
              <SelectField
                key={name}
                form={form}
                name={name}
                label={t(`projects.field.${name}`)}
                required
                choices={clearances.map((one) => ({
                  value: one,
                  label: t(`projects.clearance.${one}`),
                }))}
              />
            ))}
            {text('target', { maxLength: 500 })}
            {text('result', { maxLength: 500 })}
          </div>
        </>
      )}
    </Form>
  );
}

function problemsOf(values: ProjectValues, t: ReturnType<typeof useT>): Errors<ProjectValues> {
  const needed = (text: string) => (text.trim() ? undefined : t('projects.form.needed'));
  const year = (text: string) =>
    /^20(2[1-9]|[3-9]\d)$/.test(text) ? undefined : t('projects.form.year');
  const counted = (text: string) => (/^\d{1,8}$/.test(text) ? undefined : t('projects.form.count'));
  const money = Object.fromEntries(
    budgetSources.map(({ payer }) => [
      payer,
      values[payer].trim() && !fenOfYuan(values[payer]) ? t('projects.form.amount') : undefined,
    ]),
  );
  return {
    ...money,
    name: needed(values.name),
    year: year(values.year),
    quotaYear: year(values.quotaYear),
    task: needed(values.task),
    content: needed(values.content),
    implementer: needed(values.implementer),
    households: counted(values.households),
    people: counted(values.people),
    lifted: counted(values.lifted),
    monitored: counted(values.monitored),
    benefitLink: values.operating === 'yes' ? needed(values.benefitLink) : undefined,
  };
}
