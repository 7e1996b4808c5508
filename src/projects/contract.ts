/** Projects. Amounts are strings of fen, dates are days, places keys of twelve digits. */
import Type, { type Static } from 'typebox';
import { payers, programmes, sources } from '../funds/codes.ts';
import { Fen, Seen } from '../platform/contract-values.ts';
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
import {
  adjustmentStates,
  benefitLinks,
  caseKinds,
  clearances,
  documentKinds,
  noticeStages,
  shortfallKinds,
  states,
  tasks,
  verbs,
} from './codes.ts';
import { ContractRow, RequestRow } from './contract-money.ts';
import { adjustmentVerbs } from './rules-corrections.ts';

const Text = Type.String({
  minLength: 1,
  maxLength: 2000,
  pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$',
});
const Count = Type.Integer({ minimum: 0, maximum: 10_000_000 });
const Year = Type.Integer({ minimum: 2021, maximum: 2099 });

export const BudgetLine = Type.Object(
  {
    payer: Type.Enum([...payers]),
    payerPlace: Key,
    source: Type.Enum([...sources]),
    programme: Type.Enum([...programmes]),
    year: Year,
    amount: Fen,
  },
  closed,
);
export type BudgetLine = Static<typeof BudgetLine>;

const head = {
  name: Name,
  year: Year,
  task: Type.Enum([...tasks]),
  category: orNull(Name),
  bindingTask: orNull(Name),
  content: Text,
  implementer: Name,
  operating: Type.Boolean(),
  light: Type.Boolean(),
  villages: Type.Array(Key, { maxItems: 60, uniqueItems: true }),
  households: Count,
  people: Count,
  lifted: Count,
  monitored: Count,
  benefitLink: orNull(Type.Enum([...benefitLinks])),
  benefitNote: orNull(Note),
  land: Type.Enum([...clearances]),
  environment: Type.Enum([...clearances]),
  target: orNull(Note),
  result: orNull(Note),
  plannedFrom: orNull(Day),
  plannedTo: orNull(Day),
};
const parts = {
  /** Shortfalls of the town it fills. */
  shortfalls: Type.Array(Id, { maxItems: 30, uniqueItems: true }),
  budget: Type.Array(BudgetLine, { maxItems: 20 }),
};
export const RegisterProject = Type.Object({ town: Key, ...head, ...parts }, closed);
export type RegisterProject = Static<typeof RegisterProject>;
export const AmendProject = Type.Object({ ...head, ...parts, seen: Seen }, closed);
export type AmendProject = Static<typeof AmendProject>;

export const ProposeAdjustment = Type.Object(
  { seen: Seen, reason: Note, budget: Type.Array(BudgetLine, { minItems: 1, maxItems: 20 }) },
  closed,
);
export type ProposeAdjustment = Static<typeof ProposeAdjustment>;
export const AdjustmentParams = Type.Object(
  { id: Id, verb: Type.Enum([...adjustmentVerbs]) },
  closed,
);
export const AdjustmentDeed = Type.Object(
  { seen: Seen, reason: Type.Optional(orNull(Note)) },
  closed,
);
export type AdjustmentDeed = Static<typeof AdjustmentDeed>;
export const AdjustmentWritten = Type.Object({
  id: Type.String(),
  state: Type.Enum([...adjustmentStates]),
});
/** An adjustment of the budget: what was and what is asked for, source by source. */
export const AdjustmentRow = Type.Object({
  id: Type.String(),
  state: Type.Enum([...adjustmentStates]),
  reason: Type.String(),
  answer: orNull(Type.String()),
  proposedOn: Type.String(),
  proposedBy: orNull(Type.String()),
  decidedOn: orNull(Type.String()),
  decidedBy: orNull(Type.String()),
  changedAt: Type.String(),
  lines: Type.Array(
    Type.Object({
      payer: BudgetLine.properties.payer,
      payerPlace: Type.String(),
      payerName: Type.String(),
      source: BudgetLine.properties.source,
      programme: BudgetLine.properties.programme,
      year: Type.Integer(),
      before: Type.String(),
      after: Type.String(),
    }),
  ),
  deeds: Type.Array(
    Type.Object({
      verb: Type.Enum([...adjustmentVerbs]),
      needs: Type.Array(Type.String()),
      missing: Type.Array(Type.String()),
    }),
  ),
});
export type AdjustmentRow = Static<typeof AdjustmentRow>;

/** A step with what it needs: a reason, a business day, a per cent of the work. */
export const StepBody = Type.Object(
  {
    seen: Seen,
    reason: Type.Optional(orNull(Note)),
    day: Type.Optional(orNull(Day)),
    progress: Type.Optional(orNull(Type.Integer({ minimum: 0, maximum: 100 }))),
  },
  closed,
);
export type StepBody = Static<typeof StepBody>;
export const StepParams = Type.Object(
  {
    id: Id,
    verb: Type.Enum(verbs.filter((verb) => !['register', 'amend', 'transfer'].includes(verb))),
  },
  closed,
);

export const TransferProject = Type.Object({ seen: Seen, to: Id, reason: Note }, closed);
export type TransferProject = Static<typeof TransferProject>;
/** Who of the town may be put in charge of a project. */
export const Handlers = Type.Object({
  projectName: Type.String(),
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});

/** A verb somebody may do, with what still stands in its way: codes with words of their own. */
export const OpenStep = Type.Object({
  verb: Type.Enum([...verbs]),
  needs: Type.Array(
    Type.Union([Type.Literal('reason'), Type.Literal('day'), Type.Literal('progress')]),
  ),
  missing: Type.Array(Type.String()),
});
export type OpenStep = Static<typeof OpenStep>;

export const ProjectRow = Type.Object({
  id: Type.String(),
  town: Type.String(),
  townName: Type.String(),
  countyName: Type.String(),
  number: Type.String(),
  name: Type.String(),
  year: Type.Integer(),
  task: Type.Enum([...tasks]),
  state: Type.Enum([...states]),
  stateSince: Type.String(),
  /** The last day it may stay in its state, where a rule says so. */
  due: orNull(Type.String()),
  operating: Type.Boolean(),
  light: Type.Boolean(),
  bindingTask: orNull(Type.String()),
  progress: Type.Integer(),
  budget: Type.String(),
  committed: Type.String(),
  spent: Type.String(),
  plannedFrom: orNull(Type.String()),
  plannedTo: orNull(Type.String()),
  changedAt: Type.String(),
});
export type ProjectRow = Static<typeof ProjectRow>;
export const ProjectQuery = Type.Object(
  {
    place: Key,
    state: Type.Optional(Type.Enum([...states])),
    task: Type.Optional(Type.Enum([...tasks])),
    year: Type.Optional(Type.String({ pattern: '^20[0-9]{2}$' })),
    words: Type.Optional(Type.String({ maxLength: 120, pattern: '^[^\\u0000]*$' })),
    /** Projects whose budget has money of a line of the quota book: its source, programme and budget year. */
    source: Type.Optional(Type.Enum([...sources])),
    programme: Type.Optional(Type.Enum([...programmes])),
    moneyYear: Type.Optional(Type.String({ pattern: '^20[0-9]{2}$' })),
    ...paging,
  },
  closed,
);
export type ProjectFilters = Omit<Static<typeof ProjectQuery>, 'place' | 'after' | 'limit'>;
export const ProjectRows = page(ProjectRow);

export const Notice = Type.Object({
  id: Type.String(),
  stage: Type.Enum([...noticeStages]),
  postedOn: Type.String(),
  endsOn: Type.String(),
  placePosted: Type.String(),
  objections: Type.Array(
    Type.Object({
      id: Type.String(),
      receivedOn: Type.String(),
      said: Type.String(),
      answer: orNull(Type.String()),
      answeredOn: orNull(Type.String()),
    }),
  ),
});
export type Notice = Static<typeof Notice>;
export const ProjectDocument = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...documentKinds]),
  title: Type.String(),
  number: orNull(Type.String()),
  dated: Type.String(),
  by: orNull(Type.String()),
});
export const BudgetRow = Type.Object({
  ...BudgetLine.properties,
  id: Type.String(),
  payerName: Type.String(),
  held: Type.String(),
  /** What of the quota it is drawn from no project holds; its own part counts as left. */
  left: Type.String(),
  committed: Type.String(),
  spent: Type.String(),
});
export type BudgetRow = Static<typeof BudgetRow>;

export const ProjectPage = Type.Object({
  ...ProjectRow.properties,
  category: orNull(Type.String()),
  content: Type.String(),
  implementer: Type.String(),
  villages: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
  households: Type.Integer(),
  people: Type.Integer(),
  lifted: Type.Integer(),
  monitored: Type.Integer(),
  benefitLink: orNull(Type.Enum([...benefitLinks])),
  benefitNote: orNull(Type.String()),
  land: Type.Enum([...clearances]),
  environment: Type.Enum([...clearances]),
  target: orNull(Type.String()),
  result: orNull(Type.String()),
  startedOn: orNull(Type.String()),
  completedOn: orNull(Type.String()),
  acceptedOn: orNull(Type.String()),
  settledOn: orNull(Type.String()),
  handedOn: orNull(Type.String()),
  steps: Type.Array(OpenStep),
  /** Who is in charge, and whether the caller may put somebody else there. */
  handledBy: orNull(Type.String()),
  mayTransfer: Type.Boolean(),
  /** Whether the caller's office may write its contracts, requests, notices and papers. */
  mayWrite: Type.Boolean(),
  shortfalls: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      closedOn: orNull(Type.String()),
    }),
  ),
  budgetLines: Type.Array(BudgetRow),
  /** Whether an adjustment of the budget may be proposed now. */
  mayAdjust: Type.Boolean(),
  adjustments: Type.Array(AdjustmentRow),
  contracts: Type.Array(ContractRow),
  requests: Type.Array(RequestRow),
  notices: Type.Array(Notice),
  documents: Type.Array(ProjectDocument),
  events: Type.Array(
    Type.Object({
      kind: Type.Enum([...caseKinds]),
      verb: Type.String(),
      state: Type.String(),
      /** Number of the contract, or kind of the request, where it is about one. */
      about: orNull(Type.String()),
      reason: orNull(Type.String()),
      by: orNull(Type.String()),
      at: Type.String(),
    }),
  ),
});
export type ProjectPage = Static<typeof ProjectPage>;

export const ProjectWritten = Type.Object({
  id: Type.String(),
  state: Type.Enum([...states]),
});
export type ProjectWritten = Static<typeof ProjectWritten>;

/** What every town counts by state, for the board. */
export const Board = Type.Object({
  columns: Type.Array(
    Type.Object({
      state: Type.Enum([...states]),
      count: Type.Integer(),
      budget: Type.String(),
      /** The first of them, latest first. */
      rows: Type.Array(ProjectRow),
    }),
  ),
});
export type Board = Static<typeof Board>;
export const PlaceQuery = Type.Object({ place: Key }, closed);

export const AddShortfall = Type.Object(
  { town: Key, kind: Type.Enum([...shortfallKinds]), name: Name, foundOn: Day },
  closed,
);
export const ShortfallRow = Type.Object({
  id: Type.String(),
  town: Type.String(),
  townName: Type.String(),
  kind: Type.Enum([...shortfallKinds]),
  name: Type.String(),
  foundOn: Type.String(),
  closedOn: orNull(Type.String()),
  project: orNull(Type.String()),
  projectName: orNull(Type.String()),
});
export type ShortfallRow = Static<typeof ShortfallRow>;
export const ShortfallQuery = Type.Object(
  { place: Key, kind: Type.Optional(Type.Enum([...shortfallKinds])), ...paging },
  closed,
);
export const ShortfallRows = page(ShortfallRow);

export const PostNotice = Type.Object(
  { stage: Type.Enum([...noticeStages]), postedOn: Day, endsOn: Day, placePosted: Name },
  closed,
);
export const TakeObjection = Type.Object({ receivedOn: Day, said: Note }, closed);
export const AnswerObjection = Type.Object({ answer: Note, answeredOn: Day }, closed);
export const AddDocument = Type.Object(
  { kind: Type.Enum([...documentKinds]), title: Name, number: orNull(Name), dated: Day },
  closed,
);
export const Added = Type.Object({ id: Type.String() });

/** What waits for the caller's office: a case, since when, and until when where a rule says so. */
export const Matter = Type.Object({
  kind: Type.Enum([...caseKinds]),
  project: Type.String(),
  projectName: Type.String(),
  town: Type.String(),
  townName: Type.String(),
  about: orNull(Type.String()),
  state: Type.String(),
  verb: Type.String(),
  since: Type.String(),
  due: orNull(Type.String()),
  amount: orNull(Type.String()),
  handledBy: orNull(Type.String()),
  /** Whether the caller is in charge of its project. */
  own: Type.Boolean(),
});
export type Matter = Static<typeof Matter>;
/** The most urgent first; `total` counts those that are not listed as well. */
export const Matters = Type.Object({ rows: Type.Array(Matter), total: Type.Integer() });
export type Matters = Static<typeof Matters>;
