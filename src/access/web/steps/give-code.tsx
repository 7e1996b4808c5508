// The code of the authenticator, or a recovery code, at signing in.
import { type FormEvent, useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { Session } from '../../../platform/web/session.ts';
import { TypedField } from './typed-field.tsx';
import { useDoing } from './use-doing.tsx';

export function GiveCode({ onDone }: { onDone: (session: Session) => void }) {
  const t = useT();
  const doing = useDoing();
  const [code, setCode] = useState('');

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!code.trim()) return doing.fail(t('access.step.code.missing'));
    void doing.run(async () =>
      onDone(await send<Session>('POST', '/api/access/sessions/current/second-factor', { code })),
    );
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      <TypedField
        label={t('access.step.code')}
        help={t('access.step.code.help')}
        type="text"
        autoComplete="one-time-code"
        maxLength={64}
        value={code}
        onChange={setCode}
        autoFocus
      />
      {doing.problem}
      <div className="form-foot">
        <button type="submit" className="main-button" disabled={doing.busy}>
          {t('access.step.code.do')}
        </button>
      </div>
    </form>
  );
}
