// A new password, with the policy in words while it is typed.
import { type FormEvent, useState } from 'react';
import { characters } from '../../../kit/text.ts';
import { send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer } from '../../../platform/web/page.tsx';
import type { OwnAccount } from '../../contract-sign-in.ts';
import { type PasswordFault, passwordFaults } from '../../rules/policy.ts';
import { TypedField } from './typed-field.tsx';
import { useDoing } from './use-doing.tsx';
import './steps.css';

export function ChangePassword({ onDone }: { onDone: () => void }) {
  const asked = useAsk<OwnAccount>('/api/access/own/account');
  return (
    <Answer of={asked} rows={4}>
      {(account) => <PasswordForm account={account} onDone={onDone} />}
    </Answer>
  );
}

/** What the page can judge; common passwords are the server's to know. */
const judged: readonly PasswordFault[] = ['short', 'classes', 'name', 'repeats'];

function PasswordForm({ account, onDone }: { account: OwnAccount; onDone: () => void }) {
  const t = useT();
  const doing = useDoing();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { policy, login } = account;
  const faults = passwordFaults(password, login, policy, () => false);
  const differs = again !== '' && again !== password;

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (!current || !password || !again) return doing.fail(t('access.step.password.missing'));
    if (faults.length > 0) return doing.fail(t('access.step.password.faulty'));
    if (again !== password) return doing.fail(t('access.step.password.differs'));
    void doing.run(async () => {
      await send('POST', '/api/access/own/password', { current, password });
      onDone();
    });
  }

  return (
    <form className="step-form" onSubmit={onSubmit} noValidate>
      {/* Password keepers need to know whose it is. */}
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <TypedField
        label={t('access.step.password.current')}
        type="password"
        autoComplete="current-password"
        value={current}
        onChange={setCurrent}
      />
      <TypedField
        label={t('access.step.password.new')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <ul className="step-rules" aria-live="polite">
        {judged.map((fault) => (
          <li key={fault} className={password && !faults.includes(fault) ? 'step-met' : ''}>
            {t(`access.step.rule.${fault}`, { length: policy.minLength, classes: policy.classes })}
            <span>{state(fault)}</span>
          </li>
        ))}
        <li>{t('access.step.rule.common')}</li>
        <li>{t('access.step.rule.history', { count: policy.history })}</li>
      </ul>
      <TypedField
        label={t('access.step.password.again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        error={differs ? t('access.step.password.differs') : ''}
      />
      {doing.problem}
      <div className="form-foot">
        <button type="submit" className="main-button" disabled={doing.busy}>
          {t('access.step.password.do')}
        </button>
      </div>
    </form>
  );

  function state(fault: PasswordFault): string {
    if (!password) return '';
    if (!faults.includes(fault)) return t('access.step.rule.met');
    if (fault !== 'short') return t('access.step.rule.unmet');
    return t('access.step.rule.missing', { count: policy.minLength - characters(password) });
  }
}
