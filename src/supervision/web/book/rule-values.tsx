// The values of a rule: as text in a table, and as fields of a form.
import { exactYuan, parseYuan, plainYuan } from '../../../kit/money.ts';
import { TextField } from '../../../platform/web/fields.tsx';
import type { FormState } from '../../../platform/web/form.tsx';
import { type T, useT } from '../../../platform/web/i18n.tsx';
import type { RuleRow } from '../../contract.ts';

type Value = RuleRow['values'][string];
type Parameter = RuleRow['parameters'][number];
export type Typed = Record<string, string>;
/** Fields of values stand apart from the form's others. */
export const fieldOf = (name: string) => `value_${name}`;

export const saidValue = (t: T, { unit }: Parameter, value: Value | undefined): string => {
  if (value === undefined) return t('supervision.without');
  if (Array.isArray(value)) return value.join('、');
  return `${unit === 'fen' ? exactYuan(String(value)) : value} ${t(`supervision.unit.${unit}`)}`;
};

const saidBound = (t: T, { unit }: Parameter, bound: number): string =>
  unit === 'words'
    ? String(bound)
    : `${unit === 'fen' ? exactYuan(String(bound)) : bound} ${t(`supervision.unit.${unit}`)}`;

export const typedValues = ({ parameters, values }: RuleRow): Typed =>
  Object.fromEntries(
    parameters.map(({ name, unit, fallback }) => {
      const value = values[name] ?? fallback;
      if (Array.isArray(value)) return [fieldOf(name), value.join('\n')];
      return [fieldOf(name), unit === 'fen' ? plainYuan(String(value)) : String(value)];
    }),
  );

/** The value of a field; undefined when it is none, or out of its bounds. */
function meantValue(parameter: Parameter, typed: Typed): Value | undefined {
  const value = writtenValue(parameter, typed);
  const size = Array.isArray(value) ? value.length : (value ?? -1);
  return size >= parameter.least && size <= parameter.most ? value : undefined;
}

function writtenValue({ name, unit }: Parameter, typed: Typed): Value | undefined {
  const text = (typed[fieldOf(name)] ?? '').trim();
  if (unit === 'words')
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  if (unit === 'fen') {
    const fen = parseYuan(text);
    return fen !== undefined && fen >= 0n && fen <= 1_000_000_000_000n ? Number(fen) : undefined;
  }
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

export const meantValues = (rule: RuleRow, typed: Typed): Record<string, Value> =>
  Object.fromEntries(
    rule.parameters.map((parameter) => [parameter.name, meantValue(parameter, typed) ?? 0]),
  );

export const wrongValues = (t: T, rule: RuleRow, typed: Typed): Typed =>
  Object.fromEntries(
    rule.parameters
      .filter((parameter) => meantValue(parameter, typed) === undefined)
      .map((parameter) => [
        fieldOf(parameter.name),
        t(`supervision.rules.${parameter.unit === 'words' ? 'words' : 'value'}_bounds`, {
          ...{ least: saidBound(t, parameter, parameter.least) },
          ...{ most: saidBound(t, parameter, parameter.most) },
        }),
      ]),
  );

export function ValueFields({ rule, form }: { rule: RuleRow; form: FormState<Typed> }) {
  const t = useT();
  return (
    <>
      {rule.parameters.map((parameter) => (
        <TextField
          key={parameter.name}
          form={form}
          name={fieldOf(parameter.name)}
          label={`${t(`supervision.parameter.${parameter.name}`)} (${t(`supervision.unit.${parameter.unit}`)})`}
          help={t('supervision.rules.values.help', {
            value: saidValue(t, parameter, parameter.fallback),
          })}
          {...(parameter.unit === 'words'
            ? { lines: 8, maxLength: 2000 }
            : { inputMode: 'decimal' as const, maxLength: 20 })}
          required
        />
      ))}
    </>
  );
}
