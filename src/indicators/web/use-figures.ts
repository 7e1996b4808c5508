// Asking for figures: definitions once, values of a page in one request, and what of them is not defined is left out.
import { useMemo } from 'react';
import type { Period } from '../../kit/period.ts';
import { useAsk } from '../../platform/web/ask.ts';
import type {
  BelowSeries,
  Children,
  Definition,
  Definitions,
  Series,
  Value,
  Values,
} from '../contract.ts';

export interface At extends Period {
  place: string;
}

/** What a hook answers: the data, and what stands for it while there is none. */
export interface Answered<T> {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
  /** True while an answer to an earlier question is still shown. */
  stale: boolean;
}

export interface Known {
  all: readonly Definition[];
  find(code: string): Definition | undefined;
  /** Those of a list that are defined, in its order. */
  of(codes: readonly string[]): string[];
}

/** Every definition; asked once, since they change only with the program. */
export function useDefinitions(): Answered<Known> {
  const asked = useAsk<Definitions>('/api/indicators/definitions');
  const data = useMemo(() => {
    if (!asked.data) return undefined;
    const all = asked.data.rows;
    const byCode = new Map(all.map((definition) => [definition.code, definition]));
    return {
      all,
      find: (code: string) => byCode.get(code),
      of: (codes: readonly string[]) => codes.filter((code) => byCode.has(code)),
    };
  }, [asked.data]);
  return answered({ ...asked, data });
}

export interface ValuesAnswer extends Values {
  find(code: string): Value | undefined;
}

/**
 * Values of a place and period in one request. Codes without a definition are not asked for.
 * @param by divides every value by this dimension
 * @param known only what had been recorded by this instant
 */
export function useValues(
  codes: readonly string[],
  at: At,
  { by, known, when = true }: { by?: string; known?: string; when?: boolean } = {},
): Answered<ValuesAnswer> {
  const asked = useFigures<Values>('values', codes, at, { by, known }, when);
  const data = useMemo(() => {
    if (!asked.data) return undefined;
    const byCode = new Map(asked.data.values.map((value) => [value.code, value]));
    return { ...asked.data, find: (code: string) => byCode.get(code) };
  }, [asked.data]);
  return answered({ ...asked, data });
}

/** Values of the places right below, or of the counties below with `level`. */
export function useChildren(
  codes: readonly string[],
  at: At,
  { level, when = true }: { level?: 'county'; when?: boolean } = {},
): Answered<Children> {
  return answered(useFigures<Children>('children', codes, at, { level }, when));
}

/** Month by month. */
export function useSeries(
  codes: readonly string[],
  at: At,
  { when = true }: { when?: boolean } = {},
): Answered<Series> {
  return answered(useFigures<Series>('series', codes, at, {}, when));
}

/** One figure of the places right below, month by month. */
export function useChildrenSeries(
  code: string | undefined,
  { place, from, to }: At,
  { when = true }: { when?: boolean } = {},
): Answered<BelowSeries> {
  const path = code && when ? '/api/indicators/children-series' : undefined;
  return answered(useAsk<BelowSeries>(path, { code, place, from, to }));
}

function useFigures<T>(
  what: string,
  codes: readonly string[],
  { place, from, to }: At,
  more: Record<string, string | undefined>,
  when: boolean,
) {
  const known = useDefinitions().data;
  const asked = known?.of([...new Set(codes)]) ?? [];
  const path = when && asked.length > 0 ? `/api/indicators/${what}` : undefined;
  return useAsk<T>(path, { codes: asked.join(','), place, from, to, ...more });
}

function answered<T>(asked: {
  data: T | undefined;
  error: unknown;
  refetch: () => unknown;
  isPlaceholderData: boolean;
}): Answered<T> {
  const { data, error, refetch, isPlaceholderData } = asked;
  return { data, error, refetch, stale: isPlaceholderData };
}
