// Reading for a page: kept and shared between its parts, asked again when place, period or language change.
import {
  keepPreviousData,
  QueryClient,
  type UseQueryResult,
  useInfiniteQuery,
  useQueries,
  useQuery,
} from '@tanstack/react-query';
import { ApiProblem, get, type Query } from './api.ts';
import { useLang } from './i18n.tsx';

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        retry: (count, error) =>
          count < 2 && error instanceof ApiProblem && (error.status === 0 || error.status === 503),
      },
    },
  });
}

/**
 * One answer of the server. `undefined` as path asks nothing. `keep` shows the last answer until the
 * next has come: for lists narrowed while typing, never for figures, which would stand under
 * another place or time.
 */
export function useAsk<T>(
  path: string | undefined,
  query: Query = {},
  { keep = false }: { keep?: boolean } = {},
): UseQueryResult<T> {
  const lang = useLang();
  return useQuery({
    queryKey: [path, query, lang],
    queryFn: ({ signal }) => get<T>(path ?? '', query, signal),
    enabled: path !== undefined,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** The same question about several things at once: all answers, in their order, or the first problem. */
export function useAskMany<T>(path: string, queries: readonly Query[]) {
  const lang = useLang();
  return useQueries({
    queries: queries.map((query) => ({
      queryKey: [path, query, lang],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<T>(path, query, signal),
    })),
    combine: (answers) => ({
      data: answers.every(({ data }) => data !== undefined)
        ? answers.flatMap(({ data }) => (data === undefined ? [] : [data]))
        : undefined,
      error: answers.find(({ error }) => error)?.error,
      refetch: () => {
        for (const { refetch } of answers) void refetch();
      },
    }),
  });
}

export interface Page<Row> {
  rows: Row[];
  next?: string | null;
}

/** A list read page by page: `{ rows, next }`, the next page asked for with `after`. */
export function usePages<Row>(path: string | undefined, query: Query = {}) {
  const lang = useLang();
  const pages = useInfiniteQuery({
    queryKey: [path, query, lang, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      get<Page<Row>>(path ?? '', pageParam ? { ...query, after: pageParam } : query, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    enabled: path !== undefined,
  });
  return {
    rows: pages.data?.pages.flatMap((page) => page.rows) ?? [],
    first: pages.data?.pages[0],
    pending: pages.isPending,
    problem: pages.error,
    retry: () => void pages.refetch(),
    more: pages.hasNextPage
      ? { load: () => void pages.fetchNextPage(), loading: pages.isFetchingNextPage }
      : undefined,
  };
}
