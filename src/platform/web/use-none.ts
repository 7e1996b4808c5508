// What an empty list of the county says: below the county somebody else fills it, and not everybody at the county may.
import { belowCounty } from '../../kit/region-key.ts';
import { useT } from './i18n.tsx';
import { usePlacePeriod } from './use-address.tsx';

/**
 * @param words the key of "there is none"; beside it stand `.todo`, `.reader`, `.town` and `.town.todo`
 * @param may whether the reader may add to the list
 */
export function useNone(words: string, may: boolean): { why: string; todo: string } {
  const t = useT();
  const { place } = usePlacePeriod();
  if (belowCounty(place)) return { why: t(`${words}.town`), todo: t(`${words}.town.todo`) };
  return { why: t(words), todo: t(`${words}.${may ? 'todo' : 'reader'}`) };
}
