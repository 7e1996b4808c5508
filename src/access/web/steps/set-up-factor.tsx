// Setting up an authenticator: get a secret, scan it, confirm with a code, keep the recovery codes.
import { type FormEvent, useState } from 'react';
import { send } from '../../../platform/web/api.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import type { RecoveryCodes as Codes, NewFactor } from '../../contract-sign-in.ts';
import { QrPicture } from './qr-picture.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { TypedField } from './typed-field.tsx';
import { useDoing } from './use-doing.tsx';
import './steps.css';

export interface SetUpFactorProps {
  /** Called when the codes are on the screen: nothing may take them away before onDone. */
  onShown?: () => void;
  onDone: () => void;
  /** What the first button says. */
  verb: string;
  /** What the last button says. */
  goOn: string;
}

export function SetUpFactor({ onShown, onDone, verb, goOn }: SetUpFactorProps) {
  const t = useT();
  const doing = useDoing();
  const [factor, setFactor] = useState<NewFactor>();
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[]>();
  const url = '/api/access/own/second-factor';

  if (codes) return <RecoveryCodes codes={codes} verb={goOn} onDone={onDone} />;
  if (!factor)
    return (
      <div className="step-begin">
        <p>{t('access.step.factor.what')}</p>
        {doing.problem}
        <div className="form-foot">
          <button
            type="button"
            className="main-button"
            disabled={doing.busy}
            onClick={() =>
              void doing.run(async () => setFactor(await send<NewFactor>('POST', url)))
            }
          >
            {verb}
          </button>
        </div>
      </div>
    );

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!code.trim()) return doing.fail(t('access.step.code.missing'));
    void doing.run(async () => {
      const shown = await send<Codes>('POST', `${url}/confirm`, { code });
      onShown?.();
      setCodes(shown.codes);
    });
  }

  return (
    <form className="step-form" onSubmit={onSubmit} noValidate>
      <p>{t('access.step.factor.scan')}</p>
      <QrPicture text={factor.uri} label={t('access.step.factor.picture')} />
      <p>
        {t('access.step.factor.by_hand')}{' '}
        <code className="step-secret">{factor.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <TypedField
        label={t('access.step.factor.code')}
        help={t('access.step.factor.code.help')}
        type="text"
        autoComplete="one-time-code"
        maxLength={64}
        value={code}
        onChange={setCode}
      />
      {doing.problem}
      <div className="form-foot">
        <button type="submit" className="main-button" disabled={doing.busy}>
          {t('access.step.factor.do')}
        </button>
      </div>
    </form>
  );
}
