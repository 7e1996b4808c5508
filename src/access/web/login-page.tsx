// Signing in with name and password; where the demonstration is loaded, its identities are one click away.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { stringifySearch } from '../../platform/web/address.ts';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { told } from '../../platform/web/page.tsx';
import { useSearch } from '../../platform/web/use-address.tsx';
import { Identities } from './identities.tsx';
import { LoginFrame } from './login-frame.tsx';
import { loginKey, loginPage, returnTo, sessionKey, signIn } from './sign-in.ts';
import { SignOnButtons } from './sign-on/sign-on-buttons.tsx';

export default function LoginPage() {
  const t = useT();
  const lang = useLang();
  const search = useSearch();
  const navigate = useNavigate();
  const { history } = useRouter();
  const queries = useQueryClient();
  const page = useQuery({ queryKey: loginKey, queryFn: loginPage });
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ what: string; todo: string }>();

  const empty = page.data?.empty ?? false;
  useEffect(() => {
    if (empty)
      void navigate({ to: '/first-administrator', search: { lang }, replace: true } as never);
  }, [empty, lang, navigate]);

  async function enter(as: string, secret: string) {
    setBusy(true);
    setProblem(undefined);
    try {
      const session = await signIn(as, secret);
      queries.clear(); // nothing an earlier account has read may show for a moment
      queries.setQueryData(sessionKey, session);
      const to = returnTo(search.return);
      history.push(to === '/' && lang === 'en' ? `/${stringifySearch({ lang })}` : to);
    } catch (error) {
      setProblem(told(error, t));
      setBusy(false);
    }
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (name && password) void enter(name, password);
    else setProblem({ what: t('access.page.login.missing'), todo: '' });
  }

  return (
    <LoginFrame
      title={t('access.page.login')}
      {...(search.return ? { note: t('access.page.login.returning') } : {})}
      demo={page.data?.demo ?? false}
      below={
        page.data?.demo ? (
          <Identities
            all={page.data.identities}
            busy={busy}
            onChoose={(one) => void enter(one.name, one.password)}
          />
        ) : null
      }
    >
      <form onSubmit={onSubmit} noValidate>
        <div className="field">
          <label htmlFor="name">{t('access.page.login.name')}</label>
          <input
            id="name"
            className="text-input"
            autoComplete="username"
            maxLength={64}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor="password">{t('access.page.login.password')}</label>
          <input
            id="password"
            className="text-input"
            type="password"
            autoComplete="current-password"
            maxLength={256}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </div>
        {problem && (
          <p className="field-error" role="alert">
            {problem.what} {problem.todo}
          </p>
        )}
        <div className="form-foot">
          <button type="submit" className="main-button" disabled={busy}>
            {t(busy ? 'access.page.login.doing' : 'access.page.login.do')}
          </button>
        </div>
      </form>
      <SignOnButtons providers={page.data?.providers ?? []} wanted={search.return} />
    </LoginFrame>
  );
}
