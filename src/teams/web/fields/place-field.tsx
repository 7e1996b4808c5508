// Choosing a place by name, code, spelling or initials, of the levels a form asks for.
import { useAsk } from '../../../platform/web/ask.ts';
import { useT } from '../../../platform/web/i18n.tsx';
import { useSession } from '../../../platform/web/session.ts';
import type { FoundRow } from '../../../regions/contract.ts';
import { SearchField, type SearchFieldProps, useWords } from './search-field.tsx';

export function PlaceField({
  levels,
  ...props
}: SearchFieldProps & { levels: readonly FoundRow['level'][] }) {
  const t = useT();
  const { today } = useSession();
  const words = useWords();
  const found = useAsk<{ rows: FoundRow[] }>(words.asked ? '/api/regions/places' : undefined, {
    q: words.asked,
    on: today,
    limit: '50',
  });
  return (
    <SearchField
      hint={t('teams.form.place.hint')}
      words={words}
      found={found.data?.rows
        .filter((row) => levels.includes(row.level))
        .slice(0, 12)
        .map((row) => ({ id: row.key, name: row.name, note: row.above.join(' ') }))}
      none={t('teams.form.place.none')}
      {...props}
    />
  );
}
