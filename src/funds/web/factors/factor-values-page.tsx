// What money follows: villages, population, lifted-out people and performance of each town, and entering them.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { levelOfKey } from '../../../kit/region-key.ts';
import { send } from '../../../platform/web/api.ts';
import { usePages } from '../../../platform/web/ask.ts';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { SelectField, TextField } from '../../../platform/web/fields.tsx';
import { Form, useForm } from '../../../platform/web/form.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { PageTitle } from '../../../platform/web/page.tsx';
import { useMay, useSession } from '../../../platform/web/session.ts';
import type { Column } from '../../../platform/web/table-column.ts';
import { usePlacePeriod } from '../../../platform/web/use-address.tsx';
import { type Factor, factors } from '../../codes-allocation.ts';
import type { FactorRow, FactorValuesWritten } from '../../contract-allocation.ts';
import { readValues } from '../../lines-text.ts';
import { FactorBatchesSection } from './factor-batches.tsx';

export default function FactorValuesPage() {
  const t = useT();
  const { place, to } = usePlacePeriod();
  const { home } = useSession();
  const year = to.slice(0, 4);
  const may = useMay('funds.register') && levelOfKey(home.key) !== 'town';
  const asked = usePages<FactorRow>('/api/funds/factor-values', { place, year });
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <PageTitle
        question={t('funds.page.factor_values.question')}
        time={t('funds.rule.of_budget_year', { year })}
        actions={
          may && (
            <button type="button" className="main-button" onClick={() => setOpen(true)}>
              {t('funds.factor.enter')}
            </button>
          )
        }
      />
      <p className="page-lead">{t('funds.page.factor_values.note')}</p>
      <DataTable<FactorRow>
        caption={t('funds.page.factor_values')}
        rows={asked.rows}
        rowKey={(row) => row.place}
        more={asked.more}
        pending={asked.pending}
        problem={asked.problem}
        onRetry={asked.retry}
        empty={{ why: t('funds.rule.no_towns'), todo: t('funds.rule.no_towns.todo') }}
        columns={[
          { key: 'place', title: t('funds.rule.town'), cell: (row) => row.placeName },
          { key: 'county', title: t('funds.column.county'), cell: (row) => row.countyName },
          ...factors.map(
            (factor): Column<FactorRow> => ({
              key: factor,
              title: t(`funds.factor.${factor}`),
              number: true,
              cell: (row) => <Value of={row[factor]} />,
            }),
          ),
        ]}
      />
      <FactorBatchesSection place={place} />
      <Drawer open={open} title={t('funds.factor.enter')} onClose={close}>
        <EnterForm
          rows={asked.rows}
          year={year}
          onDone={() => {
            close();
            void queries.invalidateQueries();
          }}
          onCancel={close}
        />
      </Drawer>
    </>
  );
}

/** The number, its year and document on hover; counted in the registry where nobody entered one. */
function Value({ of }: { of: FactorRow[Factor] }) {
  const t = useT();
  if (of === null) return <span className="no-value">{t('funds.factor.none')}</span>;
  const from =
    of.year === null
      ? t('funds.factor.counted')
      : t('funds.factor.from', { year: of.year, document: of.document ?? '' });
  return <span title={from}>{Number(of.value).toLocaleString('en-US')}</span>;
}

function EnterForm(props: {
  rows: readonly FactorRow[];
  year: string;
  onDone: () => void;
  onCancel: () => void;
}) {
  const { rows, year, onDone, onCancel } = props;
  const t = useT();
  const { home } = useSession();
  const form = useForm(
    `funds.factor:${home.key}`,
    { factor: '', year, document: '', values: '' },
    (given) => {
      const { values, problems } = readValues(given.values);
      const [first] = problems;
      return {
        factor: given.factor ? undefined : t('funds.form.needed'),
        year: /^20(2[1-9]|[3-9]\d)$/.test(given.year) ? undefined : t('funds.form.year_form'),
        document: given.document.trim() ? undefined : t('funds.form.needed'),
        values: first
          ? t(`funds.factor.${first.what}`, { line: first.line })
          : values.length === 0
            ? t('funds.form.needed')
            : undefined,
      };
    },
  );
  const read = readValues(form.values.values);
  return (
    <Form
      form={form}
      verb={t('funds.factor.enter')}
      send={(given, id) =>
        send<FactorValuesWritten>(
          'POST',
          '/api/funds/factor-values',
          {
            ...{ factor: given.factor, year: Number(given.year) },
            ...{ document: given.document.trim(), values: readValues(given.values).values },
          },
          id,
        )
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <SelectField
        form={form}
        name="factor"
        label={t('funds.factor.which')}
        none={t('funds.form.choose')}
        required
        choices={factors.map((one) => ({ value: one, label: t(`funds.factor.${one}`) }))}
      />
      <TextField
        form={form}
        name="year"
        label={t('funds.column.year')}
        inputMode="numeric"
        maxLength={4}
        required
      />
      <TextField
        form={form}
        name="document"
        label={t('funds.rule.document')}
        maxLength={80}
        required
      />
      <TextField
        form={form}
        name="values"
        label={t('funds.factor.values')}
        help={t('funds.factor.values.help')}
        lines={12}
        maxLength={200_000}
        required
      />
      <div className="paper-sum" role="status">
        {t('funds.factor.count', { count: read.values.length })}
        {form.values.values.trim() === '' && rows.length > 0 && (
          <button
            type="button"
            className="text-button"
            onClick={() =>
              form.set({
                values: rows.map((row) => `${row.place}\t${row.placeName}\t`).join('\n'),
              })
            }
          >
            {t('funds.factor.fill')}
          </button>
        )}
      </div>
    </Form>
  );
}
