/** What access answers. */
import Type, { type Static } from 'typebox';
import { roleNames } from './roles.ts';

const exact = { additionalProperties: false } as const;
const Text = (minLength: number, maxLength: number) => Type.String({ minLength, maxLength });

export const Role = Type.Enum([...roleNames]);
export const Place = Type.Object({
  key: Type.String(),
  name: Type.String(),
  source: Type.Enum(['home', 'posting', 'pairing', 'notice', 'emergency']),
  /** Whether it counts now: a scope has four places at most. */
  acting: Type.Boolean(),
});
export const Session = Type.Object({
  account: Type.Object({ id: Type.String(), name: Type.String(), login: Type.String() }),
  role: Role,
  home: Type.Object({ key: Type.String(), name: Type.String(), level: Type.String() }),
  /** Every place the account may look into today, and why. */
  places: Type.Array(Place),
  permissions: Type.Array(Type.String()),
  /** What must be done before anything else answers. */
  owes: Type.Union([
    Type.Null(),
    Type.Literal('password'),
    Type.Literal('second_factor'),
    Type.Literal('enrolment'),
  ]),
  steppedUp: Type.Boolean(),
  today: Type.String(),
  demo: Type.Boolean(),
});
export type Session = Static<typeof Session>;

export const SignIn = Type.Object({ name: Text(1, 64), password: Text(1, 256) }, exact);

export const ChangePassword = Type.Object({ current: Text(1, 256), password: Text(1, 256) }, exact);

export const ActFor = Type.Object(
  {
    places: Type.Array(Type.String({ pattern: '^[0-9]{12}$' }), { minItems: 1, maxItems: 4 }),
  },
  exact,
);

export const Identity = Type.Object({
  name: Type.String(),
  role: Role,
  home: Type.String(),
  password: Type.String(),
});
export const LoginPage = Type.Object({
  demo: Type.Boolean(),
  empty: Type.Boolean(),
  identities: Type.Array(Identity),
  /** Providers of single sign-on to choose from. */
  providers: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
});
export type LoginPage = Static<typeof LoginPage>;

/** Address of an office page. */
const Page = Type.String({ pattern: '^(/[a-z0-9-]{1,40}){1,4}$' });
export const ViewsQuery = Type.Object({ page: Page }, exact);
/** What an address says after its question mark. */
const Search = Type.Record(
  Type.String({ pattern: '^[a-zA-Z]{1,30}$' }),
  Type.String({ maxLength: 200, pattern: '^[^\\u0000]*$' }),
  { maxProperties: 20, ...exact },
);
export const SaveView = Type.Object(
  {
    page: Page,
    name: Type.String({ minLength: 1, maxLength: 40, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' }),
    search: Search,
  },
  exact,
);
export type SaveView = Static<typeof SaveView>;
export const SavedView = Type.Object({ id: Type.String(), name: Type.String(), search: Search });
export type SavedView = Static<typeof SavedView>;
export const SavedViews = Type.Object({ rows: Type.Array(SavedView) });
