// What narrows a list: a text that waits for a pause, and one of a few.
import { useEffect, useId, useState } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';

/** Long enough for a syllable of an input method, short enough not to be felt. */
const PAUSE = 250;

export function SearchFilter(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const id = useId();
  const [text, setText] = useState(value);
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onChange(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <span className="admin-filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="text-input"
        type="search"
        maxLength={64}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </span>
  );
}

export function ChoiceFilter(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string }[];
  /** What the list shows without a choice; without it there is always one. */
  all?: boolean;
}) {
  const t = useT();
  const id = useId();
  return (
    <span className="admin-filter">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select-input"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.all && <option value="">{t('access.admin.all')}</option>}
        {props.choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </span>
  );
}
