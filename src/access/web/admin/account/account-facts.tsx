// What an account is, in pairs of a name and a value.
import { useT } from '../../../../platform/web/i18n.tsx';
import type { AccountPage } from '../../../contract-accounts.ts';
import { minuteOf } from '../../own/minute.ts';
import { type Fact, FactList } from '../fact-list.tsx';
import { ByWhom, HomeName } from '../home-name.tsx';

export function AccountFacts({ account }: { account: AccountPage }) {
  const t = useT();
  const { sessions, invitation, disabledAt, disabledWhy, grantedAt, lastUsedAt } = account;
  const facts: Fact[] = [
    ['access.admin.name', account.name],
    ['access.admin.role', t(`access.role.${account.role}`)],
    ['access.admin.home', <HomeName key="home" {...account} />],
  ];
  if (account.person) facts.push(['access.account.person', t('access.account.person.linked')]);
  if (account.organisation) facts.push(['access.account.organisation', account.organisation.name]);
  facts.push([
    'access.admin.state',
    disabledWhy
      ? `${t('access.account_state.disabled')} · ${t(`access.disabled_why.${disabledWhy}`)}`
      : t(`access.account_state.${account.state}`),
  ]);
  if (disabledAt) facts.push(['access.account.disabled', minuteOf(disabledAt)]);
  facts.push(
    [
      'access.account.made',
      <ByWhom key="made" who={account.createdBy} when={minuteOf(account.createdAt)} />,
    ],
    ...(grantedAt
      ? [
          [
            'access.account.granted',
            <ByWhom key="granted" who={account.grantedBy} when={minuteOf(grantedAt)} />,
          ] as Fact,
        ]
      : []),
    [
      'access.account.password',
      t(account.hasPassword ? 'access.account.password.set' : 'access.account.password.not_set'),
    ],
    [
      'access.account.factor',
      t(
        account.hasSecondFactor ? 'access.account.factor.bound' : 'access.account.factor.not_bound',
      ),
    ],
  );
  if (invitation) {
    const when = minuteOf(invitation.expiresAt);
    const word = invitation.expired ? 'expired' : 'until';
    facts.push(['access.account.invitation', t(`access.account.invitation.${word}`, { when })]);
  }
  facts.push(
    ['access.admin.last_used', lastUsedAt ? minuteOf(lastUsedAt) : t('access.admin.never')],
    [
      'access.account.sessions',
      sessions.lastUsedAt
        ? t('access.account.sessions.some', {
            count: sessions.count,
            when: minuteOf(sessions.lastUsedAt),
          })
        : t('access.account.sessions.none'),
    ],
  );
  return <FactList facts={facts} />;
}
