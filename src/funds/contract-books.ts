/** Proof of the books (平衡校验), and the statement of accounts (科目余额). Amounts are strings of fen. */
import Type, { type Static } from 'typebox';
import { closed, Key, orNull } from '../teams/contract-values.ts';
import { measures, programmes, sources } from './codes.ts';

const Text = Type.String();
export const ChecksQuery = Type.Object({ place: Key }, closed);
const CheckResult = Type.Object({
  rule: Text,
  /** How many rows break it, and the first of them. */
  count: Type.Integer(),
  firstRow: orNull(Text),
  found: orNull(Text),
  wanted: orNull(Text),
});
export const Checks = Type.Object({
  place: Text,
  placeName: Text,
  /** Whether the caller may prove the books of the place now. */
  may: Type.Boolean(),
  last: orNull(
    Type.Object({
      id: Text,
      ranAt: Text,
      ranBy: Text,
      entries: Text,
      broken: Type.Integer(),
      results: Type.Array(CheckResult),
    }),
  ),
});
export type Checks = Static<typeof Checks>;
export const RunCheck = Type.Object({ place: Key }, closed);
export const CheckRan = Type.Object({ id: Text, broken: Type.Integer() });

export const BalancesQuery = Type.Object(
  {
    place: Key,
    programme: Type.Optional(Type.Enum([...programmes])),
    year: Type.Optional(Type.String({ pattern: '^20[0-9]{2}$' })),
  },
  closed,
);
export const BalanceRow = Type.Object({
  holder: Type.Enum(['payer', 'place']),
  source: Type.Enum([...sources]),
  programme: Type.Enum([...programmes]),
  measure: Type.Enum([...measures]),
  year: Type.Integer(),
  accounts: Type.Integer(),
  debit: Text,
  credit: Text,
  /** Debit less credit. */
  balance: Text,
});
export type BalanceRow = Static<typeof BalanceRow>;
export const Balances = Type.Object({
  rows: Type.Array(BalanceRow),
  debit: Text,
  credit: Text,
  balance: Text,
  /** Whether both sides come out the same. */
  balanced: Type.Boolean(),
});
export type Balances = Static<typeof Balances>;
