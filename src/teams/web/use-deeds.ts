// What is being done beside a page, and what was said when it was done; every deed asks all lists and figures anew.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Warning, Written } from '../contract-values.ts';

export interface Deeds<D> {
  /** The deed whose drawer is open. */
  doing: D | undefined;
  begin: (deed: D) => void;
  close: () => void;
  done: (answer: Written) => void;
  /** What the last deed asks to look at. */
  said: readonly Warning[];
}

export function useDeeds<D>(): Deeds<D> {
  const queries = useQueryClient();
  const [doing, setDoing] = useState<D>();
  const [said, setSaid] = useState<readonly Warning[]>([]);
  const close = () => setDoing(undefined);
  return {
    doing,
    begin: setDoing,
    close,
    done: (answer) => {
      close();
      setSaid(answer.warnings);
      void queries.invalidateQueries();
    },
    said,
  };
}
