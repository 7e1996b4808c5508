/** The hidden fields of people, as they are found for a reveal. */
import type { FindHidden, HiddenFields } from '../../access/personal/hidden-field.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { placeOf } from '../../platform/secrets/envelope.ts';

const find =
  (column: 'id_number' | 'phone'): FindHidden =>
  async (client, caller, row) => {
    const { rows } = await client.query<{ at: string; id_number: Buffer; phone: Buffer }>({
      name: 'hidden-of-person',
      text: 'select place_key::text as at, id_number, phone from teams.person where id = $1',
      values: [row],
    });
    const found = rows[0];
    if (!found || !inRanges(found.at, caller.ranges)) return null;
    return {
      sealed: found[column],
      place: placeOf('teams.person', row, column),
      person: row,
      at: found.at,
    };
  };

export const hiddenFields: HiddenFields = {
  'teams.person.id_number': find('id_number'),
  'teams.person.phone': find('phone'),
};
