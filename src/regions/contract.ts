/** What regions answers. Keys and codes are 12 digits as text; `on` is the day whose tree is asked, today where absent. */
import Type, { type Static } from 'typebox';
import { regionLevels } from '../kit/region-key.ts';
import {
  changes,
  confidences,
  deciders,
  flags,
  kinds,
  nameChanges,
  tiers,
  verdicts,
} from './vocabulary.ts';

const closed = { additionalProperties: false };
const Nullable = Type.Union([Type.String(), Type.Null()]);
const Limit = Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|1[0-9][0-9]|200)$' }));
const After = Type.Optional(Type.String({ pattern: '^[0-9.>]{1,30}$' }));

export const Key = Type.String({ pattern: '^[1-9][0-9]{11}$' });
export const Day = Type.String({ format: 'date', pattern: '^(19|20)' });
const Year = Type.String({ pattern: '^[0-9]{4}$' });
const Level = Type.Enum([...regionLevels]);
const Kind = Type.Enum([...kinds]);
const Change = Type.Enum([...changes]);
const NameChange = Type.Enum([...nameChanges]);
const Confidence = Type.Enum([...confidences]);
const Tier = Type.Enum([...tiers]);
const Flag = Type.Enum([...flags]);

export const KeyParams = Type.Object({ key: Key }, closed);
export const OnQuery = Type.Object({ on: Type.Optional(Day) }, closed);
export const ChildrenQuery = Type.Object(
  { on: Type.Optional(Day), after: After, limit: Limit },
  closed,
);
export const SearchQuery = Type.Object(
  {
    /** Part of a name, the beginning of a code, of the pinyin or of its initials. */
    q: Type.String({ minLength: 1, maxLength: 50 }),
    on: Type.Optional(Day),
    /** Rank, level and code of the last place seen. */
    after: Type.Optional(Type.String({ pattern: '^[0-2][.][1-5][.][0-9]{12}$' })),
    limit: Limit,
  },
  closed,
);
const compared = { older: Year, newer: Year };
export const CountsQuery = Type.Object(compared, closed);
export const ChangesQuery = Type.Object(
  {
    ...compared,
    change: Type.Optional(Change),
    name: Type.Optional(NameChange),
    level: Type.Optional(Level),
    confidence: Type.Optional(Confidence),
    after: After,
    limit: Limit,
  },
  closed,
);

export const Step = Type.Object({ key: Key, name: Type.String(), level: Level });
export type Step = Static<typeof Step>;

export const Path = Type.Object({ rows: Type.Array(Step) });

const named = { key: Key, code: Type.String(), name: Type.String(), level: Level, kind: Kind };
export const ChildRow = Type.Object({
  ...named,
  children: Type.Number(),
  tiers: Type.Array(Tier),
  flags: Type.Array(Flag),
});
export type ChildRow = Static<typeof ChildRow>;
export const Children = Type.Object({ rows: Type.Array(ChildRow), next: Nullable });

export const FoundRow = Type.Object({
  ...named,
  /** Names above, from the city down. */
  above: Type.Array(Type.String()),
  /** The name or code of another edition it was found by. */
  matched: Nullable,
});
export type FoundRow = Static<typeof FoundRow>;
export const Found = Type.Object({ rows: Type.Array(FoundRow), next: Nullable });

const dated = {
  from: Type.String(),
  /** First day it no longer holds. */
  until: Nullable,
  document: Type.String(),
  madeUp: Type.Boolean(),
};
export const Place = Type.Object({
  ...named,
  from: Type.String(),
  /** First day the place no longer exists. */
  until: Nullable,
  path: Type.Array(Step),
  /** Where the programme's tree differs from the codes: why. */
  programme: Type.Union([Type.Object({ zh: Type.String(), en: Type.String() }), Type.Null()]),
  codes: Type.Array(
    Type.Object({
      edition: Type.String(),
      /** Null for a place no edition publishes. */
      code: Nullable,
      name: Type.String(),
      kind: Kind,
      from: Type.String(),
      until: Nullable,
      warnings: Type.Array(Type.String()),
    }),
  ),
  tiers: Type.Array(Type.Object({ tier: Tier, ...dated })),
  flags: Type.Array(Type.Object({ flag: Flag, ...dated })),
  lineage: Type.Array(
    Type.Object({
      edition: Type.String(),
      change: Change,
      /** The other place of the change: where it came from or went. */
      other: Type.Union([Type.Object({ key: Key, name: Type.String() }), Type.Null()]),
      /** True where this place is the one that went. */
      went: Type.Boolean(),
      evidence: Type.String(),
      params: Type.Record(Type.String(), Type.String()),
      confidence: Confidence,
    }),
  ),
});
export type Place = Static<typeof Place>;

export const Editions = Type.Object({
  rows: Type.Array(
    Type.Object({
      edition: Type.String(),
      cutOff: Type.String(),
      source: Type.String(),
      rows: Type.Number(),
      loadedAt: Type.String(),
      activeFrom: Nullable,
    }),
  ),
});
export type Editions = Static<typeof Editions>;

export const Decision = Type.Object({
  verdict: Type.Enum([...verdicts]),
  by: Type.Enum([...deciders]),
  /** Where a person decided: who, and why. */
  name: Nullable,
  reason: Nullable,
  at: Type.String(),
});
export type Decision = Static<typeof Decision>;

export const Decide = Type.Object(
  {
    /** The later edition; what it is compared with is the one in force. */
    edition: Year,
    /** The id of the change: old code > new code. */
    change: Type.String({ pattern: '^[0-9]{12}>[0-9]{12}$' }),
    verdict: Type.Enum([...verdicts]),
    reason: Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' }),
  },
  closed,
);
export type Decide = Static<typeof Decide>;
export const Decided = Type.Object({ id: Type.String() });

export const ChangeRow = Type.Object({
  id: Type.String(),
  change: Change,
  level: Level,
  name: Type.Union([NameChange, Type.Null()]),
  oldCode: Nullable,
  newCode: Nullable,
  oldName: Nullable,
  newName: Nullable,
  oldKind: Type.Union([Kind, Type.Null()]),
  newKind: Type.Union([Kind, Type.Null()]),
  /** The place right above, as the newer edition names it. */
  above: Type.String(),
  evidence: Type.String(),
  params: Type.Record(Type.String(), Type.String()),
  confidence: Confidence,
  /** What was said of it where it is uncertain, the last first. */
  decisions: Type.Array(Decision),
});
export type ChangeRow = Static<typeof ChangeRow>;
export const Changes = Type.Object({ rows: Type.Array(ChangeRow), next: Nullable });

export const CountRow = Type.Object({
  change: Change,
  name: Type.Union([NameChange, Type.Null()]),
  level: Level,
  confidence: Confidence,
  count: Type.Number(),
});
export type CountRow = Static<typeof CountRow>;
export const Counts = Type.Object({
  rows: Type.Array(CountRow),
  /** Uncertain changes nobody has decided. */
  open: Type.Number(),
});
export type Counts = Static<typeof Counts>;

export const Finding = Type.Object({
  code: Type.Enum(['tier_sum', 'self_included', 'broken_name']),
  /** Filled into the finding's text. */
  params: Type.Record(Type.String(), Type.String()),
  /** The arithmetic, line by line. */
  lines: Type.Array(
    Type.Object({ line: Type.String(), params: Type.Record(Type.String(), Type.String()) }),
  ),
  places: Type.Array(
    Type.Object({ key: Key, name: Type.String(), above: Type.String(), note: Type.String() }),
  ),
});
export type Finding = Static<typeof Finding>;
export const Findings = Type.Object({ on: Type.String(), rows: Type.Array(Finding) });
export type Findings = Static<typeof Findings>;
