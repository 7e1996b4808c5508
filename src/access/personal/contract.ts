/** Showing one hidden value for a reason, and who looked. */
import Type, { type Static } from 'typebox';
import { uuidPattern } from '../../kit/id.ts';
import { roleNames } from '../roles.ts';

const closed = { additionalProperties: false } as const;
const Id = Type.String({ pattern: uuidPattern });

/** Why somebody looks: some words, so that the person concerned understands it. */
export const Reason = Type.String({
  minLength: 5,
  maxLength: 200,
  pattern: '^\\s*[^\\s\\u0000][^\\u0000]{3,198}[^\\s\\u0000]\\s*$',
});

/** One value of one row; `field` names table and column. */
export const Reveal = Type.Object(
  { field: Type.String({ pattern: '^[a-z_]+\\.[a-z_]+\\.[a-z_]+$' }), row: Id, reason: Reason },
  closed,
);
export type Reveal = Static<typeof Reveal>;
export const Revealed = Type.Object({ value: Type.String() });
export type Revealed = Static<typeof Revealed>;

export const PersonQuery = Type.Object({ person: Id }, closed);
export const Look = Type.Object({
  kind: Type.Enum(['reveal', 'search']),
  field: Type.String(),
  reason: Type.String(),
  at: Type.String(),
  /** Who looked. */
  name: Type.String(),
  role: Type.Enum([...roleNames]),
});
export type Look = Static<typeof Look>;
export const Looks = Type.Object({ rows: Type.Array(Look) });
export type Looks = Static<typeof Looks>;
/** Of the caller; `tied` says whether the account is a person on record at all. */
export const OwnLooks = Type.Object({ tied: Type.Boolean(), rows: Type.Array(Look) });
export type OwnLooks = Static<typeof OwnLooks>;
