/** Imports: kinds of sheets, jobs, what is wrong with their lines. Amounts are strings of fen. */
import Type, { type Static } from 'typebox';
import { closed, Id, Key, orNull, page, paging } from '../teams/contract-values.ts';
import { states, verbs } from './rules.ts';

const Kind = Type.String({ pattern: '^[a-z_]{1,40}\\.[a-z_]{1,40}$' });
const Lang = Type.Optional(Type.Enum(['zh', 'en']));

export const Kinds = Type.Object({
  rows: Type.Array(
    Type.Object({
      code: Type.String(),
      version: Type.Integer(),
      name: Type.String(),
      about: Type.String(),
      /** Things one job may hold, and lines. */
      mostThings: Type.Integer(),
      mostLines: Type.Integer(),
    }),
  ),
});
export type Kinds = Static<typeof Kinds>;
export const KindParams = Type.Object({ kind: Kind }, closed);
export const LangQuery = Type.Object({ lang: Lang }, closed);

export const UploadQuery = Type.Object(
  { kind: Kind, name: Type.String({ minLength: 1, maxLength: 120, pattern: '^[^\\u0000]*$' }) },
  closed,
);
export const JobBody = Type.Object({ job: Id }, closed);

export const PreviewThing = Type.Object({
  /** Number of its first line. */
  n: Type.Integer(),
  name: Type.String(),
  lines: Type.Integer(),
  amount: orNull(Type.String()),
  changes: Type.Boolean(),
  amountBefore: orNull(Type.String()),
});
export type PreviewThing = Static<typeof PreviewThing>;

export const JobRow = Type.Object({
  id: Type.String(),
  kind: Type.String(),
  kindName: Type.String(),
  state: Type.Enum([...states]),
  name: Type.String(),
  office: Type.String(),
  officeName: Type.String(),
  lines: Type.Integer(),
  /** Lines with a reason against them. */
  faulty: Type.Integer(),
  created: Type.Integer(),
  changed: Type.Integer(),
  amount: Type.String(),
  by: Type.String(),
  uploadedAt: Type.String(),
  changedAt: Type.String(),
  /** What the caller may do now. */
  verbs: Type.Array(Type.Enum([...verbs])),
});
export type JobRow = Static<typeof JobRow>;
export const JobQuery = Type.Object({ place: Key, ...paging }, closed);
export const JobRows = page(JobRow);
export const JobPage = Type.Object({
  ...JobRow.properties,
  version: orNull(Type.Integer()),
  preview: Type.Array(PreviewThing),
  /** What its new things are called, where that is not what the page says of all. */
  newName: orNull(Type.String()),
  /** How it is taken back and by whom, where that is not what the page says of all. */
  undoNote: orNull(Type.String()),
});
export type JobPage = Static<typeof JobPage>;

export const ProblemRow = Type.Object({
  n: Type.Integer(),
  /** The first cells of the line, to know it by. */
  about: Type.String(),
  reasons: Type.Array(Type.String()),
});
export type ProblemRow = Static<typeof ProblemRow>;
export const ProblemQuery = Type.Object({ ...paging, lang: Lang }, closed);
export const ProblemRows = page(ProblemRow);

export const JobWritten = Type.Object({ id: Type.String(), state: Type.Enum([...states]) });
