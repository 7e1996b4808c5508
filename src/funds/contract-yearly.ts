/** Carrying over at the end of a year, and execution month by month. Amounts are strings of fen, shares parts in a thousand. */
import Type, { type Static } from 'typebox';
import { closed, Key, Name, orNull, page, paging } from '../teams/contract-values.ts';
import { payers, programmes, sources } from './codes.ts';
import { ruleStates, ruleVerbs } from './codes-allocation.ts';
import { RuleEvent, Year, YearText } from './contract-allocation.ts';

const Text = Type.String();

/** The year whose end it is, and the basis. */
export const DraftCarryOver = Type.Object({ year: Year, document: Name }, closed);
export type DraftCarryOver = Static<typeof DraftCarryOver>;
export const CarryOverQuery = Type.Object({ place: Key, ...paging }, closed);
export const CarryOverRow = Type.Object({
  id: Text,
  office: Text,
  officeName: Text,
  year: Type.Integer(),
  state: Type.Enum([...ruleStates]),
  document: Text,
  draftedBy: Text,
  approvedBy: orNull(Text),
  changedAt: Text,
  left: Text,
  carried: Text,
  surplus: Text,
  verbs: Type.Array(Type.Enum([...ruleVerbs])),
});
export type CarryOverRow = Static<typeof CarryOverRow>;
export const CarryOverRows = page(CarryOverRow);
export const CarryOverLine = Type.Object({
  place: Text,
  placeName: Text,
  source: Type.Enum([...sources]),
  programme: Type.Enum([...programmes]),
  year: Type.Integer(),
  payer: Type.Enum([...payers]),
  payerName: Text,
  received: Text,
  committed: Text,
  spent: Text,
  carried: Text,
  surplus: Text,
  firstReceivedOn: orNull(Text),
});
export type CarryOverLine = Static<typeof CarryOverLine>;
export const CarryOverPage = Type.Object({
  ...CarryOverRow.properties,
  lines: Type.Array(CarryOverLine),
  events: Type.Array(RuleEvent),
});
export type CarryOverPage = Static<typeof CarryOverPage>;
export const CarryOverWritten = Type.Object({ id: Text, state: Type.Enum([...ruleStates]) });

const asked = {
  place: Key,
  /** Budget year. */
  year: YearText,
  programme: Type.Optional(Type.Enum([...programmes])),
};
const lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) };
export const ExecutionQuery = Type.Object(asked, closed);
export type ExecutionQuery = Static<typeof ExecutionQuery>;
export const ExecutionPlacesQuery = Type.Object(
  { ...asked, month: Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' }), ...paging },
  closed,
);
export const ExecutionCsvQuery = Type.Object({ ...asked, ...lang }, closed);

const measured = {
  /** From the beginning of the budget year to the end of the month. */
  received: Text,
  committed: Text,
  spent: Text,
  /** Parts in a thousand that shall be spent by then, by which document; null where no rule is known. */
  target: orNull(Type.Integer()),
  targetDocument: orNull(Text),
  /** What is still to be spent to reach it; null without a rule. */
  short: orNull(Text),
};
export const ExecutionMonth = Type.Object({ month: Text, ...measured });
export type ExecutionMonth = Static<typeof ExecutionMonth>;
/** What was booked within the calendar year, of which budget year's money. */
export const BookedInYear = Type.Object({
  year: Type.Integer(),
  received: Text,
  committed: Text,
  spent: Text,
});
export type BookedInYear = Static<typeof BookedInYear>;
export const Execution = Type.Object({
  place: Text,
  rows: Type.Array(ExecutionMonth),
  booked: Type.Array(BookedInYear),
});
export type Execution = Static<typeof Execution>;
export const ExecutionPlace = Type.Object({ place: Text, placeName: Text, ...measured });
export type ExecutionPlace = Static<typeof ExecutionPlace>;
export const ExecutionPlaces = page(ExecutionPlace);
