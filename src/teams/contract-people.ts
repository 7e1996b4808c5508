/** One person on record: the card, corrections of hidden numbers, and search by one. */
import Type, { type Static } from 'typebox';
import { Reason } from '../access/personal/contract.ts';
import { Seen } from '../platform/contract-values.ts';
import { masked } from '../platform/secrets/marked.ts';
import { educations, ranks, sexes } from './codes.ts';
import { closed, orNull } from './contract-values.ts';

const Text = Type.String();

/** As typed; spaces and half or full width do not matter. Comes in plain and is kept nowhere but sealed. */
export const IdNumber = Type.String({ minLength: 1, maxLength: 40, hidden: 'id_number' });
export const Phone = Type.String({ minLength: 1, maxLength: 40, hidden: 'phone' });
export const BornIn = Type.Integer({ minimum: 1930, maximum: 2020 });

const correctable = ['idNumber', 'phone', 'bornIn'] as const;
const corrections = ['added', 'changed', 'removed'] as const;

export const PersonCard = Type.Object({
  id: Text,
  name: Text,
  sex: orNull(Type.Enum([...sexes])),
  bornIn: orNull(Type.Integer()),
  education: orNull(Type.Enum([...educations])),
  rank: orNull(Type.Enum([...ranks])),
  partyMember: Type.Boolean(),
  skills: Type.Array(Text),
  organisationName: orNull(Text),
  /** Whether the record is kept in the reader's area: elsewhere hidden numbers are not even masked. */
  kept: Type.Boolean(),
  idNumber: orNull(masked('id_number')),
  phone: orNull(masked('phone')),
  /** The state the reader saw. */
  seen: Text,
  /** What was corrected, the latest first; never from what to what. */
  changes: Type.Array(
    Type.Object({
      at: Text,
      by: orNull(Text),
      fields: Type.Array(
        Type.Object({ name: Type.Enum([...correctable]), deed: Type.Enum([...corrections]) }),
      ),
    }),
  ),
});
export type PersonCard = Static<typeof PersonCard>;

/** What is left out stays as it is; null takes a number away. */
export const CorrectPerson = Type.Object(
  {
    idNumber: Type.Optional(orNull(IdNumber)),
    phone: Type.Optional(orNull(Phone)),
    bornIn: Type.Optional(orNull(BornIn)),
    seen: Seen,
  },
  closed,
);
export type CorrectPerson = Static<typeof CorrectPerson>;

export const FindPeople = Type.Object(
  {
    by: Type.Enum(['id_number', 'phone']),
    number: Type.String({ minLength: 1, maxLength: 40, hidden: 'number' }),
    reason: Reason,
  },
  closed,
);
export type FindPeople = Static<typeof FindPeople>;

export const FoundPeople = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Text,
      name: Text,
      organisationName: orNull(Text),
      placeName: Text,
      /** The team of the main posting that has not ended. */
      team: orNull(Text),
      teamName: orNull(Text),
      idNumber: orNull(masked('id_number')),
      phone: orNull(masked('phone')),
    }),
  ),
});
export type FoundPeople = Static<typeof FoundPeople>;
