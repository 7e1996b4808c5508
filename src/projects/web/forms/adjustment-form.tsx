// The budget as it shall be: what each source has now, and what it shall have; with a reason, for the office above.
import { useQueryClient } from '@tanstack/react-query';
import { exactYuan, plainYuan } from '../../../kit/money.ts';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Value } from '../../../platform/web/money.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { HomeRows } from '../../../teams/contract-organisations.ts';
import type { BudgetLine, ProjectPage } from '../../contract.ts';
import { fenOfYuan } from './fen.ts';
import { budgetSources, ownBooks, payerPlaces } from './project-values.ts';

interface Field extends Omit<BudgetLine, 'amount'> {
  name: string;
  now: string | null;
}

/** A field for each line there is, and one for each payer that has none. */
function fieldsOf(project: ProjectPage, rows: HomeRows['rows']): Field[] {
  const lines = project.budgetLines;
  const there = lines.map((line, at): Field => {
    const { payer, payerPlace, source, programme, year, amount } = line;
    return { ...{ payer, payerPlace, source, programme, year }, name: `line${at}`, now: amount };
  });
  const places = payerPlaces(rows);
  const [first] = lines;
  const programme = first && first.programme !== 'self_raised' ? first.programme : 'special_fund';
  const others = budgetSources.flatMap(({ payer, source }): Field[] => {
    const payerPlace = places[payer];
    if (payerPlace === undefined || lines.some((line) => line.payer === payer)) return [];
    if (project.light && !ownBooks(payer)) return [];
    return [
      {
        ...{ payer, payerPlace, source, year: first?.year ?? project.year, name: payer, now: null },
        programme: ownBooks(payer) ? 'self_raised' : programme,
      },
    ];
  });
  return [...there, ...others];
}

export function AdjustmentForm({ project, onEnd }: { project: ProjectPage; onEnd: () => void }) {
  const { today } = useSession();
  const homes = useAsk<HomeRows>('/api/teams/unit-homes', { place: project.town, on: today });
  if (!homes.data) return null;
  return <Fields project={project} fields={fieldsOf(project, homes.data.rows)} onEnd={onEnd} />;
}

function Fields(props: { project: ProjectPage; fields: readonly Field[]; onEnd: () => void }) {
  const { project, fields, onEnd } = props;
  const t = useT();
  const queries = useQueryClient();
  const begun: Record<string, string> = { reason: '', seen: project.changedAt };
  for (const { name, now } of fields) begun[name] = now === null ? '' : plainYuan(now);
  const form = useForm(`projects.adjust:${project.id}`, begun, (values) =>
    Object.fromEntries([
      ['reason', values.reason?.trim() ? undefined : t('projects.form.needed')],
      ...fields.map(({ name }) => {
        const given = values[name]?.trim() ?? '';
        const none = given === '' || Number(given) === 0;
        return [name, none || fenOfYuan(given) ? undefined : t('projects.form.amount')];
      }),
    ]),
  );
  const amountOf = ({ name }: Field) => fenOfYuan(form.values[name] ?? '');
  const total = fields.reduce((sum, field) => sum + BigInt(amountOf(field) ?? '0'), 0n);
  return (
    <Form
      form={form}
      verb={t('projects.money_verb.adjust')}
      send={(values, id) =>
        send(
          'POST',
          `/api/projects/projects/${project.id}/adjustments`,
          {
            seen: values.seen,
            reason: values.reason?.trim(),
            budget: fields.flatMap((field) => {
              const amount = amountOf(field);
              const { name: _, now: __, ...line } = field;
              return amount ? [{ ...line, amount }] : [];
            }),
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
      <p>{t('projects.form.adjust.help')}</p>
      {fields.map((field) => (
        <TextField
          key={field.name}
          form={form}
          name={field.name}
          label={`${t('projects.field.amount_of', {
            source: ownBooks(field.payer as Parameters<typeof ownBooks>[0])
              ? t(`funds.source.${field.source}`)
              : t(`funds.payer.${field.payer}`),
          })} ${field.year}`}
          {...(field.now === null
            ? {}
            : { help: t('projects.form.adjust.now', { amount: exactYuan(field.now) }) })}
          inputMode="decimal"
          maxLength={20}
        />
      ))}
      <p role="status">
        {t('projects.form.budget_total')} <Value of={{ value: total.toString(), as: 'fen' }} />
      </p>
      <TextField
        form={form}
        name="reason"
        label={t('projects.form.reason')}
        lines={4}
        maxLength={500}
        required
      />
    </Form>
  );
}
