/** What funds answers of the ledger. Amounts are fen as text; a measure is never added to another. */
import Type, { type Static } from 'typebox';
import { closed, Id, Key, noNul, orNull, page, paging } from '../teams/contract-values.ts';
import { measures, payers, programmes, sources } from './codes.ts';

const Text = Type.String();
const Fen = Type.String({ pattern: '^-?[0-9]+$' });
const Measure = Type.Enum([...measures]);
const Payer = Type.Enum([...payers]);
const Programme = Type.Enum([...programmes]);
const Source = Type.Enum([...sources]);
const Year = Type.String({ pattern: '^20[0-9]{2}$' });

const filters = { programme: Type.Optional(Programme), year: Type.Optional(Year) };
export const StandingQuery = Type.Object({ place: Key, ...filters }, closed);
export const TownsQuery = Type.Object(
  { place: Key, ...filters, payer: Type.Optional(Payer), ...paging },
  closed,
);
export const DocumentsQuery = Type.Object(
  {
    place: Key,
    ...filters,
    q: Type.Optional(Type.String({ maxLength: 80, pattern: noNul })),
    payer: Type.Optional(Payer),
    payerKey: Type.Optional(Key),
    measure: Type.Optional(Measure),
    ...paging,
  },
  closed,
);
export const RemittancesQuery = Type.Object({ place: Key, ...paging }, closed);
export const EntriesQuery = Type.Object(
  {
    place: Key,
    ...filters,
    measure: Type.Optional(Measure),
    payer: Type.Optional(Payer),
    payerKey: Type.Optional(Key),
    document: Type.Optional(Type.String({ maxLength: 200, pattern: noNul })),
    source: Type.Optional(Source),
    /** Vouchers of the places' accounts of what was received: received and spent alike. */
    account: Type.Optional(Type.Literal('received')),
    ...paging,
  },
  closed,
);
export const QuotasQuery = Type.Object(
  { place: Key, ...filters, open: Type.Optional(Type.Literal('1')), ...paging },
  closed,
);

const lang = { lang: Type.Optional(Type.Union([Type.Literal('zh'), Type.Literal('en')])) };
export const StandingCsvQuery = Type.Object({ place: Key, ...filters, ...lang }, closed);
export const QuotasCsvQuery = Type.Object(
  { place: Key, ...filters, open: Type.Optional(Type.Literal('1')), ...lang },
  closed,
);

const Measures = Type.Object({
  due: Fen,
  issued: Fen,
  remitted: Fen,
  received: Fen,
  committed: Fen,
  spent: Fen,
});
export type Measures = Static<typeof Measures>;

const MadeUp = Type.Object({ year: Type.Integer(), amount: Fen });

export const StandingRow = Type.Object({
  payer: Payer,
  /** The place that pays. */
  payerKey: Text,
  payerName: Text,
  programme: Programme,
  /** Budget year. */
  year: Type.Integer(),
  ...Measures.properties,
  /** The measure that counts as provided for this payer. */
  by: Measure,
  provided: Fen,
  /** What is still owed of the year after what later years made up. */
  arrears: Fen,
  /** Which earlier years this year's surplus makes up. */
  makesUp: Type.Array(MadeUp),
  /** What later years made up of this one. */
  madeUp: Fen,
  /** Surplus no earlier year is short of. */
  over: Fen,
});
export type StandingRow = Static<typeof StandingRow>;
export const StandingRows = Type.Object({ place: Text, rows: Type.Array(StandingRow) });
export type StandingRows = Static<typeof StandingRows>;

export const TownStandingRow = Type.Object({
  place: Text,
  placeName: Text,
  countyName: Text,
  ...Measures.properties,
  /** Of each payer what counts for it, added up. */
  provided: Fen,
  arrears: Fen,
});
export type TownStandingRow = Static<typeof TownStandingRow>;
export const TownStandingRows = page(TownStandingRow);

const DocumentParts = {
  id: Text,
  number: Text,
  title: Text,
  payer: Payer,
  payerKey: Text,
  payerName: Text,
  programme: Programme,
  measure: Measure,
  year: Type.Integer(),
  issuedOn: Text,
  /** The document's own total. */
  amount: Fen,
  /** What of it lies in the place asked about, or in the reader's scope. */
  here: Fen,
  lines: Type.Integer(),
};
export const DocumentRow = Type.Object(DocumentParts);
export type DocumentRow = Static<typeof DocumentRow>;
export const DocumentRows = page(DocumentRow);

export const DocumentLine = Type.Object({
  id: Text,
  place: Text,
  placeName: Text,
  countyName: Text,
  bookedOn: Text,
  amount: Fen,
  measure: Measure,
  source: Source,
  year: Type.Integer(),
  note: orNull(Text),
  /** Whether it takes an earlier line back. */
  reversal: Type.Boolean(),
  /** The day it was taken back. */
  reversedOn: orNull(Text),
});
export type DocumentLine = Static<typeof DocumentLine>;
export const DocumentPage = Type.Object({
  ...DocumentParts,
  functionCode: orNull(Text),
  budgetCode: orNull(Text),
  /** The task list that came with it, and the projects that answer each in places of its lines, as far as the reader may see. */
  tasks: Type.Array(
    Type.Object({
      name: Text,
      binding: Type.Boolean(),
      target: orNull(Text),
      /** How many there are; the first few by number. */
      count: Type.Integer(),
      projects: Type.Array(Type.Object({ id: Text, number: Text, name: Text })),
    }),
  ),
  ...page(DocumentLine).properties,
});
export type DocumentPage = Static<typeof DocumentPage>;

export const EntryRow = Type.Object({
  ...DocumentLine.properties,
  payer: Payer,
  payerKey: Text,
  payerName: Text,
  programme: Programme,
  documentNumber: Text,
  /** Null where the number is of a rule, a contract or a receipt. */
  document: orNull(Text),
  /** The day of the entry it takes back. */
  reversesOf: orNull(Text),
});
export type EntryRow = Static<typeof EntryRow>;
export const EntryRows = page(EntryRow);

export const QuotaRow = Type.Object({
  id: Text,
  place: Text,
  placeName: Text,
  countyName: Text,
  source: Source,
  payer: Payer,
  payerKey: Text,
  payerName: Text,
  programme: Programme,
  year: Type.Integer(),
  received: Fen,
  committed: Fen,
  spent: Fen,
  balance: Fen,
  /** What the county last carried over of it, into which year, and what was free then; null where it carried nothing over. */
  carried: orNull(Fen),
  surplus: orNull(Fen),
  carriedInto: orNull(Type.Integer()),
  firstReceivedOn: orNull(Text),
  /** Days from the first receipt to the domain's today, while anything is left. */
  age: orNull(Type.Integer()),
  /** From this day on what is left may be taken back; null without a rule or without a balance. */
  recallOn: orNull(Text),
  /** Which document says so. */
  recallDocument: orNull(Text),
});
export type QuotaRow = Static<typeof QuotaRow>;
export const QuotaRows = page(QuotaRow);

export const DocumentParams = Type.Object({ id: Id }, closed);
