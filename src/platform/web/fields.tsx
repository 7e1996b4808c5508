// The fields of a form: a label, what it is for, and what is wrong in words.
import { type ReactNode, useId } from 'react';
import { DateField } from './date-field.tsx';
import type { Values } from './draft.ts';
import type { FormState } from './form.tsx';
import { useT } from './i18n.tsx';

interface FieldProps<V extends Values> {
  form: FormState<V>;
  name: keyof V & string;
  label: string;
  help?: string;
  required?: boolean;
}

export function TextField<V extends Values>(
  props: FieldProps<V> & {
    lines?: number;
    maxLength?: number;
    inputMode?: 'text' | 'numeric' | 'decimal';
    /** 'off' where the browser must not remember what was typed. */
    autoComplete?: 'off';
  },
) {
  const { form, name, lines = 1, maxLength = 500, inputMode = 'text', autoComplete } = props;
  return (
    <Labelled {...props}>
      {(given) => {
        const shared = {
          ...given,
          className: 'text-input',
          maxLength,
          autoComplete,
          value: form.values[name] ?? '',
          onChange: (event: { target: { value: string } }) =>
            form.set({ [name]: event.target.value } as Partial<V>),
          onBlur: () => form.touch(name),
        };
        return lines > 1 ? (
          <textarea {...shared} rows={lines} />
        ) : (
          <input {...shared} inputMode={inputMode} />
        );
      }}
    </Labelled>
  );
}

export interface Choice {
  value: string;
  label: string;
}

/** One of a closed list. */
export function SelectField<V extends Values>(
  props: FieldProps<V> & { choices: readonly Choice[]; none?: string },
) {
  const { form, name, choices, none } = props;
  return (
    <Labelled {...props}>
      {(given) => (
        <select
          {...given}
          className="select-input"
          value={form.values[name] ?? ''}
          onChange={(event) => form.set({ [name]: event.target.value } as Partial<V>)}
          onBlur={() => form.touch(name)}
        >
          <option value="">{none ?? ''}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** One of a few, all in sight. */
export function ChoiceField<V extends Values>(
  props: FieldProps<V> & { choices: readonly Choice[] },
) {
  const { form, name, label, help, choices, required = false } = props;
  const id = useId();
  const t = useT();
  const error = form.errorOf(name);
  return (
    <fieldset
      className="field choice-field"
      aria-describedby={error || help ? `${id}-note` : undefined}
    >
      <legend>
        {label}{' '}
        {required && <span className="field-required">{t('platform.web.form.required')}</span>}
      </legend>
      {choices.map((one) => (
        <label key={one.value}>
          <input
            type="radio"
            name={id}
            checked={form.values[name] === one.value}
            onChange={() => form.set({ [name]: one.value } as Partial<V>)}
          />
          {one.label}
        </label>
      ))}
      <Note id={id} error={error} help={help} />
    </fieldset>
  );
}

export function DayField<V extends Values>(props: FieldProps<V> & { min?: string; max?: string }) {
  const { form, name, label, help, required = false, min, max } = props;
  return (
    <DateField
      label={label}
      help={help}
      required={required}
      clearable={!required}
      min={min}
      max={max}
      value={form.values[name] ?? ''}
      error={form.errorOf(name)}
      onChange={(day) => form.set({ [name]: day } as Partial<V>)}
    />
  );
}

/** What every control that takes a file says beside it; test/upload-notes.test.ts asks for it wherever there is one. */
export function UploadNote({ of = 'text' }: { of?: keyof typeof uploadNotes }) {
  return <p className="field-help">{useT()(uploadNotes[of])}</p>;
}

/** What is searched for marks of secrecy differs: a picture not at all, of a workbook the first sheet. */
const uploadNotes = {
  text: 'platform.web.upload_note',
  scans: 'platform.web.upload_note_scans',
  workbook: 'platform.web.upload_note_workbook',
} as const;

interface Given {
  id: string;
  'aria-invalid': true | undefined;
  'aria-describedby': string | undefined;
  'aria-required': true | undefined;
}

function Labelled<V extends Values>(
  props: FieldProps<V> & { children: (given: Given) => ReactNode },
) {
  const { form, name, label, help, required = false, children } = props;
  const t = useT();
  const id = useId();
  const error = form.errorOf(name);
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}{' '}
        {required && <span className="field-required">{t('platform.web.form.required')}</span>}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': error || help ? `${id}-note` : undefined,
        'aria-required': required || undefined,
      })}
      <Note id={id} error={error} help={help} />
    </div>
  );
}

function Note(props: { id: string; error: string | undefined; help: string | undefined }) {
  const text = props.error || props.help;
  if (!text) return null;
  return (
    <p id={`${props.id}-note`} className={props.error ? 'field-error' : 'field-help'}>
      {text}
    </p>
  );
}
