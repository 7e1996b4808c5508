// One finding: what was found and why it matters, its evidence, who has to act, and what was done.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk } from '../../platform/web/ask.ts';
import { Drawer } from '../../platform/web/drawer.tsx';
import { useLang, useT } from '../../platform/web/i18n.tsx';
import { Value } from '../../platform/web/money.tsx';
import { Answer, PageTitle, Section } from '../../platform/web/page.tsx';
import { PageLink } from '../../platform/web/use-address.tsx';
import type { FindingPage as Finding } from '../contract.ts';
import { Countdown } from './countdown.tsx';
import { DeedForm } from './deed-form.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { foundText } from './found-text.ts';
import { History } from './history.tsx';
import './supervision.css';

type Step = Finding['steps'][number];

export default function FindingPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Finding>(`/api/supervision/findings/${id}`);
  const [doing, setDoing] = useState<Step>();
  const queries = useQueryClient();
  const finding = asked.data;
  return (
    <>
      <PageTitle
        question={finding ? nameOf(finding, t) : t('supervision.page.finding.question')}
        {...(finding ? { time: t(`supervision.state.${finding.state}`) } : {})}
        actions={finding && <Steps steps={finding.steps} begin={setDoing} />}
      />
      <Answer of={asked}>{(given) => <Shown finding={given} />}</Answer>
      {finding && doing && (
        <Drawer
          open
          title={t(`supervision.verb.${doing.verb}`)}
          onClose={() => setDoing(undefined)}
        >
          <DeedForm
            finding={finding}
            step={doing}
            onDone={() => {
              setDoing(undefined);
              void queries.invalidateQueries();
            }}
            onCancel={() => setDoing(undefined)}
          />
        </Drawer>
      )}
    </>
  );
}

const nameOf = (finding: Finding, t: (key: string) => string) =>
  finding.rule
    ? t(`supervision.rule.${finding.rule}`)
    : `${t(`supervision.source.${finding.source}`)} ${finding.paper ?? ''}`;

/** The deed that leads on comes last and is the main one. */
const order = ['appeal', 'return', 'clear', 'assign', 'confirm', 'explain', 'rectify', 'close'];

function Steps({ steps, begin }: { steps: readonly Step[]; begin: (step: Step) => void }) {
  const t = useT();
  const sorted = steps.toSorted((a, b) => order.indexOf(a.verb) - order.indexOf(b.verb));
  return (
    <>
      {sorted.map((step, at) => (
        <button
          key={step.verb}
          type="button"
          className={at === sorted.length - 1 ? 'main-button' : 'plain-button'}
          onClick={() => begin(step)}
        >
          {t(`supervision.verb.${step.verb}`)}
        </button>
      ))}
    </>
  );
}

function Shown({ finding }: { finding: Finding }) {
  const t = useT();
  const lang = useLang();
  const facts: [string, string][] = [
    ['place', finding.placeName],
    ['source', t(`supervision.source.${finding.source}`)],
    ['foundOn', finding.foundOn],
    ['owner', finding.ownerName ?? t('supervision.without')],
    ['waits_for', t(`supervision.waits.${finding.state}`, { owner: finding.ownerName ?? '' })],
  ];
  return (
    <>
      <p className="finding-found">{foundText(t, lang, finding)}</p>
      {finding.goneOn && (
        <p className="finding-note">{t('supervision.gone', { day: finding.goneOn })}</p>
      )}
      {finding.aboutPeople && <p className="finding-note">{t('supervision.about_people')}</p>}
      {finding.rule && (
        <p className="finding-why">
          {t('supervision.why')}
          {t('supervision.because', { text: t(`supervision.why.${finding.rule}`) })}{' '}
          {t('supervision.do')}
          {t('supervision.because', { text: t(`supervision.do.${finding.rule}`) })}
        </p>
      )}
      <dl className="finding-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`supervision.column.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('supervision.column.amount')}</dt>
          <dd>
            {finding.amount === '0' ? (
              t('supervision.without')
            ) : (
              <Value of={{ value: finding.amount, as: 'fen' }} />
            )}
          </dd>
        </div>
        {finding.replyBy && (
          <div>
            <dt>{t('supervision.column.replyBy')}</dt>
            <dd>
              <Countdown of={finding} />
            </dd>
          </div>
        )}
        {finding.project && (
          <div>
            <dt>{t('supervision.column.project')}</dt>
            <dd>
              <PageLink to={`/projects/${finding.project}`}>
                {t('supervision.row.project')}
              </PageLink>
            </dd>
          </div>
        )}
      </dl>
      {finding.rule && (
        <p className="finding-note">
          <PageLink to="/supervision/rules">
            {finding.ruleVersion
              ? t('supervision.version', { version: finding.ruleVersion })
              : t('supervision.default')}
          </PageLink>
          {finding.appealed && ` · ${t('supervision.appealed')}`}
        </p>
      )}
      <Section title={t('supervision.column.evidence')}>
        <EvidenceTable finding={finding} />
      </Section>
      <Section title={t('supervision.history')}>
        <History finding={finding} />
      </Section>
    </>
  );
}
