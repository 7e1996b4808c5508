// Finds a place by name, code, pinyin or initials and goes there, staying on the page.
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useAsk } from '../../platform/web/ask.ts';
import { useT } from '../../platform/web/i18n.tsx';
import { usePlacePeriod } from '../../platform/web/use-address.tsx';
import type { FoundRow } from '../contract.ts';
import './places.css';

/** Long enough for a syllable of an input method, short enough not to be felt. */
const PAUSE = 200;

export function PlaceSearch() {
  const t = useT();
  const id = useId();
  const { to, set } = usePlacePeriod();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const q = useSettled(text.trim());
  const asked = useAsk<{ rows: FoundRow[] }>(q ? '/api/regions/places' : undefined, {
    q,
    on: to,
    limit: '12',
  });
  const rows = q ? (asked.data?.rows ?? []) : [];

  function go(row: FoundRow | undefined) {
    if (!row) return;
    set({ place: row.key });
    setText('');
    setOpen(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((at + step + rows.length) % Math.max(rows.length, 1));
    else if (event.key === 'Enter') go(rows[at]);
    else if (event.key === 'Escape') setOpen(false);
    else return;
    event.preventDefault();
  }

  const shown = open && q !== '' && asked.data !== undefined;
  return (
    <div className="place-search">
      <input
        className="text-input"
        type="search"
        role="combobox"
        aria-label={t('regions.page.search')}
        aria-expanded={shown}
        aria-controls={shown && rows.length > 0 ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && rows[at] ? `${id}-${at}` : undefined}
        placeholder={t('regions.page.search.hint')}
        value={text}
        maxLength={50}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && rows.length > 0 && (
        <div
          id={id}
          className="place-search-list"
          role="listbox"
          aria-label={t('regions.page.search')}
        >
          {rows.map((row, nth) => (
            // The keyboard chooses through the field, which keeps the focus.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={row.key}
              id={`${id}-${nth}`}
              role="option"
              tabIndex={-1}
              aria-selected={nth === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(row)}
            >
              <span>{row.name}</span>
              <small>
                {[...row.above, row.code].join(' · ')}
                {row.matched && ` · ${t('regions.page.matched', { matched: row.matched })}`}
              </small>
            </div>
          ))}
        </div>
      )}
      {shown && rows.length === 0 && (
        <div className="place-search-list" role="status">
          <p>{t('regions.page.search.none', { q })}</p>
          <small>{t('regions.page.search.todo')}</small>
        </div>
      )}
    </div>
  );
}

/** The text once typing has paused. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
