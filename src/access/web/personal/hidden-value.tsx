// A hidden value: its mask, and for who may an eye that asks for the reason before the whole is shown for a minute.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { send } from '../../../platform/web/api.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { newId } from '../../../platform/web/uuid.ts';
import type { Revealed } from '../../personal/contract.ts';
import { TypedField } from '../steps/typed-field.tsx';
import { useDoing } from '../steps/use-doing.tsx';
import './personal.css';

/** Milliseconds a revealed value stays. */
const SHOWN = 60_000;

export function HiddenValue(props: {
  /** As the server masked it. */
  mask: string;
  /** Table and column: 'teams.person.phone', which is also the key of its name. */
  field: string;
  row: string;
  /** Whose it is. */
  name: string;
}) {
  const { mask, field, row, name } = props;
  const t = useT();
  const may = useMay('personal.reveal');
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [value, setValue] = useState<string>();
  useEffect(() => {
    if (value === undefined) return;
    const timer = setTimeout(() => setValue(undefined), SHOWN);
    return () => clearTimeout(timer);
  }, [value]);
  const label = t('access.personal.show.of', { name, field: t(field) });
  if (value !== undefined)
    return (
      <span className="hidden-value">
        <output className="hidden-shown">{value}</output>
        <span className="hidden-printed">{mask}</span>
        <button type="button" className="text-button" onClick={() => setValue(undefined)}>
          {t('access.personal.hide')}
        </button>
        <span className="section-note">{t('access.personal.value')}</span>
      </span>
    );
  return (
    <span className="hidden-value">
      <span>{mask}</span>
      {may && (
        <button
          type="button"
          className="hidden-eye"
          aria-label={label}
          title={t('access.personal.show')}
          onClick={() => setAsking(true)}
        >
          <Eye />
        </button>
      )}
      {asking && (
        <Asking
          title={label}
          field={field}
          row={row}
          onClose={(shown) => {
            setAsking(false);
            setValue(shown);
            if (shown !== undefined) void queries.invalidateQueries();
          }}
        />
      )}
    </span>
  );
}

function Asking(props: {
  title: string;
  field: string;
  row: string;
  onClose: (value?: string) => void;
}) {
  const { title, field, row, onClose } = props;
  const t = useT();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const doing = useDoing();
  const [reason, setReason] = useState('');
  const [request] = useState(newId);
  useEffect(() => {
    box.current?.showModal();
  }, []);
  // A drawer below would take the key for itself.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onClose();
  };
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim().length < 5) return doing.fail(t('access.personal.reason.short'));
    void doing.run(async () => {
      const body = { field, row, reason: reason.trim() };
      onClose((await send<Revealed>('POST', '/api/access/reveals', body, request)).value);
    });
  }
  return createPortal(
    <dialog ref={box} className="step-dialog" aria-labelledby={id} onKeyDown={onKeyDown}>
      <h2 id={id}>{title}</h2>
      <p className="section-note">{t('access.personal.note')}</p>
      <form onSubmit={onSubmit} noValidate>
        <TypedField
          label={t('access.personal.reason')}
          help={t('access.personal.reason.help')}
          type="text"
          autoComplete="off"
          value={reason}
          onChange={setReason}
          autoFocus
        />
        {doing.problem}
        <div className="form-foot">
          <button type="button" className="plain-button" onClick={() => onClose()}>
            {t('platform.web.form.cancel')}
          </button>
          <button type="submit" className="main-button" disabled={doing.busy}>
            {t('access.personal.do')}
          </button>
        </div>
      </form>
    </dialog>,
    document.body,
  );
}

function Eye() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d="M1 8c2-3.3 4.3-5 7-5s5 1.7 7 5c-2 3.3-4.3 5-7 5S3 11.3 1 8z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
      />
      <circle cx="8" cy="8" r="2.2" fill="currentColor" />
    </svg>
  );
}
