// The address as hooks and links. Place, period and language travel along; the rest stays with its page.
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import type { MouseEventHandler, ReactNode } from 'react';
import { type PlacePeriod, readAddress, type Search, sharedOf, writeAddress } from './address.ts';
import { useSession } from './session.ts';

/** Everything the address says after its question mark. */
export function useSearch(): Search {
  return useRouterState({ select: (state) => state.location.search as Search });
}

/** Place, period and language of the page, and how to change them. */
export function usePlacePeriod(): PlacePeriod & { set(change: Partial<PlacePeriod>): void } {
  const search = useSearch();
  const { home, today } = useSession();
  const now = readAddress(search, { home: home.key, today });
  const change = useChangeSearch();
  return { ...now, set: (to) => change({ lang: undefined, ...writeAddress({ ...now, ...to }) }) };
}

/** One filter of one page, kept in the address. An empty value leaves it. */
export function useFilter(name: string, otherwise = ''): [string, (value: string) => void] {
  const value = useSearch()[name] ?? otherwise;
  const change = useChangeSearch();
  return [value, (to) => change({ [name]: to === otherwise ? undefined : to })];
}

function useChangeSearch(): (change: Search) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '.',
      search: (now: Search) => ({ ...now, ...change }),
      resetScroll: false,
    } as never); // routes are made from a list, so the router has no types of its own for them
}

/** Goes to a page with place, period and language of this one. */
export function useGo(): (path: string, search?: Search) => void {
  const navigate = useNavigate();
  const kept = sharedOf(useSearch());
  return (to, search = {}) => void navigate({ to, search: { ...kept, ...search } } as never);
}

export interface PageLinkProps {
  to: string;
  search?: Search;
  className?: string;
  children: ReactNode;
  onClick?: MouseEventHandler;
  /** True where the link leads to the subject of the page shown: marks it as current. */
  exact?: boolean;
}

/** A link to an office page that keeps place, period and language. */
export function PageLink({
  to,
  search,
  className,
  children,
  onClick,
  exact = false,
}: PageLinkProps) {
  const kept = sharedOf(useSearch());
  return (
    <Link
      {...({ to, search: { ...kept, ...search } } as { to: string })}
      className={className}
      activeOptions={{ exact, includeSearch: false }}
      {...(onClick ? { onClick } : {})}
    >
      {children}
    </Link>
  );
}
