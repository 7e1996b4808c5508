// One plan: what it says, what does not close, the grid, the sums, who did what; and what may be done with it now.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { ExportLink } from '../../funds/web/export-link.tsx';
import { clockAt } from '../../kit/period.ts';
import { useAsk } from '../../platform/web/ask.ts';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useT } from '../../platform/web/i18n.tsx';
import { ImportLink } from '../../platform/web/import-link.tsx';
import { Value } from '../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { useSession } from '../../platform/web/session.ts';
import { PageLink, useGo } from '../../platform/web/use-address.tsx';
import type { PlanPage as Plan } from '../contract.ts';
import { isOpen } from '../rules.ts';
import { AdjustForm } from './adjust-form.tsx';
import { DeedForm, type PlanDeed } from './deed-form.tsx';
import { PlanGrid } from './plan-grid.tsx';
import { PlanSums } from './plan-sums.tsx';
import { Problems } from './problems.tsx';
import './plans.css';

export default function PlanPage() {
  const t = useT();
  const go = useGo();
  const queries = useQueryClient();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Plan>(`/api/plans/plans/${id}`);
  const [doing, setDoing] = useState<PlanDeed | 'adjust'>();
  const plan = asked.data;
  const done = (to?: string) => {
    setDoing(undefined);
    void queries.invalidateQueries();
    if (to) go(`/plans/${to}`);
  };
  return (
    <>
      <PageTitle
        question={plan?.title ?? t('plans.page.plans')}
        {...(plan
          ? { time: `${t(`plans.state.${plan.state}`)}${plan.inForce ? t('plans.in_force') : ''}` }
          : {})}
        actions={plan && <Verbs plan={plan} begin={setDoing} />}
      />
      <Answer of={asked}>{(given) => <Shown plan={given} />}</Answer>
      {plan && doing && (
        <Drawer open title={t(`plans.verb.${doing}`)} onClose={() => setDoing(undefined)}>
          {doing === 'adjust' ? (
            <AdjustForm plan={plan} onDone={done} onCancel={() => setDoing(undefined)} />
          ) : (
            <DeedForm
              plan={plan}
              deed={doing}
              onDone={() => done()}
              onCancel={() => setDoing(undefined)}
            />
          )}
        </Drawer>
      )}
    </>
  );
}

/** The deed that leads on is the main one; the others stand before it. */
function Verbs(props: { plan: Plan; begin: (deed: PlanDeed | 'adjust') => void }) {
  const { plan, begin } = props;
  const t = useT();
  const { today } = useSession();
  const verbs = order.filter((verb) => plan.verbs.includes(verb));
  return (
    <>
      {plan.basedOn && (
        <PageLink to={`/plans/${plan.id}/comparison`} className="plain-button">
          {t('plans.page.comparison')}
        </PageLink>
      )}
      <button type="button" className="plain-button" onClick={() => print()}>
        {t('plans.print')}
      </button>
      <ExportLink
        path={`/api/plans/plans/${plan.id}/plan.csv`}
        query={{}}
        name={`${plan.title}-${today}`}
      />
      {plan.verbs.includes('amend') && (
        <ImportLink kind="plans.plan">{t('plans.sheet.fill')}</ImportLink>
      )}
      {verbs.map((verb) =>
        verb === 'amend' ? (
          <PageLink key={verb} to={`/plans/${plan.id}/amend`} className="plain-button">
            {t('plans.verb.amend')}
          </PageLink>
        ) : (
          <button
            key={verb}
            type="button"
            className={
              ['submit', 'approve', 'file'].includes(verb) ? 'main-button' : 'plain-button'
            }
            onClick={() => begin(verb)}
          >
            {t(`plans.verb.${verb}`)}
          </button>
        ),
      )}
      {plan.adjustable && (
        <button type="button" className="main-button" onClick={() => begin('adjust')}>
          {t('plans.verb.adjust')}
        </button>
      )}
    </>
  );
}
const order = ['discard', 'withdraw', 'return', 'amend', 'submit', 'approve', 'file'] as const;

function Shown({ plan }: { plan: Plan }) {
  const t = useT();
  const said = (...parts: (string | null)[]) =>
    parts.filter(Boolean).join(' ') || t('plans.without');
  const facts: [string, string][] = [
    ['county', plan.placeName],
    ['programme', t(`funds.programme.${plan.programme}`)],
    ['year', String(plan.year)],
    ['edition', t('plans.edition', { version: plan.version, kind: t(`plans.kind.${plan.kind}`) })],
    ['basis', plan.basis ?? t('plans.without')],
    ['made', plan.registeredBy ?? t('plans.without')],
    ['approved', said(plan.approvedBy, plan.approvedOn)],
    ['filed', said(plan.reference, plan.filedOn)],
  ];
  const sums = [
    ['received', plan.received],
    ['arranged', plan.arranged],
    ['reserved', plan.reserved],
  ] as const;
  return (
    <>
      <dl className="plan-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`plans.column.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {sums.map(([name, fen]) => (
          <div key={name}>
            <dt>{t(`plans.sum.${name}`)}</dt>
            <dd>
              <Value of={{ value: fen, as: 'fen' }} money="wan" />
            </dd>
          </div>
        ))}
      </dl>
      {(plan.inForce || isOpen(plan.state)) && (
        <Problems problems={plan.problems} approved={plan.inForce} />
      )}
      <PlanGrid plan={plan} />
      <PlanSums plan={plan} />
      <Section title={t('plans.history')}>
        {plan.versions.length > 1 && (
          <p className="plan-versions">
            {plan.versions.map((one) => (
              <PageLink key={one.id} to={`/plans/${one.id}`} exact>
                {t('plans.edition.state', {
                  version: one.version,
                  kind: t(`plans.kind.${one.kind}`),
                  state: t(`plans.state.${one.state}`),
                })}
              </PageLink>
            ))}
          </p>
        )}
        <ol className="plan-history">
          {plan.events.map((event) => (
            <li key={`${event.at} ${event.verb}`}>
              <span className="plan-when">{clockAt(Date.parse(event.at)).slice(0, 16)}</span>{' '}
              {event.by} {t(`plans.verb.${event.verb}`)}
              {event.reason && t('plans.because', { text: event.reason })}
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
