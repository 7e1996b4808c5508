/** What teams answers of teams, their people and vacancies. */
import Type, { type Static } from 'typebox';
import {
  categories,
  dutyKinds,
  educations,
  endReasons,
  ranks,
  roles,
  sexes,
  tiers,
  townKinds,
} from './codes.ts';
import { closed, Day, Id, Key, noNul, orNull, page, paging, Warning } from './contract-values.ts';

const Text = Type.String();
const Category = Type.Enum([...categories]);
const Role = Type.Enum([...roles]);
const Tier = Type.Enum([...tiers]);

export const TeamsQuery = Type.Object(
  {
    place: Key,
    on: Day,
    tier: Type.Optional(Tier),
    kind: Type.Optional(Type.Enum([...townKinds])),
    vacant: Type.Optional(Type.Literal('1')),
    batch: Type.Optional(Id),
    ...paging,
  },
  closed,
);
export const PeopleQuery = Type.Object(
  { place: Key, q: Type.String({ minLength: 1, maxLength: 80, pattern: noNul }) },
  closed,
);
export const SamePersonQuery = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: 80, pattern: noNul }), organisation: Id },
  closed,
);

export const Need = Type.Object({
  role: Role,
  required: Type.Integer(),
  posted: Type.Integer(),
  document: Text,
});
export type Need = Static<typeof Need>;

export const TeamRow = Type.Object({
  place: Text,
  placeName: Text,
  placeKind: Text,
  countyName: Text,
  tier: orNull(Tier),
  /** Null where the rule asks for a team and none stands. */
  id: orNull(Text),
  name: orNull(Text),
  formedOn: orNull(Text),
  batches: Type.Array(Text),
  lead: orNull(Text),
  units: Type.Integer(),
  cadre: Type.Integer(),
  graduateService: Type.Integer(),
  agriTechAgent: Type.Integer(),
  financeAssistant: Type.Integer(),
  volunteer: Type.Integer(),
  missing: Type.Array(Need),
  vacancy: Type.Integer(),
});
export type TeamRow = Static<typeof TeamRow>;
export const TeamRows = page(TeamRow);
export type TeamRows = Static<typeof TeamRows>;

export const PostingRow = Type.Object({
  id: Text,
  person: Text,
  name: Text,
  sex: orNull(Type.Enum([...sexes])),
  bornIn: orNull(Type.Integer()),
  education: orNull(Type.Enum([...educations])),
  rank: orNull(Type.Enum([...ranks])),
  partyMember: Type.Boolean(),
  skills: Type.Array(Text),
  organisation: orNull(Text),
  organisationName: orNull(Text),
  team: Text,
  teamName: Text,
  place: Text,
  placeName: Text,
  countyName: Text,
  village: orNull(Text),
  villageName: orNull(Text),
  batch: Text,
  batchName: Text,
  category: Category,
  role: Role,
  main: Type.Boolean(),
  townPost: orNull(Text),
  startsOn: Text,
  dueOn: orNull(Text),
  endsOn: orNull(Text),
  endReason: orNull(Type.Enum([...endReasons])),
  endNote: orNull(Text),
  /** The state the reader saw; a change names it, so nobody overwrites what they have not seen. */
  seen: Text,
});
export type PostingRow = Static<typeof PostingRow>;
export const PostingRows = page(PostingRow);
export type PostingRows = Static<typeof PostingRows>;

/** What nobody looks after once a posting has ended. */
export const LeftOpen = Type.Object({
  posting: Text,
  /** Whether the team is left without a captain. */
  captain: Type.Boolean(),
  /** Villages left without a first secretary, by name. */
  villages: Type.Array(Text),
  /** Open duties of the unit that nobody else of it is there for. */
  duties: Type.Array(Type.Object({ id: Text, kind: Type.Enum([...dutyKinds]), promise: Text })),
});
export type LeftOpen = Static<typeof LeftOpen>;

export const VillageRow = Type.Object({
  key: Text,
  name: Text,
  flags: Type.Array(Text),
  secretaries: Type.Array(Type.Object({ posting: Text, name: Text })),
  needsSecretary: Type.Boolean(),
});
export type VillageRow = Static<typeof VillageRow>;

export const UnitRow = Type.Object({
  id: Text,
  organisation: Text,
  name: Text,
  kind: Text,
  lead: Type.Boolean(),
  startsOn: Text,
  endsOn: orNull(Text),
  people: Type.Integer(),
});
export type UnitRow = Static<typeof UnitRow>;

export const TeamPage = Type.Object({
  id: Text,
  name: Text,
  place: Text,
  placeName: Text,
  placeKind: Text,
  county: Text,
  countyName: Text,
  cityName: Text,
  tier: orNull(Tier),
  formedOn: Text,
  dissolvedOn: orNull(Text),
  roster: Type.Array(PostingRow),
  /** Postings that had ended by the day, or begin after it; the latest first, 200 at most. */
  others: Type.Array(PostingRow),
  villages: Type.Array(VillageRow),
  units: Type.Array(UnitRow),
  needs: Type.Array(Need),
  warnings: Type.Array(Warning),
});
export type TeamPage = Static<typeof TeamPage>;

export const Change = Type.Object({
  id: Text,
  at: Text,
  by: orNull(Text),
  what: Type.Enum(['team', 'posting', 'unit']),
  deed: Type.Enum(['added', 'changed', 'ended', 'reopened']),
  subject: Text,
  fields: Type.Array(Type.Object({ name: Text, before: orNull(Text), after: orNull(Text) })),
});
export type Change = Static<typeof Change>;
export const Changes = Type.Object({ rows: Type.Array(Change) });
export type Changes = Static<typeof Changes>;

export const VacancyRow = Type.Object({
  place: Text,
  placeName: Text,
  countyName: Text,
  tier: orNull(Tier),
  team: orNull(Text),
  teamName: orNull(Text),
  ...Need.properties,
});
export type VacancyRow = Static<typeof VacancyRow>;
export const VacancyRows = page(VacancyRow);
export type VacancyRows = Static<typeof VacancyRows>;

export const PersonRows = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Text,
      name: Text,
      organisation: orNull(Text),
      organisationName: orNull(Text),
      bornIn: orNull(Type.Integer()),
      /** Team of the main posting that has not ended, where the reader may see it. */
      postedTo: orNull(Text),
    }),
  ),
});
export type PersonRows = Static<typeof PersonRows>;
export const SamePersonRows = Type.Object({
  rows: Type.Array(Type.Object({ id: Text, name: Text })),
});
export type SamePersonRows = Static<typeof SamePersonRows>;
