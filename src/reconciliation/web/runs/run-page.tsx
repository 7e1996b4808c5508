// One run: did it match, what is left, and does the statement close.
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { clockAt } from '../../../kit/period.ts';
import { pathWith, send } from '../../../platform/web/api.ts';
import { useAsk } from '../../../platform/web/ask.ts';
import { Drawer } from '../../../platform/web/drawer.tsx';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import { Answer, PageTitle, Section, told } from '../../../platform/web/page.tsx';
import { useMay } from '../../../platform/web/session.ts';
import { useFilter } from '../../../platform/web/use-address.tsx';
import { newId } from '../../../platform/web/uuid.ts';
import { results } from '../../codes.ts';
import type { RunPage as Run } from '../../contract-runs.ts';
import { DeedForm, type RunDeed } from './deed-form.tsx';
import { Items } from './items.tsx';
import { Statement } from './statement.tsx';
import '../reconciliation.css';

export default function RunPage() {
  const t = useT();
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const asked = useAsk<Run>(`/api/reconciliation/runs/${id}`);
  const [doing, setDoing] = useState<RunDeed>();
  const queries = useQueryClient();
  const run = asked.data;
  return (
    <>
      <PageTitle
        question={
          run
            ? t('reconciliation.page.run.question', { source: run.sourceName })
            : t('reconciliation.page.runs')
        }
        {...(run
          ? {
              time: [
                t('platform.web.period.between', { from: run.from, to: run.to }),
                t(`reconciliation.run_state.${run.state}`),
              ].join(' · '),
            }
          : {})}
        actions={run && <Verbs run={run} begin={setDoing} />}
      />
      <Answer of={asked}>{(given) => <Shown run={given} />}</Answer>
      {run && doing && (
        <Drawer
          open
          title={t(`reconciliation.run_verb.${doing}`)}
          onClose={() => setDoing(undefined)}
        >
          <DeedForm
            run={run}
            deed={doing}
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

function Verbs({ run, begin }: { run: Run; begin: (deed: RunDeed) => void }) {
  const t = useT();
  const lang = useLang();
  const may = useMay('indicators.export');
  const deeds = (['discard', 'reopen', 'return', 'finish', 'confirm'] as const).filter((verb) =>
    run.verbs.includes(verb),
  );
  return (
    <>
      {may && (
        <a
          className="plain-button button-link"
          href={pathWith(`/api/reconciliation/runs/${run.id}/statement.csv`, { lang })}
          download={`${t('reconciliation.statement')}-${run.from}-${run.to}.csv`}
        >
          {t('funds.export')}
        </a>
      )}
      <button type="button" className="plain-button" onClick={() => window.print()}>
        {t('reconciliation.print')}
      </button>
      {run.verbs.includes('match') && <MatchButton run={run} />}
      {deeds.map((verb) => (
        <button
          key={verb}
          type="button"
          className={verb === 'finish' || verb === 'confirm' ? 'main-button' : 'plain-button'}
          onClick={() => begin(verb)}
        >
          {t(`reconciliation.run_verb.${verb}`)}
        </button>
      ))}
    </>
  );
}

function MatchButton({ run }: { run: Run }) {
  const t = useT();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const matchAgain = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const body = { seen: run.changedAt };
      await send('POST', `/api/reconciliation/runs/${run.id}/match`, body, newId());
    } catch (refused) {
      setProblem(refused);
    } finally {
      setBusy(false);
      await queries.invalidateQueries();
    }
  };
  return (
    <>
      {problem !== undefined && (
        <span className="field-error" role="alert">
          {told(problem, t).what}
        </span>
      )}
      <button
        type="button"
        className="plain-button"
        disabled={busy}
        onClick={() => void matchAgain()}
      >
        {t(busy ? 'reconciliation.matching' : 'reconciliation.run_verb.match')}
      </button>
    </>
  );
}

function Shown({ run }: { run: Run }) {
  const t = useT();
  // What is printed of a run that is done are its differences with what was said to them.
  const [result, setResult] = useFilter('result', run.state === 'in_work' ? 'open' : 'differences');
  const { counts } = run;
  const differences =
    counts.amount_differs + counts.ours_only + counts.theirs_only + counts.ambiguous;
  const countOf = { ...counts, open: run.open, differences };
  const nameOf = (one: string) =>
    t(one === 'open' ? 'reconciliation.column.open' : `reconciliation.result.${one}`);
  return (
    <>
      <p className="page-lead">
        {t('reconciliation.run.about', {
          ...{ office: run.officeName, days: run.daysApart },
          programme: t(`funds.programme.${run.programme}`),
        })}
      </p>
      {!run.statement.closes && run.state !== 'discarded' && (
        <p className="run-stale" role="status">
          {t(
            run.verbs.includes('match')
              ? 'reconciliation.run.stale'
              : 'reconciliation.run.stale_fixed',
          )}
        </p>
      )}
      <div className="run-counts">
        {(['open', 'differences', ...results] as const).map((one) => (
          <button
            key={one}
            type="button"
            className="run-count"
            aria-pressed={result === one}
            onClick={() => setResult(one)}
          >
            <span>{nameOf(one)}</span>
            <b className={one === 'open' && run.open > 0 ? 'run-open' : undefined}>
              {countOf[one]}
            </b>
          </button>
        ))}
      </div>
      <Section title={nameOf(result)} note={t(`reconciliation.items.${result}`)}>
        <Items run={run} result={result} />
      </Section>
      <Section title={t('reconciliation.statement')} note={t('reconciliation.statement.note')}>
        <Statement run={run} />
      </Section>
      {run.events.length > 0 && (
        <div className="run-history">
          <Section title={t('reconciliation.history')}>
            <ul>
              {run.events.map((event) => (
                <li key={`${event.at} ${event.verb}`}>
                  <span className="run-when">{clockAt(Date.parse(event.at))}</span> {event.by}{' '}
                  {t(`reconciliation.run_verb.${event.verb}`)}
                  {event.reason && ` · ${event.reason}`}
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
    </>
  );
}
