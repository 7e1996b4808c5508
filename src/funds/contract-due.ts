/** What each payer owes by the rule in force and by a trial. Amounts are strings of fen a year; weights add up to 1,000. */
import Type, { type Static } from 'typebox';
import { Fen } from '../platform/contract-values.ts';
import { closed, Day, Key } from '../teams/contract-values.ts';
import { duePayers } from './rules-due.ts';

export const DueTrialQuery = Type.Object(
  {
    place: Key,
    on: Day,
    /** Where the trial holds; the place itself unless told otherwise. */
    within: Type.Optional(Key),
    /** Fen a town and year. */
    average: Type.Optional(Fen),
    /** Parts in a thousand: province, assisting city, assisted city, county. */
    weights: Type.Optional(Type.String({ pattern: '^[0-9]{1,4}(,[0-9]{1,4}){3}$' })),
  },
  closed,
);
export type DueTrialQuery = Static<typeof DueTrialQuery>;

export const DueTrial = Type.Object({
  place: Type.String(),
  /** Towns a rule holds for, and towns of the fund for which none was found. */
  towns: Type.Integer(),
  unruled: Type.Integer(),
  now: Type.String(),
  trial: Type.String(),
  rows: Type.Array(
    Type.Object({
      payer: Type.Enum([...duePayers]),
      payerPlace: Type.String(),
      payerName: Type.String(),
      towns: Type.Integer(),
      now: Type.String(),
      trial: Type.String(),
    }),
  ),
});
export type DueTrial = Static<typeof DueTrial>;
