/** Rules of who owes what. Amounts are strings of fen; shares are parts of ten thousand, factors parts of a thousand. */
import Type, { type Static } from 'typebox';
import { Fen, Seen, Title } from '../platform/contract-values.ts';
import { closed, Key, Name, Note, orNull, page, paging } from '../teams/contract-values.ts';
import { payers } from './codes.ts';
import {
  allocationKinds,
  factors,
  ruledProgrammes,
  rulePayers,
  ruleStates,
  ruleVerbs,
  unitKinds,
} from './codes-allocation.ts';

export const Year = Type.Integer({ minimum: 2021, maximum: 2099 });
export const YearText = Type.String({ pattern: '^20(2[1-9]|[3-9][0-9])$' });
const Parts = Type.Integer({ minimum: 0, maximum: 1000 });
const rulePayersOfAny = [...new Set(Object.values(rulePayers).flat())];
const WeightRow = Type.Object(
  { payer: Type.Enum(rulePayersOfAny), weight: Type.Integer({ minimum: 1, maximum: 10_000 }) },
  closed,
);

const head = {
  kind: Type.Enum([...allocationKinds]),
  programme: Type.Enum([...ruledProgrammes]),
  title: Title,
  /** The basis: number or title of the document. */
  document: Name,
  yearFrom: Year,
  yearTo: orNull(Year),
  /** Fen a town and year; null where each amount is named, and in a division. */
  average: orNull(Fen),
  /** Parts in a thousand that follow each factor. */
  factors: Type.Object(
    Object.fromEntries(factors.map((factor) => [factor, Parts])) as Record<
      (typeof factors)[number],
      typeof Parts
    >,
    closed,
  ),
  least: orNull(Fen),
  most: orNull(Fen),
};
const parts = {
  shares: Type.Array(
    Type.Object(
      {
        holdsIn: Key,
        units: Type.Enum([...unitKinds]),
        weights: Type.Array(WeightRow, { minItems: 1, maxItems: 4 }),
      },
      closed,
    ),
    { minItems: 1, maxItems: 300 },
  ),
  /** Towns whose amount the document names. */
  amounts: Type.Array(Type.Object({ place: Key, amount: Fen }, closed), { maxItems: 3000 }),
};

export const DraftAllocation = Type.Object({ ...head, ...parts }, closed);
export type DraftAllocation = Static<typeof DraftAllocation>;
export const AmendAllocation = Type.Object({ ...head, ...parts, seen: Seen }, closed);
export const SeenBody = Type.Object({ seen: Seen }, closed);
export const RuleReason = Type.Object({ reason: Note }, closed);
/** `split` names the numbers the caller saw, town by town and payer by payer: what changed since is not answered for. */
const Split = Type.String({ pattern: '^[0-9a-f]{64}$' });
export const ChargeAllocation = Type.Object({ year: Year, split: Split, seen: Seen }, closed);
export type ChargeAllocation = Static<typeof ChargeAllocation>;

export const AllocationRow = Type.Object({
  id: Type.String(),
  kind: head.kind,
  programme: head.programme,
  state: Type.Enum([...ruleStates]),
  title: Type.String(),
  document: Type.String(),
  yearFrom: Type.Integer(),
  yearTo: orNull(Type.Integer()),
  average: orNull(Type.String()),
  office: Type.String(),
  officeName: Type.String(),
  draftedBy: Type.String(),
  approvedBy: orNull(Type.String()),
  changedAt: Type.String(),
  /** What the caller may do to it now. */
  verbs: Type.Array(Type.Enum([...ruleVerbs])),
});
export type AllocationRow = Static<typeof AllocationRow>;
export const AllocationQuery = Type.Object(
  { place: Key, state: Type.Optional(Type.Enum([...ruleStates])), ...paging },
  closed,
);
export const AllocationRows = page(AllocationRow);

export const RuleEvent = Type.Object({
  verb: Type.Enum([...ruleVerbs]),
  state: Type.Enum([...ruleStates]),
  year: orNull(Type.Integer()),
  reason: orNull(Type.String()),
  by: Type.String(),
  at: Type.String(),
});
export type RuleEvent = Static<typeof RuleEvent>;
export const AllocationPage = Type.Object({
  ...AllocationRow.properties,
  factors: head.factors,
  least: orNull(Type.String()),
  most: orNull(Type.String()),
  shares: Type.Array(
    Type.Object({
      holdsIn: Type.String(),
      placeName: Type.String(),
      units: Type.Enum([...unitKinds]),
      weights: Type.Array(WeightRow),
    }),
  ),
  amounts: Type.Array(
    Type.Object({ place: Type.String(), placeName: Type.String(), amount: Type.String() }),
  ),
  /** Budget years it was charged for. */
  charged: Type.Array(Type.Integer()),
  events: Type.Array(RuleEvent),
});
export type AllocationPage = Static<typeof AllocationPage>;
/** `entries` posted by the deed; nothing where all of it was due already. */
export const AllocationWritten = Type.Object({
  id: Type.String(),
  state: Type.Enum([...ruleStates]),
  entries: Type.Integer(),
});
export type AllocationWritten = Static<typeof AllocationWritten>;

export const NumbersQuery = Type.Object(
  {
    place: Key,
    year: YearText,
    /** What it stands beside: 'due', what is due by now, or the id of another version. */
    against: Type.Optional(
      Type.String({ pattern: '^(due|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$' }),
    ),
    /** Worked out anew although it was charged: what charging it again would say. */
    fresh: Type.Optional(Type.Literal('yes')),
    ...paging,
  },
  closed,
);
const Beside = { amount: Type.String(), standing: Type.String() };
export const Numbers = Type.Object({
  year: Type.Integer(),
  /** Whether the numbers are kept from the day they were charged, or tried just now. */
  kept: Type.Boolean(),
  towns: Type.Integer(),
  ...Beside,
  /** Of the whole version, wherever one looks. */
  total: Type.String(),
  /** The same town by town and payer by payer as one number: what the deed answers for. */
  split: Type.String(),
  problems: Type.Array(
    Type.Object({
      code: Type.Enum(['no_amount', 'no_factor', 'no_share', 'no_helper', 'bounds']),
      count: Type.Integer(),
      place: Type.String(),
    }),
  ),
  payers: Type.Array(
    Type.Object({
      payer: Type.Enum([...payers]),
      payerPlace: Type.String(),
      payerName: Type.String(),
      towns: Type.Integer(),
      ...Beside,
    }),
  ),
  rows: Type.Array(
    Type.Object({
      place: Type.String(),
      placeName: Type.String(),
      countyName: Type.String(),
      ...Beside,
      parts: Type.Array(Type.Object({ payer: Type.Enum([...payers]), ...Beside })),
    }),
  ),
  next: orNull(Type.String()),
});
export type Numbers = Static<typeof Numbers>;

export const EnterFactorValues = Type.Object(
  {
    factor: Type.Enum([...factors]),
    year: Year,
    document: Name,
    values: Type.Array(
      Type.Object(
        { place: Key, value: Type.Integer({ minimum: 0, maximum: 100_000_000 }) },
        closed,
      ),
      { minItems: 1, maxItems: 3000 },
    ),
  },
  closed,
);
export type EnterFactorValues = Static<typeof EnterFactorValues>;
export const FactorValuesWritten = Type.Object({ id: Type.String(), count: Type.Integer() });
export type FactorValuesWritten = Static<typeof FactorValuesWritten>;
export const FactorQuery = Type.Object({ place: Key, year: YearText, ...paging }, closed);
const FactorValue = orNull(
  Type.Object({
    value: Type.String(),
    year: orNull(Type.Integer()),
    document: orNull(Type.String()),
  }),
);
export const FactorRows = page(
  Type.Object({
    place: Type.String(),
    placeName: Type.String(),
    countyName: Type.String(),
    villages: FactorValue,
    rural_population: FactorValue,
    lifted_people: FactorValue,
    performance: FactorValue,
  }),
);
export type FactorRow = Static<typeof FactorRows>['rows'][number];

/** Values that were entered together and wait for a second person. */
export const FactorBatchQuery = Type.Object({ place: Key }, closed);
export const FactorBatches = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      factor: Type.Enum([...factors]),
      year: Type.Integer(),
      document: Type.String(),
      officeName: Type.String(),
      enteredBy: Type.String(),
      values: Type.Array(
        Type.Object({ place: Type.String(), placeName: Type.String(), value: Type.String() }),
      ),
      verbs: Type.Array(Type.Enum(['approve', 'discard'])),
    }),
  ),
});
export type FactorBatch = Static<typeof FactorBatches>['rows'][number];
