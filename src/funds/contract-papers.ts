/** Papers of money in work. Amounts are strings of fen, dates are days, months `YYYY-MM`. */
import Type, { type Static } from 'typebox';
import { Fen, Seen, Title } from '../platform/contract-values.ts';
import { closed, Id, Key, Name, Note, orNull, page, paging } from '../teams/contract-values.ts';
import { payers, programmes, sources } from './codes.ts';
import {
  bookedMeasures,
  paperKinds,
  paperMeasures,
  paperStates,
  paperVerbs,
} from './codes-papers.ts';

const Code = orNull(Type.String({ pattern: '^[0-9A-Za-z\\u4e00-\\u9fff-]{1,40}$' }));
/** The programme began in 2021. */
export const DayOfBooks = Type.String({ format: 'date', pattern: '^20(2[1-9]|[3-9][0-9])-' });
const Month = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$' });

export const PaperLine = Type.Object({ place: Key, amount: Fen, note: orNull(Name) }, closed);
export type PaperLine = Static<typeof PaperLine>;
export const PaperTask = Type.Object(
  { name: Name, binding: Type.Boolean(), target: orNull(Name) },
  closed,
);

const head = {
  number: Name,
  title: Title,
  payer: Type.Enum([...payers]),
  /** Which province, city or county pays; of an enterprise, donor or bank where it is at home. */
  payerPlace: Key,
  source: Type.Enum([...sources]),
  programme: Type.Enum([...programmes]),
  measure: Type.Enum([...paperMeasures]),
  year: Type.Integer({ minimum: 2021, maximum: 2099 }),
  functionCode: Code,
  budgetCode: Code,
  dated: DayOfBooks,
  amount: Fen,
};
const parts = {
  lines: Type.Array(PaperLine, { maxItems: 3000 }),
  tasks: Type.Array(PaperTask, { maxItems: 60 }),
};

export const RegisterPaper = Type.Object({ ...head, ...parts }, closed);
export type RegisterPaper = Static<typeof RegisterPaper>;
/** The whole paper as it shall be; `seen` is the state it was changed from. */
export const AmendPaper = Type.Object({ ...head, ...parts, seen: Seen }, closed);
export type AmendPaper = Static<typeof AmendPaper>;
/** What the person says to the hints; needed where there are any. */
export const SubmitPaper = Type.Object({ explanation: orNull(Note), seen: Seen }, closed);
export const CheckPaper = Type.Object({ seen: Seen }, closed);
export const ReasonBody = Type.Object({ reason: Note }, closed);
export const ReverseDocument = Type.Object(
  {
    /** Entries to take back; all that stand where none is named. */
    entries: Type.Array(Id, { maxItems: 3000, uniqueItems: true }),
    dated: DayOfBooks,
    reason: Note,
  },
  closed,
);
export type ReverseDocument = Static<typeof ReverseDocument>;

/** What to look at before it is posted: a code with what its words are filled with. It asks for an explanation and blocks nothing. */
export const Hint = Type.Object({
  code: Type.String(),
  count: Type.Integer(),
  /** The first place it is about, and its amount in fen. */
  place: Type.String(),
  amount: Type.String(),
});
export type Hint = Static<typeof Hint>;

export const PaperRow = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...paperKinds]),
  state: Type.Enum([...paperStates]),
  number: Type.String(),
  title: Type.String(),
  payer: Type.Enum([...payers]),
  payerName: Type.String(),
  programme: Type.Enum([...programmes]),
  measure: Type.Enum([...bookedMeasures]),
  year: Type.Integer(),
  dated: Type.String(),
  amount: Type.String(),
  office: Type.String(),
  officeName: Type.String(),
  registeredBy: Type.String(),
  checkedBy: orNull(Type.String()),
  changedAt: Type.String(),
  /** What the caller may do to it now. */
  verbs: Type.Array(Type.Enum([...paperVerbs])),
});
export type PaperRow = Static<typeof PaperRow>;
export const PaperQuery = Type.Object(
  { state: Type.Optional(Type.Enum([...paperStates])), place: Key, ...paging },
  closed,
);
export const PaperRows = page(PaperRow);

export const PaperLineRow = Type.Object({
  id: Type.String(),
  place: Type.String(),
  placeName: Type.String(),
  countyName: Type.String(),
  amount: Type.String(),
  note: orNull(Type.String()),
});
export const PaperPage = Type.Object({
  ...PaperRow.properties,
  payerPlace: Type.String(),
  source: Type.Enum([...sources]),
  functionCode: orNull(Type.String()),
  budgetCode: orNull(Type.String()),
  explanation: orNull(Type.String()),
  /** Document it takes back, where it is a reversal. */
  reverses: orNull(Type.String()),
  /** Pledge it fulfils or draws on, its donor, and what a grant is given for. */
  pledge: orNull(Type.String()),
  donor: orNull(Type.String()),
  purpose: orNull(Type.String()),
  /** Sum of its lines. */
  linesAmount: Type.String(),
  lines: Type.Array(PaperLineRow),
  tasks: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      binding: Type.Boolean(),
      target: orNull(Type.String()),
    }),
  ),
  hints: Type.Array(Hint),
  events: Type.Array(
    Type.Object({
      verb: Type.Enum([...paperVerbs]),
      state: Type.Enum([...paperStates]),
      reason: orNull(Type.String()),
      by: Type.String(),
      at: Type.String(),
    }),
  ),
});
export type PaperPage = Static<typeof PaperPage>;

export const PaperWritten = Type.Object({ id: Type.String(), state: Type.Enum([...paperStates]) });
export type PaperWritten = Static<typeof PaperWritten>;

export const CloseMonth = Type.Object({ place: Key, month: Month }, closed);
export type CloseMonth = Static<typeof CloseMonth>;
export const ClosingQuery = Type.Object({ place: Key, ...paging }, closed);
export const ClosingRow = Type.Object({
  place: Type.String(),
  placeName: Type.String(),
  month: Type.String(),
  closedBy: Type.String(),
  closedAt: Type.String(),
});
export type ClosingRow = Static<typeof ClosingRow>;
export const ClosingRows = page(ClosingRow);
