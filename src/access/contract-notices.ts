/** Notices by which auditors look, and wider scopes taken in an emergency. */
import Type, { type Static } from 'typebox';

const exact = { additionalProperties: false } as const;
const said = (minLength: number, maxLength: number) =>
  Type.String({ minLength, maxLength, pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$' });
const Day = Type.String({ format: 'date', pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' });
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' });
const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const NamedPlace = Type.Object({ key: Type.String(), name: Type.String() });

export const noticeKinds = ['audit', 'inspection', 'discipline'] as const;
export const IdParams = Type.Object({ id: Uuid }, exact);
export const Done = Type.Object({ id: Type.String() });

export const AddNotice = Type.Object(
  {
    number: said(2, 80),
    kind: Type.Enum([...noticeKinds]),
    organ: said(2, 80),
    subject: said(2, 200),
    places: Type.Array(Type.String({ pattern: '^[0-9]{12}$' }), {
      minItems: 1,
      maxItems: 4,
      uniqueItems: true,
    }),
    startsOn: Day,
    endsOn: Day,
    accounts: Type.Array(Uuid, { minItems: 1, maxItems: 40, uniqueItems: true }),
  },
  exact,
);
export type AddNotice = Static<typeof AddNotice>;

export const NoticeRow = Type.Object({
  id: Type.String(),
  number: Type.String(),
  kind: Type.Enum([...noticeKinds]),
  organ: Type.String(),
  subject: Type.String(),
  places: Type.Array(NamedPlace),
  startsOn: Type.String(),
  /** The last day. */
  endsOn: Type.String(),
  /** When it was ended before its time. */
  endedOn: orNull(Type.String()),
  people: Type.Array(Type.String()),
  state: Type.Enum(['coming', 'in_force', 'over']),
  /** Whether the caller may end it: all its places are theirs. */
  mayEnd: Type.Boolean(),
});
export type NoticeRow = Static<typeof NoticeRow>;
export const Notices = Type.Object({ rows: Type.Array(NoticeRow) });

export const Auditors = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      login: Type.String(),
      home: Type.String(),
    }),
  ),
});
export type Auditors = Static<typeof Auditors>;

export const TakeEmergency = Type.Object(
  {
    /** Code (6 to 12 digits) or full name of the place. */
    place: said(2, 50),
    reason: said(10, 500),
    hours: Type.Integer({ minimum: 1, maximum: 24 }),
  },
  exact,
);
export type TakeEmergency = Static<typeof TakeEmergency>;

export const EmergencyRow = Type.Object({
  id: Type.String(),
  person: Type.String(),
  own: Type.Boolean(),
  place: NamedPlace,
  above: NamedPlace,
  reason: Type.String(),
  startsAt: Type.String(),
  endsAt: Type.String(),
  endedAt: orNull(Type.String()),
  acknowledgedBy: orNull(Type.String()),
  acknowledgedAt: orNull(Type.String()),
  state: Type.Enum(['in_force', 'over']),
});
export type EmergencyRow = Static<typeof EmergencyRow>;
export const Emergencies = Type.Object({
  rows: Type.Array(EmergencyRow),
  /** Of others, not yet acknowledged. */
  open: Type.Integer(),
});
export type Emergencies = Static<typeof Emergencies>;
