// The very first account of a house that has none.
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { characters } from '../../kit/text.ts';
import { stringifySearch } from '../../platform/web/address.ts';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { told } from '../../platform/web/page.tsx';
import { LoginFrame } from './login-frame.tsx';
import { createFirstAdministrator, sessionKey, signIn } from './sign-in.ts';

const SHORTEST = 10;

export default function FirstAdministratorPage() {
  const t = useT();
  const lang = useLang();
  const queries = useQueryClient();
  const { history } = useRouter();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');

  const missing = SHORTEST - characters(password);
  const wrong = {
    name: characters(name.trim()) < 2 ? t('access.page.first.name.short') : '',
    password: missing > 0 ? t('access.page.first.password.short', { count: missing }) : '',
    again: again !== password ? t('access.page.first.differs') : '',
  };

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (wrong.name || wrong.password || wrong.again) return;
    setBusy(true);
    setProblem('');
    try {
      await createFirstAdministrator(name.trim(), password);
      const session = await signIn(name.trim(), password);
      queries.clear();
      queries.setQueryData(sessionKey, session);
      history.push(`/${stringifySearch({ lang: lang === 'en' ? lang : undefined })}`);
    } catch (error) {
      const { what, todo } = told(error, t);
      setProblem(`${what} ${todo}`);
      setBusy(false);
    }
  }

  return (
    <LoginFrame title={t('access.page.first')} note={t('access.page.first.note')}>
      <form onSubmit={onSubmit} noValidate>
        <Secret
          id="name"
          label={t('access.page.login.name')}
          help={t('access.page.first.name.help')}
          error={tried ? wrong.name : ''}
          type="text"
          autoComplete="username"
          value={name}
          onChange={setName}
        />
        <Secret
          id="password"
          label={t('access.page.login.password')}
          help={t('access.page.first.password.help')}
          error={tried || password ? wrong.password : ''}
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <Secret
          id="again"
          label={t('access.page.first.again')}
          error={tried || again ? wrong.again : ''}
          type="password"
          autoComplete="new-password"
          value={again}
          onChange={setAgain}
        />
        {problem && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <div className="form-foot">
          <button type="submit" className="main-button" disabled={busy}>
            {t('access.page.first.do')}
          </button>
        </div>
      </form>
    </LoginFrame>
  );
}

function Secret(props: {
  id: string;
  label: string;
  help?: string;
  error: string;
  type: 'text' | 'password';
  autoComplete: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { id, label, help, error, onChange, ...rest } = props;
  const note = error || help;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className="text-input"
        maxLength={256}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {note && (
        <p id={`${id}-note`} className={error ? 'field-error' : 'field-help'}>
          {note}
        </p>
      )}
    </div>
  );
}
