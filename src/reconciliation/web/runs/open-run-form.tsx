// Opening a run: which source, which money, which period.

import { programmes } from '../../../funds/codes.ts';
import { firstDayOfMonth, lastDayOfMonth, monthOf, monthPlus } from '../../../kit/period.ts';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { DayField, SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import { PageLink } from '../../../platform/web/use-address.tsx';
import type { SourceRow } from '../../contract.ts';
import type { RunWritten } from '../../contract-runs.ts';
import { programmeFits } from '../../rules/statement.ts';

export function OpenRunForm(props: { onDone: (id: string) => void; onCancel: () => void }) {
  const t = useT();
  const { home, today } = useSession();
  const asked = useAsk<{ rows: SourceRow[] }>('/api/reconciliation/sources', { place: home.key });
  const before = monthPlus(monthOf(today), -1);
  const form = useForm(
    `reconciliation.run:${home.key}`,
    {
      ...{ source: '', programme: '', daysApart: '5' },
      ...{ from: firstDayOfMonth(before), to: lastDayOfMonth(before) },
    },
    (values) => {
      const needed = (text: string) => (text ? undefined : t('reconciliation.form.needed'));
      return {
        ...{ source: needed(values.source), programme: needed(values.programme) },
        from: needed(values.from),
        to: values.to < values.from ? t('reconciliation.form.to_form') : needed(values.to),
        daysApart: /^([0-9]|[12][0-9]|3[01])$/.test(values.daysApart)
          ? undefined
          : t('reconciliation.form.days_form'),
      };
    },
  );
  const { values } = form;
  return (
    <Answer of={asked}>
      {({ rows }) => {
        const own = rows.filter(({ office }) => office === home.key);
        const chosen = own.find(({ id }) => id === values.source);
        if (own.length === 0)
          return (
            <Empty
              why={t('reconciliation.source.none')}
              todo={t('reconciliation.source.none.todo')}
              action={
                <PageLink to="/reconciliation/imports/new" className="main-button">
                  {t('reconciliation.form.take_in')}
                </PageLink>
              }
            />
          );
        return (
          <Form
            form={form}
            verb={t('reconciliation.run_verb.open')}
            send={({ daysApart, ...given }, id) =>
              send<RunWritten>(
                'POST',
                '/api/reconciliation/runs',
                { ...given, daysApart: Number(daysApart) },
                id,
              )
            }
            onDone={({ id }) => props.onDone(id)}
            onCancel={props.onCancel}
          >
            <SelectField
              form={form}
              name="source"
              label={t('reconciliation.column.source')}
              none={t('reconciliation.form.choose')}
              required
              choices={own.map(({ id, name, kind }) => ({
                value: id,
                label: `${name} · ${t(`reconciliation.source_kind.${kind}`)}`,
              }))}
            />
            <SelectField
              form={form}
              name="programme"
              label={t('funds.column.programme')}
              none={t('reconciliation.form.choose')}
              required
              choices={programmes
                .filter((one) => !chosen || programmeFits(chosen.kind, one))
                .map((one) => ({ value: one, label: t(`funds.programme.${one}`) }))}
            />
            <DayField
              form={form}
              name="from"
              label={t('reconciliation.column.from')}
              max={today}
              required
            />
            <DayField
              form={form}
              name="to"
              label={t('reconciliation.column.to')}
              max={today}
              required
            />
            <TextField
              form={form}
              name="daysApart"
              label={t('reconciliation.form.days')}
              help={t('reconciliation.form.days.help')}
              inputMode="numeric"
              maxLength={2}
              required
            />
          </Form>
        );
      }}
    </Answer>
  );
}
