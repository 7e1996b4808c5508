// What the form of a pairing holds, when it is complete, and the body it becomes. Pure.
import type { RegionLevel } from '../../../kit/region-key.ts';
import { dutyKinds } from '../../codes.ts';
import type { PairingRow } from '../../contract-organisations.ts';
import type { AddPairing } from '../../contract-writing.ts';
import { idFrom } from '../fields/search-field.tsx';

type Kind = PairingRow['kind'];
export type PairingValues = ReturnType<typeof emptyPairing>;

/** @param duties ids of the duties should they be written: the same for every retry of the draft */
export const emptyPairing = (today: string, duties: readonly string[]) => ({
  kind: '',
  helped: '',
  city: '',
  unit: '',
  lead: 'no',
  startsOn: today,
  document: '',
  people: '',
  money: '',
  matters: '',
  duties: duties.join(','),
});

/** Levels of the places a kind helps. */
export const helpedLevels: Record<Kind, readonly RegionLevel[]> = {
  designated: ['town'],
  society: ['town', 'village'],
  city_to_city: ['city'],
  organ_to_county: ['county', 'city'],
  group_to_town: ['town'],
};

/** A city helps a city; otherwise a unit helps. */
export const helpsByCity = (kind: string): boolean => kind === 'city_to_city';

export function problemsOf(
  values: PairingValues,
  needed: string,
): Partial<Record<keyof PairingValues, string>> {
  const helper = helpsByCity(values.kind) ? 'city' : 'unit';
  const asked = values.kind ? (['helped', helper] as const) : (['kind'] as const);
  return Object.fromEntries(
    [...asked, 'startsOn' as const, 'document' as const]
      .filter((name) => !values[name].trim())
      .map((name) => [name, needed]),
  );
}

export function bodyOf(values: PairingValues): AddPairing {
  const ids = values.duties.split(',');
  const body = {
    kind: values.kind,
    place: idFrom(values.helped),
    helper: helpsByCity(values.kind)
      ? { place: values.city }
      : { organisation: idFrom(values.unit) },
    lead: !helpsByCity(values.kind) && values.lead === 'yes',
    startsOn: values.startsOn,
    document: values.document.trim(),
    duties: dutyKinds.flatMap((kind, at) => {
      const promise = values[kind].trim();
      return promise ? [{ id: ids[at], kind, promise }] : [];
    }),
  };
  return body as AddPairing; // selects hold the contract's own codes, and problemsOf has asked for the rest
}
