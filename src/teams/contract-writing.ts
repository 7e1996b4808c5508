/** Bodies of the writes of teams. The object's id is the request's Idempotency-Key. */
import Type, { type Static } from 'typebox';
import { Seen } from '../platform/contract-values.ts';
import {
  categories,
  dutyKinds,
  educations,
  endReasons,
  organisationKinds,
  organisationLevels,
  pairingKinds,
  ranks,
  roles,
  sexes,
} from './codes.ts';
import { BornIn, IdNumber, Phone } from './contract-people.ts';
import { closed, Day, Id, Key, Name, NewId, Note, orNull } from './contract-values.ts';

export const FormTeam = Type.Object(
  {
    place: Key,
    formedOn: Day,
    /** The unit that leads the group behind the team. */
    lead: Id,
    members: Type.Array(Id, { maxItems: 40, uniqueItems: true }),
    /** Without it the team is called by its place. */
    name: Type.Optional(Name),
  },
  closed,
);
export type FormTeam = Static<typeof FormTeam>;

export const DissolveTeam = Type.Object({ dissolvedOn: Day, reason: Note }, closed);
export type DissolveTeam = Static<typeof DissolveTeam>;

export const AddUnit = Type.Object(
  { team: Id, organisation: Id, lead: Type.Boolean(), startsOn: Day },
  closed,
);
export type AddUnit = Static<typeof AddUnit>;
/** The day from which a unit leads the group. */
export const LeadFrom = Type.Object({ on: Day }, closed);
export const EndOn = Type.Object({ endsOn: Day }, closed);

export const NewPerson = Type.Object(
  {
    id: NewId,
    name: Name,
    sex: Type.Enum([...sexes]),
    bornIn: orNull(BornIn),
    education: orNull(Type.Enum([...educations])),
    rank: orNull(Type.Enum([...ranks])),
    partyMember: Type.Boolean(),
    skills: Type.Array(Name, { maxItems: 20 }),
    idNumber: Type.Optional(orNull(IdNumber)),
    phone: Type.Optional(orNull(Phone)),
  },
  closed,
);
export type NewPerson = Static<typeof NewPerson>;

export const AddPosting = Type.Object(
  {
    team: Id,
    person: Type.Union([Type.Object({ id: Id }, closed), Type.Object({ new: NewPerson }, closed)]),
    /** The unit that sends; null where none does (volunteers). */
    organisation: orNull(Id),
    batch: Id,
    category: Type.Enum([...categories]),
    role: Type.Enum([...roles]),
    village: orNull(Key),
    townPost: orNull(Name),
    /** False for a first secretary's post held beside the main one in the same team. */
    main: Type.Boolean(),
    startsOn: Day,
    dueOn: orNull(Day),
  },
  closed,
);
export type AddPosting = Static<typeof AddPosting>;

export const ChangePosting = Type.Object(
  {
    role: Type.Enum([...roles]),
    village: orNull(Key),
    townPost: orNull(Name),
    dueOn: orNull(Day),
    /** The state the change was made from. */
    seen: Seen,
  },
  closed,
);
export type ChangePosting = Static<typeof ChangePosting>;

export const EndPosting = Type.Object(
  { endsOn: Day, reason: Type.Enum([...endReasons]), note: orNull(Note) },
  closed,
);
export type EndPosting = Static<typeof EndPosting>;

const dutyFields = { kind: Type.Enum([...dutyKinds]), promise: Note };
export const AddPairing = Type.Object(
  {
    kind: Type.Enum([...pairingKinds]),
    place: Key,
    helper: Type.Union([
      Type.Object({ place: Key }, closed),
      Type.Object({ organisation: Id }, closed),
    ]),
    lead: Type.Boolean(),
    startsOn: Day,
    document: Name,
    duties: Type.Array(Type.Object({ id: NewId, ...dutyFields }, closed), { maxItems: 30 }),
  },
  closed,
);
export type AddPairing = Static<typeof AddPairing>;
export const AddDuty = Type.Object({ pairing: Id, ...dutyFields }, closed);
export type AddDuty = Static<typeof AddDuty>;
export const FulfilDuty = Type.Object({ fulfilled: Note, fulfilledOn: Day }, closed);
export type FulfilDuty = Static<typeof FulfilDuty>;

export const EndDuty = Type.Object({ endsOn: Day, note: Note }, closed);
export type EndDuty = Static<typeof EndDuty>;

const CreditCode = orNull(Type.String({ pattern: '^[0-9A-Z]{18}$' }));
export const AddOrganisation = Type.Object(
  {
    name: Name,
    creditCode: CreditCode,
    kind: Type.Enum([...organisationKinds]),
    level: Type.Enum([...organisationLevels]),
    home: Key,
    validFrom: Day,
  },
  closed,
);
export type AddOrganisation = Static<typeof AddOrganisation>;

export const Succeed = Type.Object(
  {
    /** A unit on record, or this one under a new name: kind, level and home stay. */
    successor: Type.Union([
      Type.Object({ id: Id }, closed),
      Type.Object(
        { new: Type.Object({ id: NewId, name: Name, creditCode: CreditCode }, closed) },
        closed,
      ),
    ]),
    on: Day,
  },
  closed,
);
export type Succeed = Static<typeof Succeed>;
