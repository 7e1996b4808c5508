// What the page of the audit is narrowed by, kept in the address.
import type { Search } from '../../../platform/web/address.ts';
import { useGo, usePlacePeriod, useSearch } from '../../../platform/web/use-address.tsx';

const names = [
  ...['actor', 'actor_name', 'person', 'person_name', 'object', 'object_name'],
  ...['kind', 'outcome', 'action', 'since', 'until'],
] as const;
export type FilterName =
  | ('actor' | 'actor_name' | 'person' | 'person_name' | 'object' | 'object_name')
  | ('kind' | 'outcome' | 'action' | 'since' | 'until');
type Filter = Partial<Record<FilterName, string>>;

export function useAuditFilter() {
  const search = useSearch();
  const go = useGo();
  const { place } = usePlacePeriod();
  const now: Filter = Object.fromEntries(
    names.flatMap((name) => (search[name] ? [[name, search[name]]] : [])),
  );
  const { actor, person, object, kind, outcome, action, since, until } = now;
  const given = { actor, person, object, kind, outcome, action, since, until };
  return {
    now,
    /** As the server is asked. */
    query: { place, ...given },
    narrowed: Object.keys(now).length > 0,
    /** Changes some, keeps the rest; '' takes one away. */
    set: (change: Filter) => go('/audit', { ...now, ...emptied(change) }),
    /** These and no others. */
    only: (change: Filter) => go('/audit', change as Search),
  };
}

const emptied = (change: Filter): Search =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value || undefined]));
