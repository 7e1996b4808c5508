/** Sources and imports of reconciliation. Amounts are strings of fen, dates are days. */
import Type, { type Static } from 'typebox';
import { closed, Id, Key, Name, Note, orNull, page, paging } from '../teams/contract-values.ts';
import { sourceKinds } from './codes.ts';
import { dateOrders, units } from './rules/cells.ts';

const Text = Type.String();
const Kind = Type.Enum([...sourceKinds]);
const Head = Type.String({ minLength: 1, maxLength: 100 });

export const Mapping = Type.Object(
  {
    columns: Type.Object(
      {
        number: orNull(Head),
        dated: orNull(Head),
        amount: orNull(Head),
        income: orNull(Head),
        outgo: orNull(Head),
        payee: orNull(Head),
        budgetCode: orNull(Head),
        purpose: orNull(Head),
      },
      closed,
    ),
    dates: Type.Enum([...dateOrders]),
    unit: Type.Enum([...units]),
  },
  closed,
);

export const SourceRow = Type.Object({
  id: Text,
  name: Text,
  kind: Kind,
  office: Text,
  officeName: Text,
  /** How its columns are read; null until the first file was taken in. */
  mapping: orNull(Mapping),
});
export type SourceRow = Static<typeof SourceRow>;
export const PlaceOnly = Type.Object({ place: Key }, closed);
export const SourceRows = Type.Object({ rows: Type.Array(SourceRow) });
export const AddSource = Type.Object({ name: Name, kind: Kind }, closed);
export const Made = Type.Object({ id: Text });
export type Made = Static<typeof Made>;

/** Bytes of an export, and its characters in base64. */
export const mostBytes = 16 << 20;
export const mostCharacters = Math.ceil(mostBytes / 3) * 4;
/** So much of a file tells its heads. */
export const headBytes = 65_536;

export const HeadsBody = Type.Object(
  { source: Id, file: Type.String({ maxLength: Math.ceil(headBytes / 3) * 4 }) },
  closed,
);
export const Heads = Type.Object({
  heads: Type.Array(Text),
  /** The first lines below them, as the file has them. */
  sample: Type.Array(Type.Array(Text)),
  /** As remembered, or as guessed from the heads. */
  mapping: Mapping,
  /** Whether it is remembered and all its heads are there: then nobody is asked. */
  known: Type.Boolean(),
});
export type Heads = Static<typeof Heads>;

const exported = {
  source: Id,
  mapping: Mapping,
  file: Type.String({ minLength: 1, maxLength: mostCharacters }),
};
export const PreviewImport = Type.Object(exported, closed);
export const TakeIn = Type.Object({ ...exported, name: Name }, closed);

export const Fault = Type.Object({ line: Type.Integer(), what: Text, text: Text });
export const Preview = Type.Object({
  /** Lines that would be taken in, their sum and period, without those taken in before. */
  lines: Type.Integer(),
  amount: Text,
  from: Text,
  to: Text,
  /** Lines that were taken in before. */
  leftOut: Type.Integer(),
  zeros: Type.Integer(),
  totals: Type.Integer(),
  repeats: Type.Integer(),
  /** How many faults there are; at most the first two thousand are named. */
  faulty: Type.Integer(),
  faults: Type.Array(Fault),
  sample: Type.Array(
    Type.Object({ row: Type.Integer(), number: Text, dated: Text, amount: Text, payee: Text }),
  ),
});
export type Preview = Static<typeof Preview>;

export const ImportRow = Type.Object({
  id: Text,
  name: Text,
  source: Text,
  sourceName: Text,
  kind: Kind,
  officeName: Text,
  lines: Type.Integer(),
  leftOut: Type.Integer(),
  amount: Text,
  from: Text,
  to: Text,
  takenBy: Text,
  takenAt: Text,
  withdrawn: Type.Boolean(),
  reason: orNull(Text),
  /** Whether the caller may take it back now. */
  mayWithdraw: Type.Boolean(),
});
export type ImportRow = Static<typeof ImportRow>;
export const ImportQuery = Type.Object({ place: Key, ...paging }, closed);
export const ImportRows = page(ImportRow);
export const ReasonBody = Type.Object({ reason: Note }, closed);
