// Asks again who is there before a weighty deed, then lets the same request through.
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { onStepUp, send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer } from '../../../platform/web/page.tsx';
import type { Session } from '../../../platform/web/session.ts';
import type { OwnAccount } from '../../contract-sign-in.ts';
import { sessionKey } from '../sign-in.ts';
import { TypedField } from './typed-field.tsx';
import { useDoing } from './use-doing.tsx';
import './steps.css';

export function StepUpDialog() {
  const queries = useQueryClient();
  const [waiting, setWaiting] = useState<(proved: boolean) => void>();
  useEffect(() => onStepUp(() => new Promise((resolve) => setWaiting(() => resolve))), []);
  if (!waiting) return null;
  const close = (session: Session | null) => {
    if (session) queries.setQueryData(sessionKey, session);
    setWaiting(undefined);
    waiting(session !== null);
  };
  return createPortal(<Asking onClose={close} />, document.body);
}

function Asking({ onClose }: { onClose: (session: Session | null) => void }) {
  const t = useT();
  const box = useRef<HTMLDialogElement>(null);
  const asked = useAsk<OwnAccount>('/api/access/own/account');
  useEffect(() => {
    box.current?.showModal();
  }, []);
  // A drawer below would take the key for itself.
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') onClose(null);
  };
  return (
    <dialog ref={box} className="step-dialog" aria-labelledby="step-up" onKeyDown={onKeyDown}>
      <h2 id="step-up">{t('access.step_up')}</h2>
      <p className="section-note">{t('access.step_up.why')}</p>
      <Answer of={asked} rows={2}>
        {({ secondFactor }) => <ProofForm byCode={secondFactor.since !== null} onClose={onClose} />}
      </Answer>
    </dialog>
  );
}

function ProofForm(props: { byCode: boolean; onClose: (session: Session | null) => void }) {
  const { byCode, onClose } = props;
  const t = useT();
  const doing = useDoing();
  const [typed, setTyped] = useState('');

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!typed.trim()) return doing.fail(t(`access.step.${byCode ? 'code' : 'proof'}.missing`));
    const proof = byCode ? { code: typed } : { password: typed };
    void doing.run(async () =>
      onClose(await send<Session>('POST', '/api/access/sessions/current/step-up', proof)),
    );
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      <TypedField
        label={t(byCode ? 'access.step.code' : 'access.page.login.password')}
        help={byCode ? t('access.step.code.help') : ''}
        type={byCode ? 'text' : 'password'}
        autoComplete={byCode ? 'one-time-code' : 'current-password'}
        value={typed}
        onChange={setTyped}
        autoFocus
      />
      {doing.problem}
      <div className="form-foot">
        <button type="button" className="plain-button" onClick={() => onClose(null)}>
          {t('platform.web.form.cancel')}
        </button>
        <button type="submit" className="main-button" disabled={doing.busy}>
          {t('access.step_up.do')}
        </button>
      </div>
    </form>
  );
}
