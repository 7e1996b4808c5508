/** Contracts and requests for payment of a project. Amounts are strings of fen, dates are days. */
import Type, { type Static } from 'typebox';
import { Fen, Seen } from '../platform/contract-values.ts';
import { closed, Day, Id, Name, Note, orNull } from '../teams/contract-values.ts';
import { contractKinds, contractStates, requestKinds, requestStates } from './codes.ts';
import { contractVerbs, requestVerbs } from './rules.ts';

const CreditCode = Type.String({ pattern: '^[0-9A-Z]{18}$' });

const contractHead = {
  number: Name,
  contractor: Name,
  contractorCode: orNull(CreditCode),
  /** Day of founding on the contractor's business licence. */
  contractorFounded: orNull(Day),
  signedOn: Day,
  amount: Fen,
  /** Thousandths kept back. */
  retention: Type.Integer({ minimum: 0, maximum: 200 }),
  retainedTo: orNull(Day),
};
export const RegisterContract = Type.Object(
  {
    kind: Type.Enum([...contractKinds]),
    /** The contract whose amount a variation or a settlement changes. */
    changes: orNull(Id),
    ...contractHead,
  },
  closed,
);
export type RegisterContract = Static<typeof RegisterContract>;
export const AmendContract = Type.Object({ ...contractHead, seen: Seen }, closed);
export type AmendContract = Static<typeof AmendContract>;

const requestHead = {
  kind: Type.Enum([...requestKinds]),
  amount: Fen,
  invoice: orNull(Name),
  payee: Name,
  /** Last four digits; more is not kept. */
  accountTail: orNull(Type.String({ pattern: '^[0-9]{4}$' })),
  askedOn: Day,
};
export const RegisterRequest = Type.Object({ contract: Id, ...requestHead }, closed);
export type RegisterRequest = Static<typeof RegisterRequest>;
export const AmendRequest = Type.Object({ ...requestHead, seen: Seen }, closed);
export type AmendRequest = Static<typeof AmendRequest>;

/** A deed on a contract or a request, with what it needs. */
export const MoneyDeed = Type.Object(
  {
    seen: Seen,
    reason: Type.Optional(orNull(Note)),
    /** What is said to the hints, where there are any. */
    explanation: Type.Optional(orNull(Note)),
    /** Number and day of the treasury's receipt. */
    receipt: Type.Optional(orNull(Name)),
    day: Type.Optional(orNull(Day)),
    /** Day it is booked on, where the month of its own day is closed. */
    bookedOn: Type.Optional(orNull(Day)),
  },
  closed,
);
export type MoneyDeed = Static<typeof MoneyDeed>;
export const ContractDeed = Type.Object(
  {
    ...MoneyDeed.properties,
    /** The contractor's day of founding as its licence has it, where that is corrected. */
    founded: Type.Optional(orNull(Day)),
  },
  closed,
);
export type ContractDeed = Static<typeof ContractDeed>;
const deeds = <V extends string>(all: readonly V[]) =>
  Type.Enum(all.filter((verb) => verb !== 'amend'));
export const ContractDeedParams = Type.Object({ id: Id, verb: deeds(contractVerbs) }, closed);
export const RequestDeedParams = Type.Object({ id: Id, verb: deeds(requestVerbs) }, closed);

const OpenDeed = <V extends string>(all: readonly V[]) =>
  Type.Object({
    verb: Type.Enum([...all]),
    needs: Type.Array(Type.String()),
    /** What stands in its way: codes with words of their own. */
    missing: Type.Array(Type.String()),
  });

/** What to look at before it goes on; it asks for an explanation and blocks nothing. */
export const MoneyHint = Type.Object({ code: Type.String(), about: Type.String() });
export type MoneyHint = Static<typeof MoneyHint>;

export const ContractRow = Type.Object({
  id: Type.String(),
  ...contractHead,
  kind: Type.Enum([...contractKinds]),
  changes: orNull(Type.String()),
  state: Type.Enum([...contractStates]),
  /** Since when it is ended, and what it is worth since. */
  endedOn: orNull(Type.String()),
  endedAmount: orNull(Type.String()),
  registeredBy: orNull(Type.String()),
  checkedBy: orNull(Type.String()),
  changedAt: Type.String(),
  deeds: Type.Array(OpenDeed(contractVerbs)),
});
export type ContractRow = Static<typeof ContractRow>;
export const RequestRow = Type.Object({
  id: Type.String(),
  contract: Type.String(),
  contractNumber: Type.String(),
  ...requestHead,
  state: Type.Enum([...requestStates]),
  explanation: orNull(Type.String()),
  receipt: orNull(Type.String()),
  paidOn: orNull(Type.String()),
  registeredBy: orNull(Type.String()),
  checkedBy: orNull(Type.String()),
  changedAt: Type.String(),
  deeds: Type.Array(OpenDeed(requestVerbs)),
  hints: Type.Array(MoneyHint),
});
export type RequestRow = Static<typeof RequestRow>;

export const ContractWritten = Type.Object({
  id: Type.String(),
  state: Type.Enum([...contractStates]),
});
export type ContractWritten = Static<typeof ContractWritten>;
export const RequestWritten = Type.Object({
  id: Type.String(),
  state: Type.Enum([...requestStates]),
});
export type RequestWritten = Static<typeof RequestWritten>;
