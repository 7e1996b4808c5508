// A filter of a list: one of a few, or all.
import { useId } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';

export function FilterSelect(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly { value: string; label: string }[];
}) {
  const t = useT();
  const id = useId();
  return (
    <span className="filter">
      <label htmlFor={id}>{props.label}</label>
      <select
        id={id}
        className="select-input"
        value={props.value}
        onChange={(e) => props.onChange(e.target.value)}
      >
        <option value="">{t('teams.filter.all')}</option>
        {props.choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </span>
  );
}
