// A field whose value is kept nowhere: passwords and codes never become drafts.
import { useId } from 'react';

export interface TypedFieldProps {
  label: string;
  help?: string;
  error?: string;
  type: 'text' | 'password';
  autoComplete: 'one-time-code' | 'current-password' | 'new-password' | 'off';
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
  maxLength?: number;
}

export function TypedField(props: TypedFieldProps) {
  const { label, help, error, type, autoComplete, value, onChange, maxLength = 256 } = props;
  const id = useId();
  const note = error || help;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-input"
        type={type}
        autoComplete={autoComplete}
        maxLength={maxLength}
        spellCheck={false}
        value={value}
        // biome-ignore lint/a11y/noAutofocus: the one field of a step that was asked for
        autoFocus={props.autoFocus}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && (
        <p id={`${id}-note`} className={error ? 'field-error' : 'field-help'}>
          {note}
        </p>
      )}
    </div>
  );
}
