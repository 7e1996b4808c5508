/** Public copies, publications and complaints on the wire of the office. Amounts are inside frozen texts; dates are days. */
import Type, { type Static } from 'typebox';
import { masked } from '../platform/secrets/marked.ts';
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
import { channels, complaintStates, copyStates, kinds, publicationStates } from './codes.ts';

const Kind = Type.Enum([...kinds]);
const Year = Type.String({ pattern: '^20[2-9][0-9]$' });
const Line = Type.Object({ label: Type.String(), value: Type.String() });
/** What a copy consists of (content/block.ts). */
export const BlockShape = Type.Union([
  Type.Object({ kind: Type.Literal('heading'), text: Type.String() }),
  Type.Object({ kind: Type.Literal('paragraph'), text: Type.String() }),
  Type.Object({ kind: Type.Literal('facts'), rows: Type.Array(Line) }),
  Type.Object({
    kind: Type.Literal('table'),
    head: Type.Array(Type.String()),
    rows: Type.Array(Type.Array(Type.String())),
    numbers: Type.Array(Type.Integer()),
  }),
]);

export const Publication = Type.Object({
  id: Type.String(),
  channel: Type.Enum([...channels]),
  shownAt: orNull(Type.String()),
  fromDay: Type.String(),
  untilDay: orNull(Type.String()),
  takenDownOn: orNull(Type.String()),
  takenDownBecause: orNull(Type.String()),
  state: Type.Enum([...publicationStates]),
});
export type Publication = Static<typeof Publication>;
const copyHead = {
  id: Type.String(),
  kind: Kind,
  place: Type.String(),
  placeName: Type.String(),
  year: Type.Integer(),
  /** In the reader's language. */
  title: Type.String(),
  madeOn: Type.String(),
  state: Type.Enum([...copyStates]),
  publications: Type.Array(Publication),
  madeUp: Type.Boolean(),
};
export const CopyRow = Type.Object(copyHead);
export type CopyRow = Static<typeof CopyRow>;
export const CopyQuery = Type.Object(
  {
    place: Key,
    state: Type.Optional(Type.Enum([...copyStates])),
    kind: Type.Optional(Kind),
    ...paging,
  },
  closed,
);
export const CopyRows = page(CopyRow);
export const CopyPage = Type.Object({
  ...copyHead,
  madeBy: orNull(Type.String()),
  sha256: Type.String(),
  blocks: Type.Array(BlockShape),
  /** What may be done to it by the caller. */
  mayRecord: Type.Boolean(),
  /** The public page, where it stands on our own. */
  openPage: orNull(Type.String()),
  /** Whether there are public pages at all. */
  openPages: Type.Boolean(),
});
export type CopyPage = Static<typeof CopyPage>;

/** What should be disclosed and is not. */
export const WaitingRow = Type.Object({
  kind: Kind,
  /** The object; null of a year's use of money. */
  object: orNull(Type.String()),
  place: Type.String(),
  placeName: Type.String(),
  year: Type.Integer(),
  name: Type.String(),
  since: orNull(Type.String()),
  /** A copy that was made and is published nowhere. */
  copy: orNull(Type.String()),
  mayMake: Type.Boolean(),
});
export type WaitingRow = Static<typeof WaitingRow>;
export const WaitingQuery = Type.Object(
  { place: Key, year: Year, kind: Type.Optional(Kind), ...paging },
  closed,
);
export const WaitingRows = page(WaitingRow);

export const MakeCopy = Type.Object(
  {
    kind: Kind,
    place: Key,
    object: orNull(Id),
    year: Type.Integer({ minimum: 2021, maximum: 2099 }),
  },
  closed,
);
export const RecordLink = Type.Object(
  {
    channel: Type.Enum([...channels]),
    shownAt: orNull(
      Type.String({ minLength: 1, maxLength: 300, pattern: '^[^\\u0000-\\u001f]*$' }),
    ),
    fromDay: Day,
    untilDay: orNull(Day),
  },
  closed,
);
export type RecordLink = Static<typeof RecordLink>;
export const TakeDown = Type.Object({ on: Day, reason: Name }, closed);
export const Done = Type.Object({ id: Type.String() });

export const ComplaintRow = Type.Object({
  id: Type.String(),
  receipt: Type.String(),
  place: Type.String(),
  placeName: Type.String(),
  subject: Type.String(),
  receivedOn: Type.String(),
  state: Type.Enum([...complaintStates]),
  repliedOn: orNull(Type.String()),
});
export type ComplaintRow = Static<typeof ComplaintRow>;
export const ComplaintQuery = Type.Object({ place: Key, ...paging }, closed);
export const ComplaintRows = page(ComplaintRow);
export const ComplaintPage = Type.Object({
  ...ComplaintRow.properties,
  said: Type.String(),
  /** Whether the caller's office lies above the place: it alone replies and can reach who sent it. */
  above: Type.Boolean(),
  contact: orNull(masked('contact')),
  copy: orNull(Type.Object({ id: Type.String(), title: Type.String() })),
  reply: orNull(Type.String()),
});
export type ComplaintPage = Static<typeof ComplaintPage>;
export const ReplyTo = Type.Object({ reply: Note }, closed);

export const FileParams = Type.Object(
  { id: Id, name: Type.String({ pattern: '^copy\\.(html|pdf|docx)$' }) },
  closed,
);
