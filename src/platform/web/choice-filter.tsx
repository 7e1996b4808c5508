// What narrows a list: one of a few, or all.
import { useId } from 'react';
import type { Choice } from './fields.tsx';
import { useT } from './i18n.tsx';
import './filters.css';

export function ChoiceFilter(props: {
  label: string;
  value: string | undefined;
  choices: readonly Choice[];
  onChange: (value: string) => void;
  /** What stands for no choice; null where there is always one. */
  all?: string | null;
}) {
  const t = useT();
  const id = useId();
  const { label, value = '', choices, onChange, all = t('platform.web.filter.all') } = props;
  return (
    <span className="filter">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="select-input"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {all !== null && <option value="">{all}</option>}
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </span>
  );
}
