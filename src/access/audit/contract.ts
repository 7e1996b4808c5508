/** What may be asked about the audit, and what is answered. Texts are in the reader's language: codes stay inside. */
import Type, { type Static } from 'typebox';
import { kinds } from './rules.ts';

const exact = { additionalProperties: false } as const;
const Key = Type.String({ pattern: '^[0-9]{12}$' });
const Day = Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$' });
const Uuid = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
});
const Lang = Type.Union([Type.Literal('zh'), Type.Literal('en')]);
const OrNull = <T extends Type.TSchema>(schema: T) => Type.Union([Type.Null(), schema]);

export const Kind = Type.Enum([...kinds]);
export const outcomes = ['done', 'refused', 'replayed'] as const;
export const Outcome = Type.Enum([...outcomes]);

const filters = {
  place: Key,
  /** Account that did it. */
  actor: Type.Optional(Uuid),
  /** Person it is about: who looked at this person. */
  person: Type.Optional(Uuid),
  /** A word for all objects of a kind, or one object as its rows name it. */
  object: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  kind: Type.Optional(Kind),
  /** Method and address of an endpoint. */
  action: Type.Optional(Type.String({ maxLength: 200 })),
  outcome: Type.Optional(Outcome),
  /** Days of Beijing, both in it. */
  since: Type.Optional(Day),
  until: Type.Optional(Day),
};
export const RowsQuery = Type.Object(
  {
    ...filters,
    after: Type.Optional(Type.String({ maxLength: 100 })),
    limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|1[0-9][0-9]|200)$' })),
  },
  exact,
);
export type RowsQuery = Static<typeof RowsQuery>;
/** Files are opened by a link, which cannot say its language in a header. */
export const CsvQuery = Type.Object({ ...filters, lang: Type.Optional(Lang) }, exact);
export const EvidenceQuery = Type.Object({ place: Key, since: Day, until: Day }, exact);
export const RowParams = Type.Object({ id: Type.String({ pattern: '^[1-9][0-9]{0,17}$' }) }, exact);
export const LikeQuery = Type.Object({ q: Type.String({ minLength: 1, maxLength: 64 }) }, exact);

const Named = Type.Object({ id: Type.String(), name: Type.String() });
const row = {
  id: Type.String(),
  at: Type.String(),
  kind: Kind,
  actor: OrNull(Named),
  role: OrNull(Type.String()),
  /** The endpoint in words. */
  did: Type.String(),
  object: OrNull(Named),
  place: OrNull(Named),
  person: OrNull(Named),
  outcome: Outcome,
  /** Why it was refused. */
  why: OrNull(Type.String()),
};
export const AuditRow = Type.Object(row);
export type AuditRow = Static<typeof AuditRow>;
export const AuditRows = Type.Object({ rows: Type.Array(AuditRow), next: OrNull(Type.String()) });

export const AuditDetail = Type.Object({
  ...row,
  county: Type.String(),
  day: Type.String(),
  n: Type.String(),
  sealed: Type.Enum(['open', 'sealed', 'anchored']),
  ranges: Type.Array(Type.String()),
  address: OrNull(Type.String()),
  request: OrNull(Type.String()),
  fields: Type.Array(
    Type.Object({ name: Type.String(), before: Type.String(), after: Type.String() }),
  ),
});
export type AuditDetail = Static<typeof AuditDetail>;

export const Choices = Type.Object({
  rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), more: Type.String() })),
});
export type Choices = Static<typeof Choices>;

/** What can be chosen in the filters. */
export const Vocabulary = Type.Object({
  actions: Type.Array(Named),
  objects: Type.Array(Named),
});
export type Vocabulary = Static<typeof Vocabulary>;

export const State = Type.Object({
  sealedAt: OrNull(Type.String()),
  anchoredAt: OrNull(Type.String()),
  /** Sealed rows wait for an anchor longer than they should. */
  late: Type.Boolean(),
  check: OrNull(
    Type.Object({
      at: Type.String(),
      sound: Type.Boolean(),
      /** Whether something is not what was written; not where the anchors are merely another database's. */
      alarm: Type.Boolean(),
      /** Of the whole; null for those who look into a part of it, as are rows no anchor holds yet. */
      rows: OrNull(Type.String()),
      young: OrNull(Type.String()),
      /** The first bad row, or line of the anchors, in words; null where it is sound, or lies outside the caller's area. */
      finding: OrNull(Type.String()),
    }),
  ),
});
export type State = Static<typeof State>;

export const Print = Type.Object(
  {
    /** Path of the page. */
    page: Type.String({ pattern: '^/[A-Za-z0-9/_.-]{0,150}$' }),
    title: Type.String({ maxLength: 200 }),
    place: Key,
    from: Day,
    to: Day,
  },
  exact,
);
