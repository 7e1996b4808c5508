// A deed under way: one at a time, and what went wrong in words.
import { type ReactNode, useState } from 'react';
import { useT } from '../../../platform/web/i18n.tsx';
import { told } from '../../../platform/web/page.tsx';

export interface Doing {
  busy: boolean;
  /** What went wrong, to be shown beside what was done. */
  problem: ReactNode;
  run(work: () => Promise<void>): Promise<void>;
  /** Says in our own words what is wrong, without asking the server. */
  fail(what: string): void;
}

export function useDoing(): Doing {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  return {
    busy,
    problem: problem ? (
      <p className="field-error" role="alert">
        {problem}
      </p>
    ) : null,
    fail: setProblem,
    run: async (work) => {
      if (busy) return;
      setBusy(true);
      setProblem('');
      try {
        await work();
      } catch (error) {
        const { what, todo } = told(error, t);
        setProblem(`${what} ${todo}`);
      } finally {
        setBusy(false);
      }
    },
  };
}
