/** Assets of projects. Amounts are strings of fen, dates are days. */
import Type, { type Static } from 'typebox';
import { Seen } from '../platform/contract-values.ts';
import { closed, Day, Key, Name, Note, orNull, page, paging } from '../teams/contract-values.ts';
import { assetConditions, assetKinds, assetOwners } from './codes.ts';

const Fen = Type.String({ pattern: '^(0|[1-9][0-9]{0,13})$' });

export const AddAsset = Type.Object(
  {
    kind: Type.Enum([...assetKinds]),
    name: Name,
    ownerKind: Type.Enum([...assetOwners]),
    owner: Name,
    keeper: orNull(Name),
    /** Who looks after it how often with what money; a public asset must have it. */
    upkeep: orNull(Note),
    value: Fen,
    registerNumber: orNull(Name),
    takenOverOn: Day,
  },
  closed,
);
export type AddAsset = Static<typeof AddAsset>;
export const AmendAsset = Type.Object(
  {
    keeper: orNull(Name),
    upkeep: orNull(Note),
    registerNumber: orNull(Name),
    condition: Type.Enum([...assetConditions]),
    seen: Seen,
  },
  closed,
);
export type AmendAsset = Static<typeof AmendAsset>;
export const AssetIncome = Type.Object(
  {
    year: Type.Integer({ minimum: 2021, maximum: 2099 }),
    income: Fen,
    distributed: Fen,
    people: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  },
  closed,
);
export type AssetIncome = Static<typeof AssetIncome>;

export const AssetRow = Type.Object({
  id: Type.String(),
  project: Type.String(),
  projectName: Type.String(),
  town: Type.String(),
  townName: Type.String(),
  kind: Type.Enum([...assetKinds]),
  name: Type.String(),
  ownerKind: Type.Enum([...assetOwners]),
  owner: Type.String(),
  keeper: orNull(Type.String()),
  upkeep: orNull(Type.String()),
  value: Type.String(),
  registerNumber: orNull(Type.String()),
  condition: Type.Enum([...assetConditions]),
  takenOverOn: Type.String(),
  /** Of all years entered. */
  income: Type.String(),
  distributed: Type.String(),
  incomeYear: orNull(Type.Integer()),
  changedAt: Type.String(),
});
export type AssetRow = Static<typeof AssetRow>;
export const AssetQuery = Type.Object(
  {
    place: Key,
    kind: Type.Optional(Type.Enum([...assetKinds])),
    condition: Type.Optional(Type.Enum([...assetConditions])),
    ...paging,
  },
  closed,
);
export const AssetRows = page(AssetRow);
