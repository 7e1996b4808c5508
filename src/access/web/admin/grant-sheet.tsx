// One request for a grant: who, which role, which place, what it would open, and the decision.
import { useState } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';
import { Section } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import type { GrantRow } from '../../contract-accounts.ts';
import { minuteOf } from '../own/minute.ts';
import { ConfirmWithoutFactor } from './account/lost-factor.tsx';
import { type Fact, FactList } from './fact-list.tsx';
import { ConfirmForm } from './forms/confirm-grants.tsx';
import { RefuseForm } from './forms/refuse-grant.tsx';
import { ByWhom, HomeName } from './home-name.tsx';
import { RoleRights } from './role-rights.tsx';

/** The list carries six places at most; the account itself shows all. */
const mostPlaces = 6;

export function GrantSheet({ grant, onDone }: { grant: GrantRow; onDone: () => void }) {
  const t = useT();
  const may = useMay('access.grant');
  const [deed, setDeed] = useState<'confirm' | 'refuse'>();
  const back = () => setDeed(undefined);
  const factor = grant.kind === 'factor';
  return (
    <>
      <GrantFacts grant={grant} />
      {deed === 'confirm' && factor && (
        <ConfirmWithoutFactor id={grant.id} onDone={onDone} onCancel={back} />
      )}
      {deed === 'confirm' && !factor && (
        <ConfirmForm grants={[grant]} onDone={onDone} onCancel={back} />
      )}
      {deed === 'refuse' && <RefuseForm grant={grant} onDone={onDone} onCancel={back} />}
      {!deed && may && grant.mine && (
        <div className="form-foot">
          <button type="button" className="plain-button" onClick={() => setDeed('refuse')}>
            {t('access.grants.refuse')}
          </button>
          <button type="button" className="main-button" onClick={() => setDeed('confirm')}>
            {t(factor ? 'access.do.remove_factor' : 'access.grants.confirm')}
          </button>
        </div>
      )}
      {may && !grant.mine && grant.state === 'waiting' && (
        <p className="admin-lead">{t('access.grants.not_mine')}</p>
      )}
      {!factor && (
        <Section title={t('access.grants.may')}>
          <RoleRights role={grant.role} />
        </Section>
      )}
    </>
  );
}

function GrantFacts({ grant }: { grant: GrantRow }) {
  const t = useT();
  const { roleBefore, homeBeforeName, places, organisationName, decidedAt, reason, why } = grant;
  const seen = places.join(t('access.admin.and'));
  const facts: Fact[] = [
    ['access.admin.name', grant.name],
    ['access.grants.kind', t(`access.grant_kind.${grant.kind}`)],
    [
      'access.grants.rights',
      roleBefore && roleBefore !== grant.role
        ? t('access.admin.from_to', {
            from: t(`access.role.${roleBefore}`),
            to: t(`access.role.${grant.role}`),
          })
        : t(`access.role.${grant.role}`),
    ],
    ['access.admin.home', <HomeName key="home" {...grant} />],
  ];
  if (homeBeforeName && homeBeforeName !== grant.homeName)
    facts[3] = [
      'access.admin.home',
      t('access.admin.from_to', { from: homeBeforeName, to: grant.homeName }),
    ];
  if (why) facts.push(['access.grants.why', why]);
  if (organisationName) facts.push(['access.account.organisation', organisationName]);
  if (!why)
    facts.push([
      'access.grants.sees',
      places.length === 0
        ? t('access.grants.sees_nothing')
        : places.length < mostPlaces
          ? seen
          : t('access.admin.more', { list: seen }),
    ]);
  facts.push([
    'access.grants.asked',
    <ByWhom key="asked" who={grant.askedBy} when={minuteOf(grant.askedAt)} />,
  ]);
  if (decidedAt)
    facts.push([
      'access.grants.decided',
      <ByWhom key="decided" who={grant.decidedBy} when={minuteOf(decidedAt)} />,
    ]);
  if (reason) facts.push(['access.grants.reason', reason]);
  return <FactList facts={facts} />;
}
