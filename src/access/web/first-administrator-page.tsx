// The three administrators of a house that has none yet: one sets a password here, two get a link, shown once.
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type FormEvent, useId, useState } from 'react';
import { stringifySearch } from '../../platform/web/address.ts';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { told } from '../../platform/web/page.tsx';
import type { FirstAdministrators } from '../contract-accounts.ts';
import { policyFrom } from '../rules/policy.ts';
import { accountName, nameFits } from '../rules/sheet-rows.ts';
import { OneLink } from './admin/invitation-links.tsx';
import { faultsTyped, PasswordRules } from './invitation/password-rules.tsx';
import { LoginFrame } from './login-frame.tsx';
import { minuteOf } from './own/minute.ts';
import { createFirstAdministrator, sessionKey } from './sign-in.ts';

/** Nobody has set another yet. */
const rules = policyFrom(null);

export default function FirstAdministratorPage() {
  const t = useT();
  const [made, setMade] = useState<FirstAdministrators>();
  if (made)
    return (
      <LoginFrame title={t('access.page.first.made')} note={t('access.page.first.made.note')}>
        <Links made={made} />
      </LoginFrame>
    );
  return (
    <LoginFrame title={t('access.page.first')} note={t('access.page.first.note')}>
      <Three onMade={setMade} />
    </LoginFrame>
  );
}

function Three({ onMade }: { onMade: (made: FirstAdministrators) => void }) {
  const t = useT();
  const [values, setValues] = useState({
    ...{ name: '', password: '', again: '' },
    ...{ security: 'anquan', audit: 'jilu' },
  });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const { name, password, again, security, audit } = values;
  const names = [name, security, audit].map(accountName);
  const twice = new Set(names).size < names.length ? t('access.page.first.alike') : '';
  const nameFault = (text: string) =>
    nameFits(accountName(text)) ? twice : t('access.form.name.wrong');
  const wrong = {
    name: nameFault(name),
    password: faultsTyped(password, accountName(name), rules).length
      ? t('access.page.invitation.missing')
      : '',
    again: again !== password ? t('access.page.first.differs') : '',
    security: nameFault(security),
    audit: nameFault(audit),
  };
  const of = (field: keyof typeof values) => ({
    value: values[field],
    onChange: (text: string) => setValues({ ...values, [field]: text }),
    error: tried ? wrong[field] : '',
  });

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).some(Boolean)) return;
    setBusy(true);
    setProblem('');
    try {
      onMade(await createFirstAdministrator({ name: name.trim(), password, security, audit }));
    } catch (error) {
      const { what, todo } = told(error, t);
      setProblem(`${what} ${todo}`);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void onSubmit(event)} noValidate>
      <Typed
        label={t('access.page.first.name')}
        help={t('access.form.name.help')}
        type="text"
        autoComplete="username"
        {...of('name')}
      />
      <Typed
        label={t('access.page.login.password')}
        type="password"
        autoComplete="new-password"
        {...of('password')}
      />
      <PasswordRules password={password} name={accountName(name)} rules={rules} />
      <Typed
        label={t('access.page.first.again')}
        type="password"
        autoComplete="new-password"
        {...of('again')}
      />
      <Typed
        label={t('access.page.first.security')}
        help={t('access.page.first.security.help')}
        type="text"
        autoComplete="off"
        {...of('security')}
      />
      <Typed
        label={t('access.page.first.audit')}
        help={t('access.page.first.audit.help')}
        type="text"
        autoComplete="off"
        {...of('audit')}
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
  );
}

/** The links, and what to do with them before going on. */
function Links({ made }: { made: FirstAdministrators }) {
  const t = useT();
  const lang = useLang();
  const queries = useQueryClient();
  const { history } = useRouter();
  const until = minuteOf(made.invitations[0]?.expiresAt ?? '');
  function enter() {
    queries.clear();
    queries.setQueryData(sessionKey, made.session);
    history.push(`/${stringifySearch({ lang: lang === 'en' ? lang : undefined })}`);
  }
  return (
    <>
      <ol className="admin-notes first-steps">
        <li>{t('access.page.first.made.give')}</li>
        <li>{t('access.page.first.made.until', { until })}</li>
        <li>{t('access.page.first.made.second')}</li>
      </ol>
      {made.invitations.map((one) => (
        <OneLink
          key={one.account}
          row={{
            displayName: t('access.page.first.whose', {
              role: t(`access.role.${one.role}`),
              name: one.name,
            }),
            token: one.token,
          }}
        />
      ))}
      <div className="form-foot">
        <button type="button" className="main-button" onClick={enter}>
          {t('access.page.first.enter')}
        </button>
      </div>
    </>
  );
}

function Typed(props: {
  label: string;
  help?: string;
  error: string;
  type: 'text' | 'password';
  autoComplete: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, help, error, onChange, ...rest } = props;
  const id = useId();
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
