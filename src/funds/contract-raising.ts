/** A city's plan of how it raises what it provides in a budget year. Amounts are strings of fen. */
import Type, { type Static } from 'typebox';
import { Fen, Seen, Title } from '../platform/contract-values.ts';
import { closed, Day, Key, Name, orNull, page, paging } from '../teams/contract-values.ts';
import { programmes } from './codes.ts';
import { raisers, ruleStates, ruleVerbs } from './codes-allocation.ts';
import { RuleEvent, Year, YearText } from './contract-allocation.ts';

const head = {
  payer: Type.Enum([...raisers]),
  programme: Type.Enum([...programmes]),
  year: Year,
  title: Title,
  document: Name,
};
const instalments = {
  instalments: Type.Array(Type.Object({ dueOn: Day, amount: Fen, note: orNull(Name) }, closed), {
    minItems: 1,
    maxItems: 60,
  }),
};
export const DraftPlan = Type.Object({ ...head, ...instalments }, closed);
export type DraftPlan = Static<typeof DraftPlan>;
export const AmendPlan = Type.Object({ ...head, ...instalments, seen: Seen }, closed);

export const PlanRow = Type.Object({
  id: Type.String(),
  payer: head.payer,
  programme: head.programme,
  year: Type.Integer(),
  state: Type.Enum([...ruleStates]),
  title: Type.String(),
  document: Type.String(),
  office: Type.String(),
  officeName: Type.String(),
  /** Sum of its instalments. */
  amount: Type.String(),
  draftedBy: Type.String(),
  approvedBy: orNull(Type.String()),
  changedAt: Type.String(),
  verbs: Type.Array(Type.Enum([...ruleVerbs])),
});
export type PlanRow = Static<typeof PlanRow>;
export const PlanQuery = Type.Object(
  { place: Key, state: Type.Optional(Type.Enum([...ruleStates])), ...paging },
  closed,
);
export const PlanRows = page(PlanRow);

const money = {
  /** By the rule, of the whole year. */
  due: Type.String(),
  planned: Type.String(),
  /** Planned until the day asked, and provided until then: remitted of an assisting city, else received. */
  plannedToDate: Type.String(),
  provided: Type.String(),
  behind: Type.String(),
};
export const PlanPage = Type.Object({
  ...PlanRow.properties,
  ...money,
  instalments: Type.Array(
    Type.Object({
      dueOn: Type.String(),
      amount: Type.String(),
      planned: Type.String(),
      note: orNull(Type.String()),
      met: Type.Enum(['met', 'partly', 'behind', 'to_come']),
    }),
  ),
  events: Type.Array(RuleEvent),
});
export type PlanPage = Static<typeof PlanPage>;
export const PlanWritten = Type.Object({ id: Type.String(), state: Type.Enum([...ruleStates]) });
export type PlanWritten = Static<typeof PlanWritten>;

export const RaisingQuery = Type.Object({ place: Key, year: YearText, on: Day }, closed);
export const RaisingRows = Type.Object({
  rows: Type.Array(
    Type.Object({
      payer: head.payer,
      payerPlace: Type.String(),
      payerName: Type.String(),
      programme: head.programme,
      ...money,
      /** The approved plan; null where there is none. */
      plan: orNull(Type.String()),
    }),
  ),
});
export type RaisingRow = Static<typeof RaisingRows>['rows'][number];
