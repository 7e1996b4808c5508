// The frame of every office page: subjects on the left, place, period and search above, the same footer below.
import { type ComponentType, type ReactNode, useState } from 'react';
import { DemoBand } from './demo-band.tsx';
import { Flyout } from './flyout.tsx';
import { useLang, useT } from './i18n.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { PrintHead } from './print-head.tsx';
import { useSession } from './session.ts';
import { PageLink, usePlacePeriod } from './use-address.tsx';
import './shell.css';

/** A subject and its pages, already in order and already only what the account may open. */
export interface Subject {
  word: string;
  pages: { path: string; word: string }[];
}

export interface ShellProps {
  subjects: readonly Subject[];
  /** The path of places with its selector. */
  place: ReactNode;
  /** The chosen place by name, for what is printed. */
  placeName: string;
  search?: ReactNode;
  /** A line above every page's content. */
  above?: ReactNode;
  roleName: string;
  /** What the account menu holds beside name, role and scope. */
  account?: ComponentType<{ onClose: () => void }> | undefined;
  /** The first day anything is known of. */
  since: string;
  onSignOut: () => void;
  children: ReactNode;
}

export function Shell(props: ShellProps) {
  const t = useT();
  const { demo } = useSession();
  const [menuOpen, setMenuOpen] = useState(false);
  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t('platform.web.skip')}
      </a>
      <PrintHead place={props.placeName} />
      {demo && <DemoBand />}
      <header className="shell-head">
        <button
          type="button"
          className="shell-menu"
          aria-expanded={menuOpen}
          aria-controls="subjects"
          onClick={() => setMenuOpen(!menuOpen)}
        >
          {t('platform.web.menu')}
        </button>
        <div className="shell-place">{props.place}</div>
        <PeriodPicker since={props.since} />
        <AsOf />
        <div className="shell-search">{props.search}</div>
        <LanguageSwitch />
        <AccountMenu roleName={props.roleName} more={props.account} onSignOut={props.onSignOut} />
      </header>
      <nav
        id="subjects"
        className={menuOpen ? 'subjects subjects-open' : 'subjects'}
        aria-label={t('platform.web.subjects')}
      >
        <div className="subjects-list">
          <PageLink to="/" exact className="subjects-name" onClick={() => setMenuOpen(false)}>
            {t('platform.web.name')}
          </PageLink>
          <ul>
            {props.subjects.map((subject) => (
              <SubjectItem key={subject.word} subject={subject} onGo={() => setMenuOpen(false)} />
            ))}
          </ul>
        </div>
      </nav>
      <main id="content" className="shell-content" tabIndex={-1}>
        {props.above}
        {props.children}
      </main>
      <footer className="shell-foot">{t('platform.web.footer')}</footer>
    </div>
  );
}

function SubjectItem({ subject, onGo }: { subject: Subject; onGo: () => void }) {
  const t = useT();
  const [only, second] = subject.pages;
  if (only && !second) {
    return (
      <li>
        <PageLink to={only.path} className="subjects-one" onClick={onGo}>
          {t(subject.word)}
        </PageLink>
      </li>
    );
  }
  return (
    <li>
      <span className="subjects-head">{t(subject.word)}</span>
      <ul>
        {subject.pages.map((page) => (
          <li key={page.path}>
            <PageLink to={page.path} exact onClick={onGo}>
              {t(page.word)}
            </PageLink>
          </li>
        ))}
      </ul>
    </li>
  );
}

function AsOf() {
  const t = useT();
  const { to } = usePlacePeriod();
  return (
    <p className="shell-as-of">
      <span>{t('platform.web.as_of')}</span> <time dateTime={to}>{to}</time>
    </p>
  );
}

function LanguageSwitch() {
  const t = useT();
  const lang = useLang();
  const { set } = usePlacePeriod();
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="text-button"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => set({ lang: other })}
    >
      {t('platform.web.language')}
    </button>
  );
}

function AccountMenu(props: {
  roleName: string;
  more: ShellProps['account'];
  onSignOut: () => void;
}) {
  const { roleName, more: More, onSignOut } = props;
  const t = useT();
  const { account, home } = useSession();
  return (
    <Flyout align="end" className="account" note={t('platform.web.account')} label={account.name}>
      {(close) => (
        <div className="account-panel">
          <p>
            <b>{account.name}</b>
          </p>
          <p>{roleName}</p>
          <p>
            {t('platform.web.scope')} {home.name}
          </p>
          {More && <More onClose={close} />}
          <button type="button" className="plain-button" onClick={onSignOut}>
            {t('platform.web.sign_out')}
          </button>
        </div>
      )}
    </Flyout>
  );
}
