/** Scans, checklists and dossiers on the wire. Amounts are strings of fen, dates are days, instants RFC 3339. */
import Type, { type Static } from 'typebox';
import { documentKinds, requestKinds, requestStates } from '../projects/codes.ts';
import { RuleHint } from '../supervision/contract.ts';
import {
  closed,
  Day,
  Id,
  Key,
  Name,
  Note,
  orNull,
  page,
  paging,
} from '../teams/contract-values.ts';
import { fileClasses, fileTypes } from './codes.ts';

const Kind = Type.Enum([...documentKinds]);
const RequestKind = Type.Enum([...requestKinds]);
const State = Type.Enum([...requestStates]);
/** A file's own name and what it is: one line. */
const Line = Type.String({
  minLength: 1,
  maxLength: 120,
  pattern: '^[^\\u0000-\\u001f]*[^\\s\\u0000-\\u001f][^\\u0000-\\u001f]*$',
});
const DayOfPaper = Type.String({ format: 'date', pattern: '^20[0-9]{2}-' });

/** About a file that is sent as the body: a scan for a request, or for its project as a whole. */
export const UploadQuery = Type.Object(
  {
    project: Id,
    /** The request it is uploaded for; an invoice serves it alone, a contract all requests of that contract. */
    request: Type.Optional(Id),
    kind: Kind,
    title: Line,
    number: Type.Optional(Name),
    dated: DayOfPaper,
    name: Line,
    class: Type.Enum([...fileClasses]),
    /** The paper of the project it is a scan of. */
    document: Type.Optional(Id),
    /** The scan it takes the place of. */
    replaces: Type.Optional(Id),
  },
  closed,
);
export type UploadQuery = Static<typeof UploadQuery>;
export const Uploaded = Type.Object({
  id: Type.String(),
  sha256: Type.String(),
  size: Type.Integer(),
  type: Type.Enum([...fileTypes]),
});

export const Scan = Type.Object({
  id: Type.String(),
  kind: Kind,
  title: Type.String(),
  number: orNull(Type.String()),
  dated: Type.String(),
  name: Type.String(),
  sha256: Type.String(),
  size: Type.Integer(),
  type: Type.Enum([...fileTypes]),
  class: Type.Enum([...fileClasses]),
  /** What it serves: one request, all of a contract, or the project (both null). */
  contract: orNull(Type.String()),
  request: orNull(Type.String()),
  uploadedBy: Type.String(),
  uploadedAt: Type.String(),
  /** Whether it is in a dossier that left, so that it stays. */
  left: Type.Boolean(),
});
export type Scan = Static<typeof Scan>;
export const Scans = Type.Object({ rows: Type.Array(Scan) });
export const ContentQuery = Type.Object({ show: Type.Optional(Type.Literal('inline')) }, closed);
export const WithdrawFile = Type.Object({ reason: Note }, closed);

export const Asked = Type.Object({ kind: Kind, required: Type.Boolean() }, closed);
/** What is asked for with a kind of request in a county; `basis` null where the standard list holds. */
export const Checklist = Type.Object({
  requestKind: RequestKind,
  basis: orNull(Type.String()),
  validFrom: orNull(Type.String()),
  items: Type.Array(Asked),
});
export type Checklist = Static<typeof Checklist>;
export const Checklists = Type.Object({
  /** The place that was asked about, and the office its dossiers go to. */
  place: Type.String(),
  office: Type.String(),
  officeName: Type.String(),
  /** Whether the caller may set them. */
  maySet: Type.Boolean(),
  rows: Type.Array(Checklist),
});
export type Checklists = Static<typeof Checklists>;
export const ChecklistQuery = Type.Object({ place: Key }, closed);
export const SetChecklist = Type.Object(
  {
    place: Key,
    requestKind: RequestKind,
    validFrom: Day,
    basis: Name,
    items: Type.Array(Asked, { minItems: 1, maxItems: documentKinds.length }),
  },
  closed,
);
export type SetChecklist = Static<typeof SetChecklist>;
export const ChecklistSet = Type.Object({ id: Type.String() });

const head = {
  id: Type.String(),
  kind: RequestKind,
  state: State,
  amount: Type.String(),
  payee: Type.String(),
  askedOn: Type.String(),
  project: Type.String(),
  projectNumber: Type.String(),
  projectName: Type.String(),
  place: Type.String(),
  placeName: Type.String(),
  madeUp: Type.Boolean(),
  /** Kinds that must be there and are not, in the order of the checklist. */
  missing: Type.Array(Kind),
};
export const RequestRow = Type.Object(head);
export type RequestRow = Static<typeof RequestRow>;
export const RequestQuery = Type.Object(
  { place: Key, state: Type.Optional(State), ...paging },
  closed,
);
export const RequestRows = page(RequestRow);

/** A hint as it stood when a dossier was put together. */
export const KeptHint = Type.Pick(RuleHint, ['rule', 'amount', 'facts', 'blocking', 'decided']);
export type KeptHint = Static<typeof KeptHint>;
export const Made = Type.Object({
  id: Type.String(),
  hints: Type.Array(KeptHint),
  explanation: orNull(Type.String()),
  sha256: Type.String(),
  size: Type.Integer(),
  pages: Type.Integer(),
  madeBy: Type.String(),
  madeAt: Type.String(),
  parts: Type.Array(
    Type.Object({
      kind: Kind,
      title: Type.String(),
      sha256: Type.String(),
      firstPage: Type.Integer(),
      pages: Type.Integer(),
    }),
  ),
});
export const DossierPage = Type.Object({
  ...head,
  contract: Type.String(),
  contractNumber: Type.String(),
  contractor: Type.String(),
  contractAmount: Type.String(),
  invoice: orNull(Type.String()),
  registeredBy: orNull(Type.String()),
  checkedBy: orNull(Type.String()),
  checklist: Checklist,
  items: Type.Array(
    Type.Object({
      kind: Kind,
      required: Type.Boolean(),
      files: Type.Array(Scan),
      /** Papers of the kind that are registered and have no scan. */
      registered: Type.Array(
        Type.Object({
          id: Type.String(),
          title: Type.String(),
          number: orNull(Type.String()),
          dated: Type.String(),
        }),
      ),
    }),
  ),
  /** Scans that serve the request and that the checklist does not ask for; they stay outside. */
  beside: Type.Array(Scan),
  made: Type.Array(Made),
  /** Whether the last one made may leave: since the request was checked, with no scan in it withdrawn. */
  current: Type.Boolean(),
  /** What the rules of supervision say of the request now; for who may put its dossier together. */
  hints: Type.Array(RuleHint),
  mayUpload: Type.Boolean(),
  mayMake: Type.Boolean(),
});
export type DossierPage = Static<typeof DossierPage>;

/** `explanation` says something to what the rules found; needed where they found anything nobody decided on. */
export const MakeDossier = Type.Object({ request: Id, explanation: orNull(Note) }, closed);
export type MakeDossier = Static<typeof MakeDossier>;
export const DossierMade = Type.Object({
  id: Type.String(),
  sha256: Type.String(),
  pages: Type.Integer(),
});
