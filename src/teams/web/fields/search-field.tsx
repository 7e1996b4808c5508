// Choosing something from a register: typed, found, chosen from the list. What is found the field around it asks for.
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { type Found, FoundList } from '../../../platform/web/found-list.tsx';
import { useT } from '../../../platform/web/i18n.tsx';

/** A thing as a form names it. */
export interface Chosen {
  id: string;
  name: string;
}

export interface SearchFieldProps {
  label: string;
  chosen: readonly Chosen[];
  /** One, or several. */
  many?: boolean;
  required?: boolean;
  error?: string | undefined;
  /** Beside the field: what is likely meant. */
  offers?: readonly Chosen[];
  onChange: (chosen: Chosen[]) => void;
}

export interface Words {
  text: string;
  type: (text: string) => void;
  /** What is asked for, a little behind the typing; '' asks nothing. */
  asked: string;
}

export function useWords(): Words {
  const [text, type] = useState('');
  return { text, type, asked: useDeferredValue(text.trim()) };
}

export function SearchField(
  props: SearchFieldProps & {
    hint: string;
    words: Words;
    /** What is found for the words; undefined while asking. */
    found: readonly Found[] | undefined;
    /** Said when nothing is found. */
    none: ReactNode;
  },
) {
  const { label, chosen, many = false, required = false, error, offers = [] } = props;
  const { onChange, hint, words, found, none } = props;
  const t = useT();
  const id = useId();
  const rows = words.asked
    ? (found ?? []).filter((row) => !chosen.some((one) => one.id === row.id))
    : [];
  const offered = chosen.length > 0 ? [] : offers;
  const choose = (one: Chosen) => {
    onChange(many ? [...chosen, one] : [one]);
    words.type('');
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}{' '}
        {required && <span className="field-required">{t('platform.web.form.required')}</span>}
      </label>
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
      {offered.length > 0 && (
        <p className="chosen">
          {t('teams.form.likely')}{' '}
          {offered.map((one) => (
            <button key={one.id} type="button" className="text-button" onClick={() => choose(one)}>
              {one.name}
            </button>
          ))}
        </p>
      )}
      {(many || chosen.length === 0) && (
        <input
          id={id}
          className="text-input"
          autoComplete="off"
          placeholder={hint}
          maxLength={50}
          value={words.text}
          aria-invalid={error ? true : undefined}
          onChange={(event) => words.type(event.target.value)}
        />
      )}
      {rows.length > 0 && (
        <FoundList label={label} rows={rows} onChoose={({ id, name }) => choose({ id, name })} />
      )}
      {words.asked && found && rows.length === 0 && <p className="field-help">{none}</p>}
      {error && <p className="field-error">{error}</p>}
    </div>
  );
}

/** Chosen things as a form keeps them in a draft: text. */
export const asText = (chosen: readonly Chosen[]): string =>
  chosen.length === 0 ? '' : JSON.stringify(chosen);
export const fromText = (text: string): Chosen[] =>
  text === '' ? [] : (JSON.parse(text) as Chosen[]);
/** The id of the one chosen. */
export const idFrom = (text: string): string | undefined => fromText(text)[0]?.id;
