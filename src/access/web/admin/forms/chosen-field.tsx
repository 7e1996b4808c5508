// A field whose value is looked up: typed, found, chosen from a short list, and shown by its name.
import { useDeferredValue, useId, useState } from 'react';
import { useAsk } from '../../../../platform/web/ask.ts';
import { useT } from '../../../../platform/web/i18n.tsx';

export interface Found {
  id: string;
  name: string;
  /** Beside the name, to tell it from others. */
  note: string;
}

export function ChosenField<Reply>(props: {
  label: string;
  help: string;
  /** Name of what is chosen; '' while nothing is. */
  chosen: string;
  error: string | undefined;
  required?: boolean;
  disabled?: boolean;
  onChoose: (one: Found) => void;
  onRemove: () => void;
  /** Whom to ask for what fits a text, and what of the reply is offered. */
  path: string;
  limit?: string;
  found: (reply: Reply) => readonly Found[];
}) {
  const { label, help, chosen, error, required = false, disabled = false, limit } = props;
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
    <div className="field">
      <label htmlFor={id}>
        {label}{' '}
        {required && <span className="field-required">{t('platform.web.form.required')}</span>}
      </label>
      {chosen ? (
        <p>
          {chosen}{' '}
          <button
            id={id}
            type="button"
            className="text-button"
            aria-label={t('access.form.remove', { name: chosen })}
            onClick={props.onRemove}
          >
            {t('access.form.replace')}
          </button>
        </p>
      ) : (
        <input
          id={id}
          className="text-input"
          type="search"
          autoComplete="off"
          maxLength={50}
          value={text}
          disabled={disabled}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-note`}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {!chosen && (
        <p id={`${id}-note`} className={error ? 'field-error' : 'field-help'}>
          {error || help}
        </p>
      )}
      {rows && (
        <ul className="admin-found" aria-label={label}>
          {rows.length === 0 && <li role="status">{t('access.form.none_found')}</li>}
          {rows.map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className="text-button"
                onClick={() => {
                  props.onChoose(one);
                  setText('');
                }}
              >
                {one.name}
              </button>{' '}
              <span className="admin-sub">{one.note}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
