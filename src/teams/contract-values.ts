/** The parts of which the schemas of teams are made. Dates are days, `on` is the day a list is true for, ids are UUIDs. */
import Type, { type Static, type TSchema } from 'typebox';
import { uuid7Pattern, uuidPattern } from '../kit/id.ts';
import { said } from '../platform/contract-values.ts';

export const closed = { additionalProperties: false } as const;
export const Key = Type.String({ pattern: '^[1-9][0-9]{11}$' });
export const Day = Type.String({ format: 'date', pattern: '^(19|20)' });
export const Id = Type.String({ pattern: uuidPattern });
export const NewId = Type.String({ pattern: uuid7Pattern });
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

/** Text a database can hold. */
export const noNul = '^[^\\u0000]*$';
export const Name = Type.String({ minLength: 1, maxLength: 80, pattern: said });
export const Note = Type.String({ minLength: 1, maxLength: 500, pattern: said });

/** One page of a list that goes on after a mark. */
export const paging = {
  after: Type.Optional(Type.String({ maxLength: 200, pattern: noNul })),
  limit: Type.Optional(Type.String({ pattern: '^([1-9][0-9]?|1[0-9][0-9]|200)$' })),
};
export const page = <T extends TSchema>(Row: T) =>
  Type.Object({ rows: Type.Array(Row), next: orNull(Type.String()) });

export const IdParams = Type.Object({ id: Id }, closed);
export const OnQuery = Type.Object({ on: Day }, closed);
export const PageQuery = Type.Object({ ...paging }, closed);
export const PlaceQuery = Type.Object({ place: Key, on: Day }, closed);
export const PlacePageQuery = Type.Object({ place: Key, on: Day, ...paging }, closed);

/** What to look at: a code with what its words are filled with. Never the name of a person: a kept answer holds none. */
export const Warning = Type.Object({
  code: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type Warning = Static<typeof Warning>;

/** Every write answers the object's id and what to look at; warnings never block. */
export const Written = Type.Object({ id: Type.String(), warnings: Type.Array(Warning) });
export type Written = Static<typeof Written>;
