// A value that is looked up: typed, found, chosen from a short list, and shown by its name.
import { useDeferredValue, useId, useState } from 'react';
import { useAsk } from './ask.ts';
import { type Found, FoundList } from './found-list.tsx';
import { useT } from './i18n.tsx';

export function ChosenField<Reply>(props: {
  label: string;
  help?: string;
  /** In the empty field; what it says must also be clear without it. */
  placeholder?: string;
  /** Name of what is chosen; '' while nothing is. */
  chosen: string;
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  onChoose: (one: Found) => void;
  onRemove: () => void;
  /** The button that takes the choice back, where that is not to replace it by another. */
  remove?: string;
  /** Whom to ask for what fits a text, and what of the reply is offered. */
  path: string;
  limit?: string;
  found: (reply: Reply) => readonly Found[];
}) {
  const { label, chosen, required = false, disabled = false, limit } = props;
  const note = props.error || props.help;
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const asked = useAsk<Reply>(
    q && !chosen ? props.path : undefined,
    { q, ...(limit ? { limit } : {}) },
    { keep: true },
  );
  const rows = q && !chosen && asked.data ? props.found(asked.data) : undefined;
  return (
    <div className="field chosen-field">
      <label htmlFor={id}>
        {label}{' '}
        {required && <span className="field-required">{t('platform.web.form.required')}</span>}
      </label>
      {chosen ? (
        <p className="chosen-value">
          {chosen}{' '}
          <button
            id={id}
            type="button"
            className="text-button"
            aria-label={props.remove ? undefined : t('platform.web.replace_this', { name: chosen })}
            onClick={props.onRemove}
          >
            {props.remove ?? t('platform.web.replace')}
          </button>
        </p>
      ) : (
        <input
          id={id}
          className="text-input"
          type="search"
          autoComplete="off"
          maxLength={50}
          placeholder={props.placeholder}
          value={text}
          disabled={disabled}
          aria-invalid={props.error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {!chosen && note && (
        <p id={`${id}-note`} className={props.error ? 'field-error' : 'field-help'}>
          {note}
        </p>
      )}
      {rows && rows.length > 0 && (
        <FoundList
          label={label}
          rows={rows}
          onChoose={(one) => {
            props.onChoose(one);
            setText('');
          }}
        />
      )}
      {rows?.length === 0 && (
        <p className="found-list" role="status">
          {t('platform.web.none_found')}
        </p>
      )}
    </div>
  );
}
