/** What signing in and the own account ask and answer. */
import Type, { type Static } from 'typebox';
import { uuidPattern } from '../kit/id.ts';

const exact = { additionalProperties: false } as const;
const Text = (minLength: number, maxLength: number) => Type.String({ minLength, maxLength });
const Instant = Type.String();
const Maybe = <T extends Type.TSchema>(one: T) => Type.Union([Type.Null(), one]);
const list = <T extends Type.TSchema>(one: T) => Type.Object({ rows: Type.Array(one) });

export const GiveCode = Type.Object({ code: Text(1, 64) }, exact);
export const StepUp = Type.Union([
  Type.Object({ code: Text(1, 64) }, exact),
  Type.Object({ password: Text(1, 256) }, exact),
]);

export const OwnAccount = Type.Object({
  login: Type.String(),
  name: Type.String(),
  hasPassword: Type.Boolean(),
  passwordSetAt: Instant,
  /** What a new password must be. */
  policy: Type.Object({
    minLength: Type.Integer(),
    classes: Type.Integer(),
    history: Type.Integer(),
    rotateDays: Maybe(Type.Integer()),
  }),
  secondFactor: Type.Object({
    since: Maybe(Instant),
    /** Whether the role may not be without one. */
    required: Type.Boolean(),
    recoveryLeft: Type.Integer(),
  }),
});
export type OwnAccount = Static<typeof OwnAccount>;

/** A second factor being set up, shown until a code confirms it. */
export const NewFactor = Type.Object({ uri: Type.String(), secret: Type.String() });
export type NewFactor = Static<typeof NewFactor>;
export const RecoveryCodes = Type.Object({ codes: Type.Array(Type.String()) });
export type RecoveryCodes = Static<typeof RecoveryCodes>;

export const OwnSession = Type.Object({
  id: Type.String(),
  current: Type.Boolean(),
  openedAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
  address: Maybe(Type.String()),
  agent: Maybe(Type.String()),
  signedBy: Type.Enum(['password', 'sign_on', 'invitation']),
});
export type OwnSession = Static<typeof OwnSession>;
export const OwnSessions = list(OwnSession);
export const Ended = Type.Object({ ended: Type.Integer() });

export const Device = Type.Object({
  id: Type.String(),
  current: Type.Boolean(),
  madeAt: Instant,
  usedAt: Instant,
  agent: Maybe(Type.String()),
});
export type Device = Static<typeof Device>;
export const Devices = list(Device);

export const Id = Type.Object({ id: Type.String({ pattern: uuidPattern }) }, exact);

export const OwnDeed = Type.Object({
  at: Instant,
  /** What it was, as rules/own-deeds.ts names it. */
  deed: Type.String(),
  done: Type.Boolean(),
  /** Why it was refused, where that has words without numbers. */
  why: Maybe(Type.String()),
});
export type OwnDeed = Static<typeof OwnDeed>;
export const OwnAudit = list(OwnDeed);

/** A page of ours to return to, and where the pages are served. */
const Back = {
  returnTo: Type.String({ pattern: '^/([^/\\\\].*)?$', maxLength: 1000 }),
  origin: Type.String({ pattern: '^https?://[^/?#@\\s]+$', maxLength: 200 }),
};
const ProviderId = Type.String({ pattern: '^[a-z0-9-]{2,40}$' });
export const BeginSignOn = Type.Object({ provider: ProviderId, ...Back }, exact);
/** Where the browser goes next. */
export const SignOnAddress = Type.Object({ url: Type.String() });
export type SignOnAddress = Static<typeof SignOnAddress>;
/** What the provider sent back in the address. */
export const SignOnReturn = Type.Object(
  {
    code: Text(1, 4000),
    state: Text(1, 200),
    iss: Type.Optional(Text(1, 500)),
  },
  exact,
);
export const Returned = Type.Object({ returnTo: Type.String() });
export type Returned = Static<typeof Returned>;

export const OwnSignOn = Type.Object({
  provider: Type.String(),
  name: Type.String(),
  enabled: Type.Boolean(),
  linkedAt: Maybe(Instant),
});
export type OwnSignOn = Static<typeof OwnSignOn>;
export const OwnSignOns = Type.Object({
  rows: Type.Array(OwnSignOn),
  /** Administrators sign in with a password and a second factor only. */
  mayLink: Type.Boolean(),
});
export type OwnSignOns = Static<typeof OwnSignOns>;
export const ProviderParam = Type.Object({ provider: ProviderId }, exact);

export const Provider = Type.Object({
  id: Type.String(),
  name: Type.String(),
  issuer: Type.String(),
  clientId: Type.String(),
  hasSecret: Type.Boolean(),
  enabled: Type.Boolean(),
  ...{ acr: Type.Array(Type.String()), amr: Type.Array(Type.String()) },
  /** Accounts linked to it; null for callers who are not of the whole. */
  linked: Maybe(Type.Integer()),
});
export type Provider = Static<typeof Provider>;
export const Providers = Type.Object({
  rows: Type.Array(Provider),
  /** Whether the caller may add and change them. */
  maySet: Type.Boolean(),
});
export type Providers = Static<typeof Providers>;
/** What the ID token must say so that a sign-on counts as two factors: one acr of these, every amr of these. */
const names = Type.Array(Type.String({ pattern: '^[^\\s,]{1,100}$' }), { maxItems: 10 });
const strength = { acr: names, amr: names };
const Secret = Type.Union([Type.Null(), Text(1, 500)]);
export const AddProvider = Type.Object(
  {
    id: ProviderId,
    name: Text(1, 40),
    issuer: Type.String({ pattern: '^https?://[^\\s?#]+$', maxLength: 300 }),
    clientId: Text(1, 200),
    clientSecret: Secret,
    ...strength,
  },
  exact,
);
export const ChangeProvider = Type.Object(
  {
    name: Text(1, 40),
    clientId: Text(1, 200),
    /** Null keeps the one there is. */
    clientSecret: Secret,
    ...strength,
    enabled: Type.Boolean(),
  },
  exact,
);
