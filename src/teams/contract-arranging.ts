/** Batches, requirements and sizes: what is arranged for all teams of a region, read and written. */
import Type, { type Static } from 'typebox';
import { Seen } from '../platform/contract-values.ts';
import { limitNames, roles, tiers, townKinds } from './codes.ts';
import { closed, Day, Key, Name, orNull, page } from './contract-values.ts';

const Text = Type.String();
const Role = Type.Enum([...roles]);
const Tier = Type.Enum([...tiers]);
const TownKind = Type.Enum([...townKinds]);
const LimitName = Type.Enum([...limitNames]);
/** A number of people or years. */
const Size = Type.Integer({ minimum: 1, maximum: 99 });

export const BatchRow = Type.Object({
  id: Text,
  name: Text,
  number: Type.Integer(),
  startsOn: Text,
  /** First day no longer in the batch, by plan. */
  endsOn: orNull(Text),
  /** The state the reader saw; a change names it. */
  seen: Text,
});
export type BatchRow = Static<typeof BatchRow>;
export const BatchRows = Type.Object({ rows: Type.Array(BatchRow) });
export type BatchRows = Static<typeof BatchRows>;

const batchTerms = { name: Name, startsOn: Day, endsOn: orNull(Day) };
export const AddBatch = Type.Object({ number: Size, ...batchTerms }, closed);
export type AddBatch = Static<typeof AddBatch>;
export const ChangeBatch = Type.Object({ ...batchTerms, seen: Seen }, closed);
export type ChangeBatch = Static<typeof ChangeBatch>;

export const RequirementRow = Type.Object({
  id: Text,
  place: Text,
  placeName: Text,
  /** Towns of these tiers and kinds are asked; none named is any. */
  tiers: Type.Array(Tier),
  kinds: Type.Array(TownKind),
  role: Role,
  atLeast: Type.Integer(),
  validFrom: Text,
  validTo: orNull(Text),
  document: Text,
  /** Whether the place lies in the reader's own area. */
  own: Type.Boolean(),
});
export type RequirementRow = Static<typeof RequirementRow>;
export const RequirementRows = page(RequirementRow);

export const AddRequirement = Type.Object(
  {
    place: Key,
    tiers: Type.Array(Tier, { maxItems: tiers.length, uniqueItems: true }),
    kinds: Type.Array(TownKind, { maxItems: townKinds.length, uniqueItems: true }),
    role: Role,
    atLeast: Size,
    validFrom: Day,
    document: Name,
  },
  closed,
);
export type AddRequirement = Static<typeof AddRequirement>;

export const LimitRow = Type.Object({
  id: Text,
  name: LimitName,
  value: Type.Integer(),
  /** The place it was set for. */
  place: Text,
  placeName: Text,
  validFrom: Text,
  document: Text,
  own: Type.Boolean(),
});
export type LimitRow = Static<typeof LimitRow>;
export const LimitRows = Type.Object({ rows: Type.Array(LimitRow) });
export type LimitRows = Static<typeof LimitRows>;

export const SetLimit = Type.Object(
  { name: LimitName, place: Key, value: Size, validFrom: Day, document: Name },
  closed,
);
export type SetLimit = Static<typeof SetLimit>;

/** The first day a rule or size no longer holds. */
export const EndRule = Type.Object({ validTo: Day }, closed);
