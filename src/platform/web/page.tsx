// The title of a page and its faces: what comes, nothing there, not for you, gone wrong.
import { type ReactNode, useEffect } from 'react';
import { ApiProblem } from './api.ts';
import { useT } from './i18n.tsx';
import './page.css';

export interface PageTitleProps {
  /** The question the page answers. */
  question: string;
  /** The time the answer is true for. */
  time?: string;
  /** Buttons at the end of the line. */
  actions?: ReactNode;
}

export function PageTitle({ question, time, actions }: PageTitleProps) {
  const t = useT();
  useEffect(() => {
    document.title = `${question} · ${t('platform.web.name')}`;
  }, [question, t]);
  return (
    <div className="page-title">
      <h1>{question}</h1>
      {time && <p className="page-time">{time}</p>}
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Section(props: {
  title: string;
  note?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}) {
  const { title, note, tools, children } = props;
  return (
    <section className="section">
      <div className="section-head">
        <h2>{title}</h2>
        {note && <p className="section-note">{note}</p>}
        {tools && <div className="section-tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}

export type Shape = 'lines' | 'figures' | 'table' | 'chart';

/** The shape of what is on its way. */
export function Loading({ shape = 'lines', rows = 6 }: { shape?: Shape; rows?: number }) {
  const t = useT();
  const count = shape === 'chart' ? 1 : rows;
  return (
    <div
      className={`loading loading-${shape}`}
      role="status"
      aria-label={t('platform.web.loading')}
    >
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
        <span key={at} />
      ))}
    </div>
  );
}

/** Nothing to show: why, and what to do about it. */
export function Empty({ why, todo, action }: { why?: string; todo?: string; action?: ReactNode }) {
  const t = useT();
  return (
    <div className="face">
      <p className="face-what">{why ?? t('platform.web.empty')}</p>
      {todo && <p>{todo}</p>}
      {action && <div className="face-actions">{action}</div>}
    </div>
  );
}

/** Not for this account: who may. */
export function Refused({ what, todo }: { what?: string; todo?: string }) {
  const t = useT();
  return (
    <div className="face face-refused" role="alert">
      <p className="face-what">{what || t('platform.web.refused')}</p>
      <p>{todo || t('platform.web.refused.todo')}</p>
    </div>
  );
}

/** Something went wrong: what was kept, what to do, and the number to name when asking for help. */
export function Failed({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const t = useT();
  const { what, todo, requestId } = told(problem, t);
  return (
    <div className="face face-failed" role="alert">
      <p className="face-what">{what}</p>
      {todo && <p>{todo}</p>}
      {requestId && <p className="face-request">{t('platform.web.request', { id: requestId })}</p>}
      {onRetry && (
        <div className="face-actions">
          <button type="button" className="plain-button" onClick={onRetry}>
            {t('platform.web.retry')}
          </button>
        </div>
      )}
    </div>
  );
}

/** A problem in words: what happened, what to do, which request. */
export function told(problem: unknown, t: (key: string) => string) {
  if (!(problem instanceof ApiProblem)) {
    return { what: t('platform.web.broken'), todo: t('platform.web.broken.todo'), requestId: '' };
  }
  const { status, detail, todo, requestId } = problem;
  if (status === 0) {
    return {
      what: t('platform.web.unreachable'),
      todo: t('platform.web.unreachable.todo'),
      requestId,
    };
  }
  return { what: detail || t('platform.web.failed'), todo, requestId };
}

/** The parts of a query's result that decide its face. */
export interface Asked<T> {
  data: T | undefined;
  error: unknown;
  isPending?: boolean;
  refetch?: () => unknown;
}

/** Shows an answer, or the face that stands for it while there is none. */
export function Answer<T>(props: {
  of: Asked<T>;
  shape?: Shape;
  rows?: number;
  children: (data: T) => ReactNode;
}) {
  const { of, shape = 'lines', rows = 6, children } = props;
  if (of.error) return <Problem problem={of.error} onRetry={() => of.refetch?.()} />;
  if (of.data === undefined) return <Loading shape={shape} rows={rows} />;
  return <>{children(of.data)}</>;
}

/** The face of a problem: refused, absent or failed. */
export function Problem({ problem, onRetry }: { problem: unknown; onRetry?: () => void }) {
  const t = useT();
  if (problem instanceof ApiProblem && problem.status === 403) {
    return <Refused what={problem.detail} todo={problem.todo} />;
  }
  if (problem instanceof ApiProblem && problem.status === 404) {
    return <Empty why={problem.detail || t('platform.web.absent')} todo={problem.todo} />;
  }
  return <Failed problem={problem} {...(onRetry ? { onRetry } : {})} />;
}
