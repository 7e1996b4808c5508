/** What teams answers of sending units and of pairings with their duties. */
import Type, { type Static } from 'typebox';
import { dutyKinds, organisationKinds, organisationLevels, pairingKinds } from './codes.ts';
import { closed, Day, Key, noNul, orNull, page, paging, Warning } from './contract-values.ts';

const Text = Type.String();

export const PairingsQuery = Type.Object(
  { place: Key, on: Day, kind: Type.Optional(Type.Enum([...pairingKinds])), ...paging },
  closed,
);
export const OrganisationsQuery = Type.Object(
  { q: Type.Optional(Type.String({ maxLength: 80, pattern: noNul })), ...paging },
  closed,
);
export const OrganisationRow = Type.Object({
  id: Text,
  name: Text,
  kind: Type.Enum([...organisationKinds]),
  level: Type.Enum([...organisationLevels]),
  home: Text,
  homeName: Text,
  creditCode: orNull(Text),
  validFrom: Text,
  validTo: orNull(Text),
});
export type OrganisationRow = Static<typeof OrganisationRow>;
export const OrganisationRows = page(OrganisationRow);
export type OrganisationRows = Static<typeof OrganisationRows>;

export const OrganisationPage = Type.Object({
  ...OrganisationRow.properties,
  /** Whether the reader's own area keeps its record. */
  own: Type.Boolean(),
  /** Who it became, nearest first; who became it. */
  successors: Type.Array(OrganisationRow),
  predecessors: Type.Array(OrganisationRow),
  teams: Type.Array(
    Type.Object({
      team: Text,
      teamName: Text,
      placeName: Text,
      countyName: Text,
      lead: Type.Boolean(),
      startsOn: Text,
      endsOn: orNull(Text),
    }),
  ),
  warnings: Type.Array(Warning),
});
export type OrganisationPage = Static<typeof OrganisationPage>;

export const DutyRow = Type.Object({
  id: Text,
  kind: Type.Enum([...dutyKinds]),
  promise: Text,
  fulfilled: orNull(Text),
  fulfilledOn: orNull(Text),
  /** First day it is no longer owed although nothing was done, and why. */
  endedOn: orNull(Text),
  endNote: orNull(Text),
});
export const PairingRow = Type.Object({
  id: Text,
  kind: Type.Enum([...pairingKinds]),
  place: Text,
  placeName: Text,
  placeLevel: Text,
  countyName: orNull(Text),
  helperPlace: orNull(Text),
  helperName: Text,
  organisation: orNull(Text),
  lead: Type.Boolean(),
  startsOn: Text,
  endsOn: orNull(Text),
  /** Empty where the pairing is read from the units behind a team. */
  document: Text,
  /** The team whose unit this is, where no pairing of its own was written. */
  team: orNull(Text),
  duties: Type.Array(DutyRow),
});
export type PairingRow = Static<typeof PairingRow>;
export const PairingRows = page(PairingRow);
export type PairingRows = Static<typeof PairingRows>;

/** The cities of the province: whoever enters a pairing of two must name the other one. */
export const CityRows = Type.Object({ rows: Type.Array(Type.Object({ key: Text, name: Text })) });
export type CityRows = Static<typeof CityRows>;

/** Where a unit that is entered may have its home: the place, those above it, and cities that help its city. */
export const HomeRows = Type.Object({
  rows: Type.Array(Type.Object({ key: Text, name: Text, helper: Type.Boolean() })),
});
export type HomeRows = Static<typeof HomeRows>;
