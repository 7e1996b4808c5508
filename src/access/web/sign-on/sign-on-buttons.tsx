// Other ways in, below name and password.
import { useT } from '../../../platform/web/i18n.tsx';
import type { LoginPage } from '../../contract.ts';
import { returnTo } from '../sign-in.ts';
import { useDoing } from '../steps/use-doing.tsx';
import { beginSignOn } from './sign-on.ts';

export function SignOnButtons(props: {
  providers: LoginPage['providers'];
  wanted: string | undefined;
}) {
  const { providers, wanted } = props;
  const t = useT();
  const doing = useDoing();
  if (providers.length === 0) return null;
  return (
    <div className="login-others">
      <p className="section-note">{t('access.sign_on.or')}</p>
      {providers.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="plain-button"
          disabled={doing.busy}
          onClick={() => void doing.run(() => beginSignOn(id, returnTo(wanted)))}
        >
          {t('access.sign_on.by', { name })}
        </button>
      ))}
      {doing.problem}
    </div>
  );
}
