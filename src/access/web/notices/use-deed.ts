// A deed without a form, done by one button of a row: runs once at a time, says what went wrong, reads the page anew.
import { useQueryClient } from '@tanstack/react-query';
import { createElement, type ReactNode, useState } from 'react';
import { Problem } from '../../../platform/web/page.tsx';

export interface RowDeed {
  busy: boolean;
  /** What went wrong, to be shown above the table. */
  problem: ReactNode;
  run(id: string): Promise<void>;
}

export function useDeed(send: (id: string) => Promise<unknown>): RowDeed {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  return {
    busy,
    problem: problem === undefined ? null : createElement(Problem, { problem }),
    run: async (id) => {
      setBusy(true);
      setProblem(undefined);
      try {
        await send(id);
      } catch (error) {
        setProblem(error);
      } finally {
        setBusy(false);
        void queries.invalidateQueries();
      }
    },
  };
}
