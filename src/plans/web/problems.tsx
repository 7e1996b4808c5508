// What keeps a plan from being handed in, and below it what is to be looked at; or that it closes.
import { useT } from '../../platform/web/i18n.tsx';
import type { ProblemRow } from '../contract.ts';
import { problemText } from '../problem-text.ts';

export function Problems(props: {
  problems: readonly ProblemRow[];
  /** Of a plan in force: what came since is for an adjustment. */
  approved?: boolean;
}) {
  const t = useT();
  const { approved = false } = props;
  const blocking = props.problems.filter(({ blocks }) => blocks);
  const hints = props.problems.filter(({ blocks }) => !blocks);
  return (
    <div className="plan-problems">
      {blocking.length === 0 ? (
        <p className="plan-closes">{t(approved ? 'plans.closes.approved' : 'plans.closes')}</p>
      ) : (
        <>
          <p className="plan-open">
            {t(approved ? 'plans.closes.since' : 'plans.closes.not', { count: blocking.length })}
          </p>
          <List problems={blocking} />
        </>
      )}
      {hints.length > 0 && (
        <details>
          <summary>{t('plans.hints', { count: hints.length })}</summary>
          <List problems={hints} />
        </details>
      )}
    </div>
  );
}

function List({ problems }: { problems: readonly ProblemRow[] }) {
  const t = useT();
  return (
    <ol>
      {problems.map((one) => (
        <li key={[one.code, one.place, one.document, one.source, one.task, one.project].join()}>
          {problemText(one, t)}
        </li>
      ))}
    </ol>
  );
}
