/** Findings of supervision. Amounts are strings of fen, dates are days. */
import Type, { type Static } from 'typebox';
import { Seen, said } from '../platform/contract-values.ts';
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
import { deeds, hintKinds, objectKinds, outside, sources, states, verbs } from './codes.ts';

const Code = Type.String({ pattern: '^[a-z][a-z_]{1,40}$' });
const Fen = Type.String({ pattern: '^[0-9]{1,14}$' });
const Said = Type.String({ minLength: 1, maxLength: 1000, pattern: said });

/** What the words of a rule are filled with; keys that end in Fen are amounts. */
const Facts = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]));
export type Facts = Static<typeof Facts>;
/** A row it rests on. `code` is the key of words that name it where it has no name of its own. */
const Evidence = Type.Object({
  kind: Type.String(),
  id: Type.String(),
  name: orNull(Type.String()),
  code: orNull(Type.String()),
  project: orNull(Type.String()),
  amount: orNull(Type.String()),
  day: orNull(Type.String()),
});
export type Evidence = Static<typeof Evidence>;

export const FindingRow = Type.Object({
  id: Type.String(),
  source: Type.Enum([...sources]),
  rule: orNull(Type.String()),
  paper: orNull(Type.String()),
  title: orNull(Type.String()),
  place: Type.String(),
  placeName: Type.String(),
  facts: Facts,
  amount: Type.String(),
  state: Type.Enum([...states]),
  foundOn: Type.String(),
  goneOn: orNull(Type.String()),
  owner: orNull(Type.String()),
  ownerName: orNull(Type.String()),
  replyBy: orNull(Type.String()),
  overdue: Type.Boolean(),
  changedAt: Type.String(),
});
export type FindingRow = Static<typeof FindingRow>;
export const FindingQuery = Type.Object(
  {
    place: Key,
    state: Type.Optional(Type.Enum([...states])),
    rule: Type.Optional(Code),
    source: Type.Optional(Type.Enum([...sources])),
    /** 'open': something is still to be done; 'overdue': the reply is late. */
    waiting: Type.Optional(Type.Enum(['open', 'overdue'])),
    project: Type.Optional(Id),
    ...paging,
  },
  closed,
);
export const FindingRows = page(FindingRow);

const Step = Type.Object({
  verb: Type.Enum([...deeds]),
  needs: Type.Array(Type.Enum(['said', 'owner', 'reply_by'])),
});
export const FindingPage = Type.Object({
  ...FindingRow.properties,
  ruleVersion: orNull(Type.Integer()),
  objectKind: orNull(Type.Enum([...objectKinds])),
  project: orNull(Type.String()),
  evidence: Type.Array(Evidence),
  /** Rows of evidence outside the reader's places. */
  elsewhere: Type.Integer(),
  /** Rows beyond the first ones, which alone are kept. */
  further: Type.Integer(),
  aboutPeople: Type.Boolean(),
  decidedOn: orNull(Type.String()),
  appealed: Type.Boolean(),
  /** What the caller may do now, each with what is to be said. */
  steps: Type.Array(Step),
  /** Offices the caller may make the owner. */
  owners: Type.Array(Type.Object({ key: Type.String(), name: Type.String() })),
  events: Type.Array(
    Type.Object({
      verb: Type.Enum([...verbs]),
      state: Type.Enum([...states]),
      said: orNull(Type.String()),
      by: orNull(Type.String()),
      office: orNull(Type.String()),
      owner: orNull(Type.String()),
      replyBy: orNull(Type.String()),
      at: Type.String(),
    }),
  ),
});
export type FindingPage = Static<typeof FindingPage>;

export const EnterProblem = Type.Object(
  {
    place: Key,
    source: Type.Enum([...outside]),
    paper: Name,
    title: Type.String({ minLength: 1, maxLength: 200, pattern: said }),
    said: orNull(Said),
    amount: Fen,
    foundOn: Day,
    project: orNull(Id),
    owner: Key,
    replyBy: Day,
  },
  closed,
);
export type EnterProblem = Static<typeof EnterProblem>;
export const Assign = Type.Object({ owner: Key, replyBy: Day, seen: Seen }, closed);
export const Say = Type.Object({ said: Said, seen: Seen }, closed);
/** With a new day to answer by where it goes back to be explained. */
export const GiveBack = Type.Object({ said: Said, replyBy: orNull(Day), seen: Seen }, closed);
export const FindingWritten = Type.Object({ id: Type.String(), state: Type.Enum([...states]) });
export type FindingWritten = Static<typeof FindingWritten>;

const Value = Type.Union([
  Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 }),
  Type.Array(Type.String({ minLength: 1, maxLength: 20, pattern: said }), { maxItems: 100 }),
]);
export const Values = Type.Record(Type.String({ pattern: '^[a-z_]{1,30}$' }), Value);
const ruleHead = {
  code: Type.String(),
  version: Type.Integer(),
  enabled: Type.Boolean(),
  blocking: Type.Boolean(),
  replyDays: orNull(Type.Integer()),
  values: Values,
};
export const RuleRow = Type.Object({
  ...ruleHead,
  people: Type.Boolean(),
  inline: Type.Boolean(),
  parameters: Type.Array(
    Type.Object({
      name: Type.String(),
      unit: Type.String(),
      least: Type.Integer(),
      most: Type.Integer(),
      fallback: Type.Union([Type.Integer(), Type.Array(Type.String())]),
    }),
  ),
  /** Findings of it in the caller's places that are still open. */
  open: Type.Integer(),
  lastRun: orNull(
    Type.Object({
      today: Type.String(),
      at: Type.String(),
      version: Type.Integer(),
      tookMs: Type.Integer(),
      /** Counts of the whole, for who is of the whole. */
      counts: orNull(
        Type.Object({
          found: Type.Integer(),
          opened: Type.Integer(),
          reopened: Type.Integer(),
          gone: Type.Integer(),
        }),
      ),
    }),
  ),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      validFrom: Type.String(),
      validTo: orNull(Type.String()),
      basis: Type.String(),
      by: orNull(Type.String()),
    }),
  ),
});
export type RuleRow = Static<typeof RuleRow>;
export const RuleRows = Type.Object({ rows: Type.Array(RuleRow), maySet: Type.Boolean() });
export type RuleRows = Static<typeof RuleRows>;
export const CodeParams = Type.Object({ code: Code }, closed);
export const SetRule = Type.Object(
  {
    values: Values,
    enabled: Type.Boolean(),
    blocking: Type.Boolean(),
    replyDays: orNull(Type.Integer({ minimum: 1, maximum: 400 })),
    validFrom: Day,
    validTo: orNull(Day),
    basis: Note,
    /** The version it was changed from. */
    seen: Type.Integer(),
  },
  closed,
);
export type SetRule = Static<typeof SetRule>;
export const RuleSet = Type.Object({ id: Type.String(), version: Type.Integer() });

export const TryRule = Type.Object({ place: Key, rule: Code, values: Values }, closed);
const Hit = Type.Object({
  place: Type.String(),
  placeName: Type.String(),
  amount: Type.String(),
  facts: Facts,
  evidence: Type.Array(Evidence),
  /** 'both', only with the values tried, or only with those in force. */
  by: Type.Enum(['both', 'trial', 'force']),
});
export const Trial = Type.Object({
  trial: Type.Integer(),
  force: Type.Integer(),
  both: Type.Integer(),
  version: Type.Integer(),
  tookMs: Type.Integer(),
  rows: Type.Array(Hit),
});
export type Trial = Static<typeof Trial>;

export const HintQuery = Type.Object({ kind: Type.Enum([...hintKinds]), id: Id }, closed);
/** What rules say of something before it is handed in; it asks for an explanation, and blocks where it says so. */
export const RuleHint = Type.Object({
  rule: Type.String(),
  facts: Facts,
  amount: Type.String(),
  evidence: Type.Array(Evidence),
  blocking: Type.Boolean(),
  /** Whether a finding of the same was cleared or closed, so that it no longer stands in the way. */
  decided: Type.Boolean(),
});
export type RuleHint = Static<typeof RuleHint>;
export const RuleHints = Type.Object({ rows: Type.Array(RuleHint) });
