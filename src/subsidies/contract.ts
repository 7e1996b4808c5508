/** Subsidies of projects to households. Amounts are strings of fen, quantities hundredths of a unit, dates days. */
import Type, { type Static } from 'typebox';
import { Fen, Seen } from '../platform/contract-values.ts';
import { states } from '../projects/codes.ts';
import {
  closed,
  Day,
  Id,
  Key,
  Name,
  Note,
  orNull,
  page,
  paging,
} from '../teams/contract-values.ts';
import { awardStates, batchStates, faults, mostAtOnce, results } from './codes.ts';
import { batchVerbs } from './rules.ts';

const Head = Type.String({
  minLength: 1,
  maxLength: 60,
  pattern: '^[^\\s\\u0000,"]+( [^\\s\\u0000,"]+)*$',
});
const awardHead = {
  village: Key,
  /** Head of the household, as the application has the name. */
  head: Head,
  item: Name,
  standard: Fen,
  quantity: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
  accountTail: Type.String({ pattern: '^[0-9]{4}$' }),
};
export const AwardHead = Type.Object(awardHead, closed);
export const AddAwards = Type.Object(
  {
    awards: Type.Array(Type.Object({ id: Id, ...awardHead }, closed), {
      minItems: 1,
      maxItems: 200,
    }),
  },
  closed,
);
export type AddAwards = Static<typeof AddAwards>;
export const AmendAward = Type.Object({ ...awardHead, seen: Seen }, closed);
export type AmendAward = Static<typeof AmendAward>;
/** One decision about several: checked, or refused or discarded for a reason. */
export const DecideAwards = Type.Object(
  {
    awards: Type.Array(Id, { minItems: 1, maxItems: mostAtOnce, uniqueItems: true }),
    verb: Type.Enum(['check', 'refuse', 'discard']),
    reason: Type.Optional(orNull(Note)),
  },
  closed,
);
export type DecideAwards = Static<typeof DecideAwards>;
export const Decided = Type.Object({ count: Type.Integer() });

export const AwardRow = Type.Object({
  id: Type.String(),
  ...awardHead,
  villageName: Type.String(),
  amount: Type.String(),
  state: Type.Enum([...awardStates]),
  reason: orNull(Type.String()),
  registeredBy: orNull(Type.String()),
  checkedBy: orNull(Type.String()),
  checkedOn: orNull(Type.String()),
  changedAt: Type.String(),
  /** Whether the caller may check it: who entered it does not. */
  mayCheck: Type.Boolean(),
  /** Checked, and noticed for as long as it must be; or failed before. */
  mayList: Type.Boolean(),
});
export type AwardRow = Static<typeof AwardRow>;
export const AwardQuery = Type.Object({ project: Id, ...paging }, closed);
export const AwardRows = page(AwardRow);

export const MakeBatch = Type.Object(
  { project: Id, awards: Type.Array(Id, { minItems: 1, maxItems: mostAtOnce, uniqueItems: true }) },
  closed,
);
export type MakeBatch = Static<typeof MakeBatch>;
const batchRow = {
  id: Type.String(),
  number: Type.Integer(),
  state: Type.Enum([...batchStates]),
  count: Type.Integer(),
  amount: Type.String(),
  sha256: orNull(Type.String()),
  paidCount: orNull(Type.Integer()),
  paidAmount: orNull(Type.String()),
  madeOn: Type.String(),
  madeBy: orNull(Type.String()),
  checkedOn: orNull(Type.String()),
  checkedBy: orNull(Type.String()),
  answeredOn: orNull(Type.String()),
  receipt: orNull(Type.String()),
  paidOn: orNull(Type.String()),
  changedAt: Type.String(),
};
export const BatchRow = Type.Object(batchRow);
export type BatchRow = Static<typeof BatchRow>;

export const SubsidyPage = Type.Object({
  project: Type.String(),
  projectName: Type.String(),
  number: Type.String(),
  town: Type.String(),
  townName: Type.String(),
  state: Type.Enum([...states]),
  mayWrite: Type.Boolean(),
  /** Households checked since the last notice was posted: one of them needs another. */
  unnoticed: Type.Integer(),
  /** Households by state: how many lines, how much. */
  states: Type.Array(
    Type.Object({
      state: Type.Enum([...awardStates]),
      count: Type.Integer(),
      amount: Type.String(),
    }),
  ),
  /** The notice of the subsidies that is the last, and whether it is over with every objection answered. */
  notice: orNull(
    Type.Object({ postedOn: Type.String(), endsOn: Type.String(), over: Type.Boolean() }),
  ),
  batches: Type.Array(BatchRow),
});
export type SubsidyPage = Static<typeof SubsidyPage>;

export const BatchPage = Type.Object({
  ...batchRow,
  project: Type.String(),
  projectName: Type.String(),
  projectNumber: Type.String(),
  town: Type.String(),
  townName: Type.String(),
  deeds: Type.Array(
    Type.Object({ verb: Type.Enum([...batchVerbs]), needs: Type.Array(Type.String()) }),
  ),
  /** Of the request its receipt pays: above the batch's sum where one receipt pays for other things, too. */
  requestAmount: orNull(Type.String()),
  /** Requests for payment that wait for a receipt and have room for what was paid. */
  requests: Type.Array(
    Type.Object({
      id: Type.String(),
      askedOn: Type.String(),
      payee: Type.String(),
      amount: Type.String(),
    }),
  ),
  lines: Type.Array(
    Type.Object({
      position: Type.Integer(),
      head: Type.String(),
      village: Type.String(),
      item: Type.String(),
      accountTail: Type.String(),
      amount: Type.String(),
      result: orNull(Type.Enum([...results])),
      reason: orNull(Type.String()),
      /** The number of the batch it was tried again in. */
      again: orNull(Type.Integer()),
    }),
  ),
});
export type BatchPage = Static<typeof BatchPage>;

export const BatchDeed = Type.Object(
  {
    seen: Seen,
    reason: Type.Optional(orNull(Note)),
    request: Type.Optional(orNull(Id)),
    receipt: Type.Optional(orNull(Name)),
    day: Type.Optional(orNull(Day)),
    bookedOn: Type.Optional(orNull(Day)),
  },
  closed,
);
export type BatchDeed = Static<typeof BatchDeed>;
export const BatchDeedParams = Type.Object(
  { id: Id, verb: Type.Enum(batchVerbs.filter((verb) => verb !== 'answer')) },
  closed,
);
export const mostFileCharacters = 1_400_000;
export const TakeAnswer = Type.Object(
  {
    seen: Seen,
    /** The bank's file, base64. */
    file: Type.String({
      minLength: 4,
      maxLength: mostFileCharacters,
      pattern: '^[A-Za-z0-9+/]+={0,2}$',
    }),
  },
  closed,
);
export type TakeAnswer = Static<typeof TakeAnswer>;
/** Taken in whole, or not at all with everything that is wrong. */
export const AnswerTaken = Type.Object({
  taken: Type.Boolean(),
  paid: Type.Integer(),
  failed: Type.Integer(),
  faults: Type.Array(
    Type.Object({ line: Type.Integer(), code: Type.Enum([...faults]), said: Type.String() }),
  ),
});
export type AnswerTaken = Static<typeof AnswerTaken>;
export const BatchWritten = Type.Object({ id: Type.String(), state: Type.Enum([...batchStates]) });
