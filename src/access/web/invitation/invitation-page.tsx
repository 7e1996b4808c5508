// Setting a password by a link. What the link carries stands behind # and goes to the server in a body only.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { stringifySearch } from '../../../platform/web/address.ts';
import { send } from '../../../platform/web/api.ts';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import { Answer, Empty, told } from '../../../platform/web/page.tsx';
import type { AcceptedInvitation, OpenedInvitation } from '../../contract-accounts.ts';
import { LoginFrame } from '../login-frame.tsx';
import { minuteOf } from '../own/minute.ts';
import { sessionKey } from '../sign-in.ts';
import { TypedField } from '../steps/typed-field.tsx';
import { faultsTyped, PasswordRules } from './password-rules.tsx';

export default function InvitationPage() {
  const t = useT();
  const lang = useLang();
  const [token] = useState(() => location.hash.slice(1));
  const [waiting, setWaiting] = useState(false);
  const whole = /^[\w-]{43}$/.test(token);
  const asked = useQuery({
    queryKey: ['invitation', token, lang],
    queryFn: () => send<OpenedInvitation>('POST', '/public/api/access/invitations/open', { token }),
    enabled: whole,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (waiting)
    return (
      <LoginFrame title={t('access.page.invitation.set')}>
        <Empty why={t('access.page.invitation.set.waiting')} action={<ToLogin />} />
      </LoginFrame>
    );
  if (!whole)
    return (
      <LoginFrame title={t('access.page.invitation')}>
        <Empty
          why={t('access.page.invitation.no_token')}
          todo={t('access.page.invitation.no_token.todo')}
          action={<ToLogin />}
        />
      </LoginFrame>
    );
  return (
    <LoginFrame title={t('access.page.invitation')}>
      <Answer of={asked} rows={4}>
        {(opened) => (
          <SetPassword token={token} opened={opened} onWaiting={() => setWaiting(true)} />
        )}
      </Answer>
    </LoginFrame>
  );
}

function SetPassword(props: { token: string; opened: OpenedInvitation; onWaiting: () => void }) {
  const { token, opened, onWaiting } = props;
  const t = useT();
  const lang = useLang();
  const queries = useQueryClient();
  const { history } = useRouter();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { name, displayName, policy } = opened;

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (faultsTyped(password, name, policy).length > 0)
      return setProblem(t('access.page.invitation.missing'));
    if (again !== password) return setProblem(t('access.page.invitation.differs'));
    setBusy(true);
    setProblem('');
    try {
      const { session } = await send<AcceptedInvitation>(
        'POST',
        '/public/api/access/invitations/accept',
        { token, password },
      );
      queries.clear();
      if (!session) return onWaiting();
      queries.setQueryData(sessionKey, session);
      history.replace(`/${stringifySearch({ lang: lang === 'en' ? lang : undefined })}`);
    } catch (error) {
      const { what, todo } = told(error, t);
      setProblem(`${what} ${todo}`);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate>
      <p className="section-note">{t('access.page.invitation.for', { name, displayName })}</p>
      {opened.resets && <p className="section-note">{t('access.page.invitation.reset')}</p>}
      <p className="section-note">
        {t('access.page.invitation.until', { when: minuteOf(opened.expiresAt) })}
      </p>
      {/* Password keepers need to know whose it is. */}
      <input type="text" autoComplete="username" value={name} readOnly hidden />
      <TypedField
        label={t('access.page.invitation.password')}
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
      />
      <PasswordRules password={password} name={name} rules={policy} />
      <TypedField
        label={t('access.page.invitation.again')}
        type="password"
        autoComplete="new-password"
        value={again}
        onChange={setAgain}
        {...(again && again !== password ? { error: t('access.page.invitation.differs') } : {})}
      />
      {problem && (
        <p className="field-error" role="alert">
          {problem}
        </p>
      )}
      <div className="form-foot">
        <button type="submit" className="main-button" disabled={busy}>
          {t(busy ? 'access.page.invitation.doing' : 'access.page.invitation.do')}
        </button>
      </div>
    </form>
  );
}

function ToLogin() {
  const t = useT();
  const lang = useLang();
  return (
    <a className="plain-button admin-file" href={lang === 'en' ? '/login?lang=en' : '/login'}>
      {t('access.page.invitation.login')}
    </a>
  );
}
