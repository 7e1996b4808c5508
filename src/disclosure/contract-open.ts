/** What everybody may ask, without an account: copies that stand on our own pages, as data and as files, and complaints. */
import Type, { type Static } from 'typebox';
import { said } from '../platform/contract-values.ts';
import { closed, Id, Key, noNul, orNull, page, paging } from '../teams/contract-values.ts';
import { complaintStates, kinds } from './codes.ts';
import { BlockShape } from './contract.ts';

const Both = Type.Object({ zh: Type.String(), en: Type.String() });
const wanted = {
  place: Type.Optional(Key),
  year: Type.Optional(Type.String({ pattern: '^20[2-9][0-9]$' })),
  kind: Type.Optional(Type.Enum([...kinds])),
  q: Type.Optional(Type.String({ maxLength: 60, pattern: noNul })),
};
export const OpenQuery = Type.Object({ ...wanted, ...paging }, closed);
export type OpenQuery = Static<typeof OpenQuery>;
export const OpenExportQuery = Type.Object(wanted, closed);
export type Wanted = Static<typeof OpenExportQuery>;
export const OpenRow = Type.Object({
  id: Type.String(),
  kind: Type.Enum([...kinds]),
  place: Type.String(),
  placeName: Type.String(),
  year: Type.Integer(),
  title: Both,
  madeOn: Type.String(),
  fromDay: Type.String(),
  untilDay: orNull(Type.String()),
  sha256: Type.String(),
  madeUp: Type.Boolean(),
});
export type OpenRow = Static<typeof OpenRow>;
export const OpenRows = page(OpenRow);
export const OpenCopy = Type.Object({
  ...OpenRow.properties,
  blocks: Type.Object({ zh: Type.Array(BlockShape), en: Type.Array(BlockShape) }),
});
export type OpenCopy = Static<typeof OpenCopy>;

const Amount = Type.Object({ amount: Type.Number(), currency: Type.Literal('CNY') });
const Span = Type.Object({
  startDate: Type.Optional(Type.String()),
  endDate: Type.Optional(Type.String()),
});
const Party = Type.Object({
  id: Type.String(),
  name: Type.String(),
  roles: Type.Array(Type.String()),
});
const Ref = Type.Object({ id: Type.String(), name: Type.String() });
/**
 * A project package of the Open Contracting for Infrastructure Data Standard 0.9, by the field names and codes of its schema
 * 0.9.5; `madeUp` is ours. Amounts are yuan. What is empty is left out, as the schema has it.
 */
const Oc4idsProject = Type.Object({
  id: Type.String(),
  updated: Type.String(),
  language: Type.Literal('zh'),
  title: Type.String(),
  description: Type.String(),
  status: Type.Enum([
    'identification',
    'preparation',
    'implementation',
    'completion',
    'maintenance',
    'cancelled',
  ]),
  period: Type.Optional(Span),
  locations: Type.Array(Type.Object({ id: Type.String(), description: Type.String() })),
  budget: Type.Object({
    amount: Amount,
    budgetBreakdowns: Type.Optional(
      Type.Array(
        Type.Object({
          id: Type.String(),
          budgetBreakdown: Type.Array(
            Type.Object({
              id: Type.String(),
              description: Type.String(),
              amount: Amount,
              period: Span,
            }),
          ),
        }),
      ),
    ),
  }),
  parties: Type.Array(Party),
  publicAuthority: Ref,
  contractingProcesses: Type.Optional(
    Type.Array(
      Type.Object({
        id: Type.String(),
        summary: Type.Object({
          externalReference: Type.String(),
          title: Type.String(),
          status: Type.Enum(['active', 'closed']),
          suppliers: Type.Array(Ref),
          contractValue: Amount,
          contractPeriod: Span,
        }),
      }),
    ),
  ),
  /** Not of the standard: a demonstration's. The title says so, too. */
  madeUp: Type.Boolean(),
});
export type Oc4idsProject = Static<typeof Oc4idsProject>;
export const Oc4idsPackage = Type.Object({
  version: Type.Literal('0.9'),
  uri: Type.String(),
  publishedDate: Type.String(),
  publisher: Type.Object({ name: Type.String() }),
  projects: Type.Array(Oc4idsProject),
});
export type Oc4idsPackage = Static<typeof Oc4idsPackage>;

export const Complain = Type.Object(
  {
    /** What the form was handed out with: it names the complaint, so that sending twice enters it once. */
    ticket: Type.String({ minLength: 1, maxLength: 200, pattern: noNul }),
    place: Key,
    /** The copy it is about. */
    copy: orNull(Id),
    subject: Type.String({ minLength: 1, maxLength: 80, pattern: said }),
    said: Type.String({ minLength: 1, maxLength: 1000, pattern: said }),
    contact: orNull(Type.String({ maxLength: 200, pattern: noNul, hidden: 'contact' })),
  },
  closed,
);
export type Complain = Static<typeof Complain>;
export const Complained = Type.Object({ receipt: Type.String(), code: Type.String() });
export type Complained = Static<typeof Complained>;
export const LookUp = Type.Object(
  {
    receipt: Type.String({ maxLength: 40, pattern: noNul }),
    code: Type.String({ maxLength: 40, pattern: noNul }),
  },
  closed,
);
export const LookedUp = Type.Object({
  receipt: Type.String(),
  receivedOn: Type.String(),
  subject: Type.String(),
  state: Type.Enum([...complaintStates]),
  reply: orNull(Type.String()),
  repliedOn: orNull(Type.String()),
});
export type LookedUp = Static<typeof LookedUp>;
