/** What the administration of accounts takes and answers. Keys are 12 digits as text, ids are UUIDs, instants UTC. */
import Type, { type Static, type TSchema } from 'typebox';
import { uuidPattern } from '../kit/id.ts';
import { Place, Role, Session } from './contract.ts';

const closed = { additionalProperties: false } as const;
const Key = Type.String({ pattern: '^[1-9][0-9]{11}$' });
const Id = Type.String({ pattern: uuidPattern });
const Instant = Type.String();
const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
/** A text with something in it; longer ones are refused by name, not by shape. */
const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });
const paging = {
  after: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|1[0-9][0-9]|200)$' })),
};

export const IdParams = Type.Object({ id: Id }, closed);

/** In the order in which one follows the other. */
export const accountStates = ['waiting', 'refused', 'invited', 'active', 'disabled'] as const;
export const disabledWhys = ['left', 'unused', 'misused', 'other'] as const;
/** What is asked of a security administrator; 'factor': to take away a second factor nobody can show any more. */
const grantKinds = ['new', 'change', 'enable', 'factor'] as const;
export type AskedFor = (typeof grantKinds)[number];
export const grantStates = ['waiting', 'granted', 'refused', 'withdrawn'] as const;

export const AccountsQuery = Type.Object(
  {
    place: Key,
    /** Part of the user name or of the name. */
    q: Type.Optional(Type.String({ maxLength: 64 })),
    role: Type.Optional(Role),
    state: Type.Optional(Type.Enum([...accountStates])),
    ...paging,
  },
  closed,
);
export const PlacePageQuery = Type.Object({ place: Key, ...paging }, closed);
export const GrantsQuery = Type.Object(
  { place: Key, state: Type.Optional(Type.Enum([...grantStates])), ...paging },
  closed,
);

const account = {
  id: Id,
  name: Type.String(),
  displayName: Type.String(),
  role: Role,
  home: Key,
  homeName: Type.String(),
  /** The place above, so that two of one name can be told apart; empty for a province. */
  aboveName: Type.String(),
};
export const AccountRow = Type.Object({
  ...account,
  state: Type.Enum([...accountStates]),
  lastUsedAt: orNull(Instant),
});
export type AccountRow = Static<typeof AccountRow>;
export const AccountRows = Type.Object({
  rows: Type.Array(AccountRow),
  next: orNull(Type.String()),
});

export const GrantRow = Type.Object({
  id: Id,
  /** The account, with role and place as asked for. */
  account: Id,
  name: Type.String(),
  displayName: Type.String(),
  kind: Type.Enum([...grantKinds]),
  role: Role,
  home: Key,
  homeName: Type.String(),
  aboveName: Type.String(),
  roleBefore: orNull(Role),
  homeBeforeName: orNull(Type.String()),
  /** Names of up to six places the account would look into today. */
  places: Type.Array(Type.String()),
  organisationName: orNull(Type.String()),
  state: Type.Enum([...grantStates]),
  /** Why a second factor is to be taken away. */
  why: orNull(Type.String()),
  /** Why it was refused. */
  reason: orNull(Type.String()),
  askedAt: Instant,
  askedBy: orNull(Type.String()),
  decidedAt: orNull(Instant),
  decidedBy: orNull(Type.String()),
  /** Whether the caller may decide it. */
  mine: Type.Boolean(),
});
export type GrantRow = Static<typeof GrantRow>;
export const GrantRows = Type.Object({ rows: Type.Array(GrantRow), next: orNull(Type.String()) });

export const InvitationRow = Type.Object({
  id: Id,
  account: Id,
  name: Type.String(),
  displayName: Type.String(),
  role: Role,
  homeName: Type.String(),
  aboveName: Type.String(),
  resets: Type.Boolean(),
  madeAt: Instant,
  expiresAt: Instant,
  expired: Type.Boolean(),
});
export type InvitationRow = Static<typeof InvitationRow>;
export const InvitationRows = Type.Object({
  rows: Type.Array(InvitationRow),
  next: orNull(Type.String()),
});

export const AccountPage = Type.Object({
  ...account,
  state: Type.Enum([...accountStates]),
  lastUsedAt: orNull(Instant),
  createdAt: Instant,
  createdBy: orNull(Type.String()),
  grantedAt: orNull(Instant),
  grantedBy: orNull(Type.String()),
  disabledAt: orNull(Instant),
  disabledWhy: orNull(Type.Enum([...disabledWhys])),
  hasPassword: Type.Boolean(),
  hasSecondFactor: Type.Boolean(),
  person: orNull(Id),
  organisation: orNull(Type.Object({ id: Id, name: Type.String() })),
  /** Every place the account may look into today, and why. */
  places: Type.Array(Type.Pick(Place, ['key', 'name', 'source'])),
  sessions: Type.Object({ count: Type.Integer(), lastUsedAt: orNull(Instant) }),
  invitation: orNull(Type.Pick(InvitationRow, ['id', 'expiresAt', 'expired', 'resets'])),
  /** Requests for this account, the newest first, twenty at most. */
  requests: Type.Array(
    Type.Pick(GrantRow, [
      'id',
      'kind',
      'role',
      'homeName',
      'state',
      'why',
      'reason',
      'askedAt',
      'askedBy',
      'decidedAt',
      'decidedBy',
    ]),
  ),
  /** Whether it is the caller's own: nobody changes that. */
  own: Type.Boolean(),
});
export type AccountPage = Static<typeof AccountPage>;

/** Somebody known by exact name and unit, as GET /api/access/people found them. */
const Person = Type.Object({ id: Id, name: Text(100), organisation: Id }, closed);
export type PersonChosen = Static<typeof Person>;
const rights = {
  role: Role,
  home: Key,
  /** For whoever is posted; null in a change keeps who it is. */
  person: orNull(Person),
  /** teams.organisation of a sending unit; null in a change keeps it. */
  organisation: orNull(Id),
};
export const MakeAccount = Type.Object(
  { name: Text(64), displayName: Text(64), ...rights },
  closed,
);
export const ChangeAccount = Type.Object(rights, closed);
export const RenameAccount = Type.Object({ displayName: Text(64) }, closed);
export const DisableAccount = Type.Object({ why: Type.Enum([...disabledWhys]) }, closed);
/** Why, for who confirms it and for the audit. */
export const RemoveFactor = Type.Object({ reason: Text(200) }, closed);
export const RefuseGrant = Type.Object({ reason: Text(200) }, closed);
export const ConfirmGrants = Type.Object(
  { requests: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }) },
  closed,
);
export const Done = Type.Object({ id: Id });
export const Counted = Type.Object({ count: Type.Integer() });

/** Who is meant by a name and a unit, where an account follows postings. */
export const PeopleQuery = Type.Object({ name: Text(100), organisation: Id }, closed);
export const PeopleFound = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      /** Open postings in the caller's area, to tell two apart. */
      posted: Type.Array(Type.String()),
    }),
  ),
});
export type PeopleFound = Static<typeof PeopleFound>;
export const UnitsQuery = Type.Object({ q: Text(80) }, closed);
export const UnitsFound = Type.Object({
  rows: Type.Array(Type.Object({ id: Id, name: Type.String(), homeName: Type.String() })),
});
export type UnitsFound = Static<typeof UnitsFound>;

/** Invitations for accounts that have no password yet. */
export const Invite = Type.Object(
  { accounts: Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true }) },
  closed,
);
export const Invited = Type.Object({
  rows: Type.Array(
    Type.Object({
      account: Id,
      name: Type.String(),
      displayName: Type.String(),
      role: Role,
      homeName: Type.String(),
      /** Told this once: what stands behind # in the link. */
      token: Type.String(),
      expiresAt: Instant,
    }),
  ),
});
export type Invited = Static<typeof Invited>;

const Token = Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' });
export const OpenInvitation = Type.Object({ token: Token }, closed);
export const OpenedInvitation = Type.Object({
  name: Type.String(),
  displayName: Type.String(),
  resets: Type.Boolean(),
  expiresAt: Instant,
  /** What the new password is held against. */
  policy: Type.Object({
    minLength: Type.Integer(),
    classes: Type.Integer(),
    history: Type.Integer(),
  }),
});
export type OpenedInvitation = Static<typeof OpenedInvitation>;
export const AcceptInvitation = Type.Object(
  { token: Token, password: Type.String({ minLength: 1, maxLength: 256 }) },
  closed,
);
export const AcceptedInvitation = Type.Object({
  /** Null while the rights are not granted: then nobody signs in. */
  session: Type.Union([Session, Type.Null()]),
});
export type AcceptedInvitation = Static<typeof AcceptedInvitation>;

/** The three administrators an installation begins with. */
export const FirstAdministrator = Type.Object(
  {
    name: Text(64),
    password: Type.String({ minLength: 1, maxLength: 256 }),
    /** User names of the security and the audit administrator, who are other people. */
    security: Text(64),
    audit: Text(64),
  },
  closed,
);
export const FirstAdministrators = Type.Object({
  session: Session,
  /** Told this once. */
  invitations: Invited.properties.rows,
});
export type FirstAdministrators = Static<typeof FirstAdministrators>;

/** Of a file; a thousand for each row. */
export const mostBytes = 524_288;
/** Characters of the largest file in base64. */
export const sheetCharacters = Math.ceil(mostBytes / 3) * 4;
/** A spreadsheet as it lies on the disk: CSV in UTF-8 or GB18030, in base64. */
export const Sheet = Type.Object(
  { file: Type.String({ maxLength: sheetCharacters, pattern: '^[A-Za-z0-9+/]*={0,2}$' }) },
  closed,
);
export const SheetRow = Type.Object({
  /** Line of the file, the first one being the heading. */
  line: Type.Integer(),
  name: Type.String(),
  displayName: Type.String(),
  role: orNull(Role),
  /** As written where no place was found. */
  homeName: Type.String(),
  unitName: Type.String(),
  /** Codes of what is wrong; their words are access.refusal.<code>. */
  faults: Type.Array(Type.String()),
});
export type SheetRow = Static<typeof SheetRow>;
export const SheetRead = Type.Object({ rows: Type.Array(SheetRow), faulty: Type.Integer() });
export type SheetRead = Static<typeof SheetRead>;
export const SheetMade = Type.Object({ accounts: Type.Array(Id) });
export type SheetMade = Static<typeof SheetMade>;

const PolicyValue = Type.Object(
  {
    preset: Type.Enum(['level3', 'nist']),
    minLength: Type.Integer(),
    classes: Type.Integer(),
    history: Type.Integer(),
    rotateDays: orNull(Type.Integer()),
    lockAfter: Type.Integer(),
    lockMinutes: Type.Integer(),
    lockAccountAfter: Type.Integer(),
    lockAddressAfter: Type.Integer(),
    idleMinutes: Type.Integer(),
    sessionHours: Type.Integer(),
    unusedDays: orNull(Type.Integer()),
    stepUpMinutes: Type.Integer(),
    invitationHours: Type.Integer(),
    secondFactorRoles: Type.Array(Role, { uniqueItems: true }),
  },
  closed,
);
export const PolicyPage = Type.Object({
  policy: PolicyValue,
  /** When it was set; null while nobody has set any. */
  since: orNull(Instant),
});
export type PolicyPage = Static<typeof PolicyPage>;
export const SetPolicy = Type.Object(
  {
    policy: PolicyValue,
    /** `since` of the policy that was on the screen. */
    seen: orNull(Instant),
  },
  closed,
);
export const PolicyChanges = Type.Object({
  /** The newest first, fifty at most. */
  rows: Type.Array(Type.Object({ at: Instant, by: orNull(Type.String()), policy: PolicyValue })),
});
export type PolicyChanges = Static<typeof PolicyChanges>;
