/** What access answers. */
import Type, { type Static } from 'typebox';

export const Role = Type.Enum(['province', 'city', 'county', 'town', 'auditor', 'sysadmin']);
export const Session = Type.Object({
  account: Type.Object({ id: Type.String(), name: Type.String() }),
  role: Role,
  home: Type.Object({ key: Type.String(), name: Type.String(), level: Type.String() }),
  permissions: Type.Array(Type.String()),
  today: Type.String(),
  demo: Type.Boolean(),
});
export type Session = Static<typeof Session>;

export const SignIn = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  { additionalProperties: false },
);

export const FirstAdministrator = Type.Object(
  {
    name: Type.String({ minLength: 2, maxLength: 64 }),
    password: Type.String({ minLength: 10, maxLength: 256 }),
  },
  { additionalProperties: false },
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
});
export type LoginPage = Static<typeof LoginPage>;
