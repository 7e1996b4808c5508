/** Use plans on the wire. Amounts are strings of fen, dates are days. */
import Type, { type Static } from 'typebox';
import { payers, programmes, sources } from '../funds/codes.ts';
import { Fen, Seen, Title } from '../platform/contract-values.ts';
import { states as projectStates } from '../projects/codes.ts';
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
import { changes, kinds, problemCodes, states, verbs } from './codes.ts';

const Year = Type.Integer({ minimum: 2021, maximum: 2099 });

const head = { title: Title, basis: orNull(Note) };
export const DraftPlan = Type.Object(
  { ...head, programme: Type.Enum([...programmes]), year: Year },
  closed,
);
export type DraftPlan = Static<typeof DraftPlan>;
export const AdjustPlan = Type.Object(head, closed);
export type AdjustPlan = Static<typeof AdjustPlan>;

const money = {
  document: Name,
  payer: Type.Enum([...payers]),
  payerPlace: Key,
  source: Type.Enum([...sources]),
};
export const SaidLine = Type.Object(
  {
    ...money,
    /** Name of a task of the same plan. */
    task: orNull(Name),
    /** A town of the county, or the county itself where the money is still with it. */
    place: Key,
    /** Null where it is held in reserve. */
    project: orNull(Id),
    amount: Fen,
    note: orNull(Name),
  },
  closed,
);
export type SaidLine = Static<typeof SaidLine>;
export const SaidTask = Type.Object(
  { name: Name, binding: Type.Boolean(), document: orNull(Name) },
  closed,
);
export type SaidTask = Static<typeof SaidTask>;
/** The whole plan as it shall be; `seen` is the state it was changed from. */
export const AmendPlan = Type.Object(
  {
    ...head,
    tasks: Type.Array(SaidTask, { maxItems: 60 }),
    lines: Type.Array(SaidLine, { maxItems: 3000 }),
    seen: Seen,
  },
  closed,
);
export type AmendPlan = Static<typeof AmendPlan>;
export const SeenBody = Type.Object({ seen: Seen }, closed);
export const ReasonBody = Type.Object({ reason: Note }, closed);
export const FilePlan = Type.Object({ reference: Name, filedOn: Day, seen: Seen }, closed);
export type FilePlan = Static<typeof FilePlan>;

export const PlanRow = Type.Object({
  id: Type.String(),
  place: Type.String(),
  placeName: Type.String(),
  programme: Type.Enum([...programmes]),
  year: Type.Integer(),
  version: Type.Integer(),
  kind: Type.Enum([...kinds]),
  title: Type.String(),
  state: Type.Enum([...states]),
  /** Whether it is the version in force: the last one approved. */
  inForce: Type.Boolean(),
  /** What the county's towns received of the programme and year so far. */
  received: Type.String(),
  /** Of its lines: what projects get, and what is held in reserve. */
  arranged: Type.String(),
  reserved: Type.String(),
  changedAt: Type.String(),
});
export type PlanRow = Static<typeof PlanRow>;
export const PlanQuery = Type.Object(
  {
    place: Key,
    programme: Type.Optional(Type.Enum([...programmes])),
    year: Type.Optional(Type.String({ pattern: '^20[0-9]{2}$' })),
    state: Type.Optional(Type.Enum([...states])),
    ...paging,
  },
  closed,
);
export const PlanRows = page(PlanRow);

/** A county that received money of a year and has no plan of it. */
export const MissingRow = Type.Object({
  place: Type.String(),
  placeName: Type.String(),
  programme: Type.Enum([...programmes]),
  year: Type.Integer(),
  received: Type.String(),
});
export type MissingRow = Static<typeof MissingRow>;
const { state: _, ...asked } = PlanQuery.properties;
export const MissingQuery = Type.Object(asked, closed);
/** With the place that was asked for. */
export const MissingRows = Type.Object({ place: Type.String(), ...page(MissingRow).properties });

const shown = { ...money, document: Type.String(), payerPlace: Type.String() };
export const ReceiptRow = Type.Object({
  ...shown,
  payerName: Type.String(),
  place: Type.String(),
  placeName: Type.String(),
  /** The document's title and id, where the ledger has it. */
  title: orNull(Type.String()),
  documentId: orNull(Type.String()),
  received: Type.String(),
});
export type ReceiptRow = Static<typeof ReceiptRow>;
export const LineRow = Type.Object({
  id: Type.String(),
  ...shown,
  payerName: Type.String(),
  task: orNull(Type.String()),
  place: Type.String(),
  placeName: Type.String(),
  project: orNull(Type.String()),
  number: orNull(Type.String()),
  projectName: orNull(Type.String()),
  amount: Type.String(),
  note: orNull(Type.String()),
});
export type LineRow = Static<typeof LineRow>;
export const TaskRow = Type.Object({
  name: Type.String(),
  binding: Type.Boolean(),
  document: orNull(Type.String()),
});
export type TaskRow = Static<typeof TaskRow>;
/** What does not close or is to be looked at: a code with what its words are filled with. */
export const ProblemRow = Type.Object({
  code: Type.Enum([...problemCodes]),
  /** Whether it keeps the plan from being handed in. */
  blocks: Type.Boolean(),
  amount: orNull(Type.String()),
  place: Type.String(),
  placeName: Type.String(),
  document: orNull(Type.String()),
  payerName: orNull(Type.String()),
  source: orNull(Type.Enum([...sources])),
  task: orNull(Type.String()),
  project: orNull(Type.String()),
  /** Number and name of the project. */
  projectName: orNull(Type.String()),
});
export type ProblemRow = Static<typeof ProblemRow>;

export const PlanPage = Type.Object({
  ...PlanRow.properties,
  basis: orNull(Type.String()),
  basedOn: orNull(Type.String()),
  registeredBy: orNull(Type.String()),
  approvedBy: orNull(Type.String()),
  approvedOn: orNull(Type.String()),
  reference: orNull(Type.String()),
  filedOn: orNull(Type.String()),
  receipts: Type.Array(ReceiptRow),
  tasks: Type.Array(TaskRow),
  lines: Type.Array(LineRow),
  problems: Type.Array(ProblemRow),
  /** Every version of the county's programme and year that was not discarded. */
  versions: Type.Array(
    Type.Object({
      id: Type.String(),
      version: Type.Integer(),
      kind: Type.Enum([...kinds]),
      state: Type.Enum([...states]),
    }),
  ),
  events: Type.Array(
    Type.Object({
      verb: Type.Enum([...verbs]),
      state: Type.Enum([...states]),
      reason: orNull(Type.String()),
      by: orNull(Type.String()),
      at: Type.String(),
    }),
  ),
  /** What the caller may do to it now. */
  verbs: Type.Array(Type.Enum([...verbs])),
  /** Whether the caller may make an adjustment of it. */
  adjustable: Type.Boolean(),
});
export type PlanPage = Static<typeof PlanPage>;
export const PlanWritten = Type.Object({ id: Type.String(), state: Type.Enum([...states]) });
export type PlanWritten = Static<typeof PlanWritten>;

/** What lines are chosen from beside what was received: towns, projects with what their budgets have of the year, tasks. */
export const Choices = Type.Object({
  towns: Type.Array(Type.Object({ place: Type.String(), name: Type.String() })),
  projects: Type.Array(
    Type.Object({
      id: Type.String(),
      number: Type.String(),
      name: Type.String(),
      place: Type.String(),
      placeName: Type.String(),
      state: Type.Enum([...projectStates]),
      bindingTask: orNull(Type.String()),
      budget: Type.Array(
        Type.Object({
          payer: Type.Enum([...payers]),
          payerPlace: Type.String(),
          source: Type.Enum([...sources]),
          amount: Type.String(),
        }),
      ),
    }),
  ),
  /** Of the task lists of the documents that are known here. */
  tasks: Type.Array(TaskRow),
});
export type Choices = Static<typeof Choices>;

export const ComparisonRow = Type.Object({
  change: Type.Enum([...changes]),
  line: LineRow,
  before: Type.String(),
  after: Type.String(),
});
export type ComparisonRow = Static<typeof ComparisonRow>;
export const Comparison = Type.Object({
  plan: PlanRow,
  /** The version it changes. */
  before: PlanRow,
  rows: Type.Array(ComparisonRow),
});
export type Comparison = Static<typeof Comparison>;
export const CsvQuery = Type.Object({ lang: Type.Optional(Type.Enum(['zh', 'en'])) }, closed);
