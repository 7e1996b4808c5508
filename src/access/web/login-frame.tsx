// The sheet around signing in and setting up.
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { DemoBand } from '../../platform/web/demo-band.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import './login.css';

export function LoginFrame(props: {
  title: string;
  note?: string;
  demo?: boolean;
  below?: ReactNode;
  children: ReactNode;
}) {
  const { title, note, demo = false, below, children } = props;
  const t = useT();
  const lang = useLang();
  const navigate = useNavigate();
  const other = lang === 'zh' ? 'en' : undefined;
  useEffect(() => {
    document.title = `${title} · ${t('platform.web.name')}`;
  }, [title, t]);
  return (
    <div className="login">
      {demo && <DemoBand />}
      <header className="login-head">
        <p className="login-name">{t('platform.web.name')}</p>
        <p className="login-tagline">{t('platform.web.tagline')}</p>
        <button
          type="button"
          className="text-button"
          lang={other ?? 'zh-CN'}
          onClick={() =>
            void navigate({
              to: '.',
              search: (now: object) => ({ ...now, lang: other }),
              replace: true,
            } as never)
          }
        >
          {t('platform.web.language')}
        </button>
      </header>
      <main className={below ? 'login-main login-main-wide' : 'login-main'}>
        <section className="login-sheet">
          <h1>{title}</h1>
          {note && <p className="section-note">{note}</p>}
          {children}
        </section>
        {below}
      </main>
      <footer className="shell-foot">{t('platform.web.footer')}</footer>
    </div>
  );
}
