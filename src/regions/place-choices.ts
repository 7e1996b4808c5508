/** Places as the drop-downs of a sheet offer them: name and code. */
import type { Client } from '../platform/db/pool.ts';
import { boundsOf, type Range, withinText } from '../platform/db/scope.ts';
import type { Choice } from '../platform/sheets/description.ts';

type Level = 'province' | 'city' | 'county' | 'town' | 'village';
/** More no drop-down is of use for, and no scope of towns has. */
const most = 5_000;

/** Places of some levels within ranges, in the order of their codes; with `null` wherever they lie. */
export async function placeChoices(
  client: Client,
  levels: readonly Level[],
  ranges: readonly Range[] | null,
): Promise<Choice[]> {
  const within = ranges === null ? 'true' : withinText('p.key', '$2', '$3');
  const { rows } = await client.query<{ key: string; name: string }>(
    `select p.key::text as key, p.name from regions.place p
     where p.level = any ($1::regions.level[]) and p.valid_to is null and ${within}
     order by p.key limit ${most}`,
    [levels, ...(ranges === null ? [] : boundsOf(ranges))],
  );
  return rows.map(placeChoice);
}

export const placeChoice = ({ key, name }: { key: string; name: string }): Choice => ({
  ...{ value: key, word: { zh: name, en: name }, hint: key },
});

/** Villages of a town. */
export async function villageChoices(client: Client, town: string): Promise<Choice[]> {
  const { rows } = await client.query<{ key: string; name: string }>(
    `select p.key::text as key, p.name from regions.place p
     where p.parent = $1 and p.level = 'village' and p.valid_to is null order by p.key`,
    [town],
  );
  return rows.map(placeChoice);
}
