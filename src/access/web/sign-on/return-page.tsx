// Where a provider sends the browser back to: hands on what it says, then goes where the reader wanted.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';
import { Failed, Loading } from '../../../platform/web/page.tsx';
import { useSearch } from '../../../platform/web/use-address.tsx';
import { LoginFrame } from '../login-frame.tsx';
import { returnTo } from '../sign-in.ts';
import { endSignOn } from './sign-on.ts';

export default function ReturnPage() {
  const t = useT();
  const search = useSearch();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { history } = useRouter();
  const [problem, setProblem] = useState<unknown>();
  const asked = useRef(false); // a code is good once, and development renders twice
  const stopped = !search.code || !search.state;

  useEffect(() => {
    if (asked.current || stopped) return;
    asked.current = true;
    endSignOn(search).then(({ returnTo: wanted }) => {
      queries.clear(); // nothing an earlier account has read may show for a moment
      history.replace(returnTo(wanted));
    }, setProblem);
  }, [search, stopped, queries, history]);

  const back = () => void navigate({ to: '/login', search: {}, replace: true } as never);
  return (
    <LoginFrame title={t('access.sign_on.returning')}>
      {stopped ? (
        <p role="alert">{t('access.sign_on.stopped')}</p>
      ) : problem === undefined ? (
        <Loading rows={2} />
      ) : (
        <Failed problem={problem} />
      )}
      {(stopped || problem !== undefined) && (
        <div className="form-foot">
          <button type="button" className="main-button" onClick={back}>
            {t('access.sign_on.back')}
          </button>
        </div>
      )}
    </LoginFrame>
  );
}
