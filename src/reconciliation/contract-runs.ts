/** Runs of reconciliation: what was matched, what is said to the rest, and the statement of differences. */
import Type, { type Static } from 'typebox';
import { programmes } from '../funds/codes.ts';
import { Seen } from '../platform/contract-values.ts';
import { closed, Id, Key, Note, orNull, page, paging } from '../teams/contract-values.ts';
import { bases, reasons, results, runStates, runVerbs, sourceKinds } from './codes.ts';

const Text = Type.String();
const Count = Type.Integer();
const Day = Type.String({ format: 'date', pattern: '^20(2[1-9]|[3-9][0-9])-' });
/** What one side of a pair goes by within its run. */
const LineKey = Type.String({ minLength: 1, maxLength: 300 });

export const OpenRun = Type.Object(
  {
    source: Id,
    programme: Type.Enum([...programmes]),
    from: Day,
    to: Day,
    daysApart: Type.Integer({ minimum: 0, maximum: 31 }),
  },
  closed,
);
export type OpenRun = Static<typeof OpenRun>;
export const SeenBody = Type.Object({ seen: Seen }, closed);
export const ReasonBody = Type.Object({ reason: Note, seen: Seen }, closed);
export const PairBody = Type.Object({ ours: LineKey, theirs: LineKey, reason: Note }, closed);
export const PartBody = Type.Object({ item: Id, reason: Note }, closed);
export const ExplainBody = Type.Object(
  {
    items: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
    /** Null takes back what was said. */
    reason: orNull(Type.Enum([...reasons])),
    note: orNull(Note),
  },
  closed,
);

export const RunRow = Type.Object({
  id: Text,
  source: Text,
  sourceName: Text,
  kind: Type.Enum([...sourceKinds]),
  programme: Type.Enum([...programmes]),
  from: Text,
  to: Text,
  daysApart: Count,
  state: Type.Enum([...runStates]),
  office: Text,
  officeName: Text,
  finishedBy: orNull(Text),
  confirmedBy: orNull(Text),
  /** Null until it was matched. */
  matchedAt: orNull(Text),
  changedAt: Text,
  /** How many pairs and single lines of each result. */
  counts: Type.Object(Object.fromEntries(results.map((one) => [one, Count])) as CountShape),
  /** Differences nobody said anything to yet. */
  open: Count,
  /** What the caller may do to it now. */
  verbs: Type.Array(Type.Enum([...runVerbs])),
});
type CountShape = Record<(typeof results)[number], typeof Count>;
export type RunRow = Static<typeof RunRow>;
export const RunQuery = Type.Object(
  { place: Key, state: Type.Optional(Type.Enum([...runStates])), ...paging },
  closed,
);
export const RunRows = page(RunRow);

const Side = Type.Object({ count: Count, amount: Text });
export const RunPage = Type.Object({
  ...RunRow.properties,
  statement: Type.Object({
    ours: Side,
    theirs: Side,
    matched: Side,
    theirsOnly: Side,
    oursOnly: Side,
    /** Theirs less ours. */
    differs: Side,
    adjusted: Text,
    gap: Text,
    closes: Type.Boolean(),
    /** Of each side the parts by what is said to them; '' is what nobody said anything to. */
    parts: Type.Array(
      Type.Object({
        result: Type.Enum([...results]),
        reason: orNull(Type.Enum([...reasons])),
        count: Count,
        amount: Text,
      }),
    ),
  }),
  /** Payments asked for and not yet paid, which count nowhere. */
  requested: Side,
  events: Type.Array(
    Type.Object({
      verb: Type.Enum([...runVerbs]),
      state: Type.Enum([...runStates]),
      reason: orNull(Text),
      by: Text,
      at: Text,
    }),
  ),
});
export type RunPage = Static<typeof RunPage>;

export const ItemQuery = Type.Object(
  {
    result: Type.Optional(Type.Enum([...results])),
    /** Only differences, or only those nobody said anything to. */
    only: Type.Optional(Type.Enum(['differences', 'open'])),
    ...paging,
  },
  closed,
);
export const ItemRow = Type.Object({
  id: Text,
  result: Type.Enum([...results]),
  basis: orNull(Type.Enum([...bases])),
  /** Lines that might belong together have it in common. */
  cluster: Text,
  day: Text,
  oursKey: orNull(Text),
  oursNumber: orNull(Text),
  oursOn: orNull(Text),
  oursAmount: orNull(Text),
  oursNote: orNull(Text),
  /** How many entries make it up. */
  oursEntries: orNull(Count),
  theirsKey: orNull(Text),
  theirsNumber: orNull(Text),
  theirsOn: orNull(Text),
  theirsAmount: orNull(Text),
  theirsPayee: orNull(Text),
  theirsLines: orNull(Count),
  reason: orNull(Type.Enum([...reasons])),
  note: orNull(Text),
  explainedBy: orNull(Text),
});
export type ItemRow = Static<typeof ItemRow>;
export const ItemRows = page(ItemRow);

export const RunWritten = Type.Object({ id: Text, state: Type.Enum([...runStates]) });
export type RunWritten = Static<typeof RunWritten>;
export const StatementCsvQuery = Type.Object(
  { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) },
  closed,
);
