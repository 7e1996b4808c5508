/** Evidence packages on the wire. */
import Type, { type Static } from 'typebox';
import { closed, Key, page, paging } from '../teams/contract-values.ts';

export const PackedFile = Type.Object({
  name: Type.String(),
  title: Type.Object({ zh: Type.String(), en: Type.String() }),
  rows: Type.Integer(),
  bytes: Type.Integer(),
  sha256: Type.String(),
});
export type PackedFile = Static<typeof PackedFile>;
export const PackageQuery = Type.Object(
  { place: Key, lang: Type.Optional(Type.Enum(['zh', 'en'])) },
  closed,
);
export const PackagesQuery = Type.Object({ place: Key, ...paging }, closed);
export const PackageRow = Type.Object({
  id: Type.String(),
  place: Type.String(),
  placeName: Type.String(),
  takenBy: Type.String(),
  seatName: Type.String(),
  notices: Type.Array(Type.Object({ number: Type.String(), organ: Type.String() })),
  /** Instant of the snapshot, and of the end of taking it. */
  cutOff: Type.String(),
  takenAt: Type.String(),
  sha256: Type.String(),
  bytes: Type.String(),
  files: Type.Array(PackedFile),
});
export type PackageRow = Static<typeof PackageRow>;
/** With the place that was asked for, and whether a package of it may be taken; under which notices. */
export const Packages = Type.Object({
  place: Type.String(),
  mayTake: Type.Boolean(),
  notices: Type.Array(Type.Object({ number: Type.String(), organ: Type.String() })),
  ...page(PackageRow).properties,
});
export type Packages = Static<typeof Packages>;
