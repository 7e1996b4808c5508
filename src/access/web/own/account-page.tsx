// The own account: password, second factor, sessions, known browsers, single sign-on, and what was done with it.
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section } from '../../../platform/web/page.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { OwnAccount } from '../../contract-sign-in.ts';
import { OwnLooks } from '../personal/looks.tsx';
import { Browsers } from './browsers.tsx';
import { FactorSection } from './factor-section.tsx';
import { minuteOf } from './minute.ts';
import { OwnDeeds } from './own-deeds.tsx';
import { PasswordSection } from './password-section.tsx';
import { Sessions } from './sessions.tsx';
import { SignOns } from './sign-ons.tsx';
import './own.css';

export default function AccountPage() {
  const t = useT();
  const { account, role, home, places } = useSession();
  const asked = useAsk<OwnAccount>('/api/access/own/account');
  return (
    <>
      <PageTitle question={t('access.own.question')} />
      <dl className="own-facts">
        <dt>{t('access.own.name')}</dt>
        <dd>{account.name}</dd>
        <dt>{t('access.page.login.name')}</dt>
        <dd>{account.login}</dd>
        <dt>{t('access.own.role')}</dt>
        <dd>{t(`access.role.${role}`)}</dd>
        <dt>{t('access.own.home')}</dt>
        <dd>{home.name}</dd>
        <dt>{t('platform.web.scope')}</dt>
        <dd>
          {places
            .map((p) =>
              t('access.own.place', { name: p.name, source: t(`access.own.from.${p.source}`) }),
            )
            .join(t('access.own.and'))}
        </dd>
      </dl>
      <Answer of={asked}>
        {(own) => (
          <>
            <Section
              title={t('access.own.password')}
              note={
                own.hasPassword && t('access.own.password.set', { at: minuteOf(own.passwordSetAt) })
              }
            >
              <PasswordSection own={own} />
            </Section>
            <Section title={t('access.own.factor')}>
              <FactorSection factor={own.secondFactor} />
            </Section>
          </>
        )}
      </Answer>
      <Sessions />
      <Browsers />
      <SignOns />
      <OwnLooks />
      <OwnDeeds />
    </>
  );
}
