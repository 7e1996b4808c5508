// What the columns of a file say: shown as remembered, asked the first time.
import { useId, useState } from 'react';
import { DataTable } from '../../../platform/web/data-table.tsx';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import type { SourceKind } from '../../codes.ts';
import type { Heads } from '../../contract.ts';
import { dateOrders, units } from '../../rules/cells.ts';
import { type Field, fieldsOf, lacking, type Mapping } from '../../rules/mapping.ts';

export function MappingForm(props: {
  heads: Heads;
  kind: SourceKind;
  busy: boolean;
  onLook: (mapping: Mapping) => void;
}) {
  const { heads, kind, busy, onLook } = props;
  const t = useT();
  const [mapping, setMapping] = useState<Mapping>(heads.mapping);
  const gap = lacking(mapping, kind);
  const names = [...new Set(heads.heads.filter(Boolean))];
  const setColumn = (field: Field, head: string) =>
    setMapping((now) => ({ ...now, columns: { ...now.columns, [field]: head || null } }));
  return (
    <Section
      title={t('reconciliation.form.step_columns')}
      note={t(
        heads.known ? 'reconciliation.form.columns.known' : 'reconciliation.form.columns.asked',
      )}
    >
      <div className="mapping-fields">
        {fieldsOf(kind).map((field) => (
          <Choosing
            key={field}
            label={t(`reconciliation.field.${field}`)}
            value={mapping.columns[field] ?? ''}
            none={t('reconciliation.form.no_column')}
            choices={names.map((name) => ({ value: name, label: name }))}
            onChange={(head) => setColumn(field, head)}
          />
        ))}
        <Choosing
          label={t('reconciliation.form.dates')}
          value={mapping.dates}
          choices={dateOrders.map((one) => ({
            value: one,
            label: t(`reconciliation.form.dates.${one}`),
          }))}
          onChange={(dates) => setMapping((now) => ({ ...now, dates: dates as Mapping['dates'] }))}
        />
        <Choosing
          label={t('reconciliation.form.unit')}
          value={mapping.unit}
          choices={units.map((one) => ({ value: one, label: t(`funds.form.unit.${one}`) }))}
          onChange={(unit) => setMapping((now) => ({ ...now, unit: unit as Mapping['unit'] }))}
        />
      </div>
      <DataTable
        caption={t('reconciliation.form.first_lines')}
        rows={heads.sample.map((cells, at) => ({ cells, at }))}
        rowKey={({ at }) => String(at)}
        empty={{ why: t('reconciliation.form.no_lines') }}
        columns={heads.heads.map((head, at) => ({
          key: `${at} ${head}`,
          title: head || t('reconciliation.form.no_head'),
          cell: ({ cells }: { cells: string[] }) => cells[at] ?? '',
        }))}
      />
      <div className="form-foot">
        {gap !== null && (
          <p className="field-error" role="status">
            {t(`reconciliation.refusal.mapping_${gap}`)}
          </p>
        )}
        <button
          type="button"
          className="plain-button"
          disabled={busy || gap !== null}
          onClick={() => onLook(mapping)}
        >
          {t('reconciliation.form.look')}
        </button>
      </div>
    </Section>
  );
}

function Choosing(props: {
  label: string;
  value: string;
  none?: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select-input"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}
