// Choosing a unit: typed, found by name, spelling or credit code, chosen from the list.
import { useDeferredValue, useId, useState } from 'react';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { OrganisationRows } from '../../contract.ts';

export interface Chosen {
  id: string;
  name: string;
}

export function UnitField(props: {
  label: string;
  chosen: readonly Chosen[];
  /** One unit, or several. */
  many?: boolean;
  error?: string | undefined;
  onChange: (chosen: Chosen[]) => void;
}) {
  const { label, chosen, many = false, error, onChange } = props;
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const found = useAsk<OrganisationRows>(q ? '/api/teams/organisations' : undefined, {
    q,
    limit: '8',
  });
  const rows = q
    ? (found.data?.rows ?? []).filter(
        (row) => row.validTo === null && !chosen.some((c) => c.id === row.id),
      )
    : [];
  const choose = (one: Chosen) => {
    onChange(many ? [...chosen, one] : [one]);
    setText('');
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {chosen.map((one) => (
        <p key={one.id} className="chosen">
          <button
            type="button"
            className="text-button"
            onClick={() => onChange(chosen.filter((c) => c.id !== one.id))}
          >
            {t('teams.form.remove', { name: one.name })}
          </button>
        </p>
      ))}
      {(many || chosen.length === 0) && (
        <input
          id={id}
          className="text-input"
          autoComplete="off"
          placeholder={t('teams.filter.search')}
          maxLength={80}
          value={text}
          aria-invalid={error ? true : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {rows.length > 0 && (
        <ul className="plain-list found">
          {rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                className="text-button"
                onClick={() => choose({ id: row.id, name: row.name })}
              >
                {row.name}
              </button>{' '}
              <small>{row.homeName}</small>
            </li>
          ))}
        </ul>
      )}
      {q && found.data && rows.length === 0 && (
        <p className="field-help">{t('teams.organisation.none')}</p>
      )}
      {error && <p className="field-error">{error}</p>}
    </div>
  );
}

/** Chosen units as a form keeps them in a draft: text. */
export const asText = (chosen: readonly Chosen[]): string =>
  chosen.length === 0 ? '' : JSON.stringify(chosen);
export const fromText = (text: string): Chosen[] =>
  text === '' ? [] : (JSON.parse(text) as Chosen[]);
