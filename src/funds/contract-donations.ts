/** Pledges, their receipts and grants, and goods given. Amounts are strings of fen; goods are value, never money. */
import Type, { type Static } from 'typebox';
import { Fen, Title } from '../platform/contract-values.ts';
import { closed, Day, Key, Name, Note, orNull, page, paging } from '../teams/contract-values.ts';
import { donorKinds, donorPayers, donorSources, goodsStates } from './codes.ts';
import { paperStates } from './codes-papers.ts';
import { DayOfBooks } from './contract-papers.ts';

const Text = Type.String();
const donor = { donorKind: Type.Enum([...donorKinds]), donor: Name };

export const RegisterPledge = Type.Object(
  {
    /** The county or town it is promised to. */
    place: Key,
    ...donor,
    payer: Type.Enum([...donorPayers]),
    /** Where the donor is at home. */
    payerPlace: Key,
    source: Type.Enum([...donorSources]),
    amount: Fen,
    pledgedOn: DayOfBooks,
    /** Letter or agreement. */
    document: orNull(Name),
    /** What it is for; null leaves it to the place. */
    purpose: orNull(Name),
  },
  closed,
);
export type RegisterPledge = Static<typeof RegisterPledge>;
/** Number and day are the bank receipt's. */
export const RegisterReceipt = Type.Object(
  { number: Name, dated: DayOfBooks, amount: Fen },
  closed,
);
export type RegisterReceipt = Static<typeof RegisterReceipt>;
export const RegisterGrant = Type.Object(
  {
    ...RegisterReceipt.properties,
    /** The use or project, by name. */
    use: Title,
    /** What it is given for: of a designated pledge its designation. */
    purpose: Name,
  },
  closed,
);
export type RegisterGrant = Static<typeof RegisterGrant>;
export const ChangeDesignation = Type.Object(
  { purpose: orNull(Name), consentedOn: Day, consent: Note },
  closed,
);
export type ChangeDesignation = Static<typeof ChangeDesignation>;

const sums = { amount: Text, received: Text, outstanding: Text, granted: Text, left: Text };
export const PledgeRow = Type.Object({
  id: Text,
  place: Text,
  placeName: Text,
  office: Text,
  officeName: Text,
  ...donor,
  payer: Type.Enum([...donorPayers]),
  payerName: Text,
  source: Type.Enum([...donorSources]),
  year: Type.Integer(),
  pledgedOn: Text,
  document: orNull(Text),
  purpose: orNull(Text),
  ...sums,
});
export type PledgeRow = Static<typeof PledgeRow>;
export const PledgePage = Type.Object({
  ...PledgeRow.properties,
  /** Whether the caller's office keeps it and the caller may register. */
  keeps: Type.Boolean(),
  designations: Type.Array(
    Type.Object({
      purpose: orNull(Text),
      consentedOn: orNull(Text),
      consent: orNull(Text),
      by: Text,
      at: Text,
    }),
  ),
});
export type PledgePage = Static<typeof PledgePage>;
export const PledgeBooking = Type.Object({
  /** The paper. */
  id: Text,
  kind: Type.Enum(['receipt', 'grant', 'reversal']),
  state: Type.Enum([...paperStates]),
  number: Text,
  use: orNull(Text),
  dated: Text,
  amount: Text,
  /** Whether the caller may open its paper: a town sees what was posted, not the papers of its county. */
  opens: Type.Boolean(),
});
export type PledgeBooking = Static<typeof PledgeBooking>;
export const PledgeBookings = page(PledgeBooking);
export const PledgeQuery = Type.Object({ place: Key, ...paging }, closed);
export const PledgeRows = page(PledgeRow);

export const DonationsQuery = Type.Object({ place: Key }, closed);
export const Donations = Type.Object({
  ...sums,
  /** What projects paid out of these books: part of what was granted, and of no single pledge. */
  throughProjects: Text,
  /** Value of goods that were confirmed: no money. */
  goods: Text,
  donors: Type.Array(Type.Object({ ...donor, pledges: Type.Integer(), ...sums, goods: Text })),
});
export type Donations = Static<typeof Donations>;

export const RegisterGoods = Type.Object(
  {
    place: Key,
    ...donor,
    goods: Name,
    quantity: Name,
    value: Fen,
    /** Invoice, appraisal, price list. */
    valuedBy: Name,
    receivedOn: DayOfBooks,
    usedFor: Name,
  },
  closed,
);
export type RegisterGoods = Static<typeof RegisterGoods>;
export const GoodsRow = Type.Object({
  id: Text,
  place: Text,
  placeName: Text,
  ...donor,
  goods: Text,
  quantity: Text,
  value: Text,
  valuedBy: Text,
  receivedOn: Text,
  usedFor: Text,
  state: Type.Enum([...goodsStates]),
  registeredBy: Text,
  decidedBy: orNull(Text),
  /** What the caller may do now. */
  verbs: Type.Array(Type.Enum(['confirm', 'discard'])),
});
export type GoodsRow = Static<typeof GoodsRow>;
export const GoodsRows = page(GoodsRow);
export const DonationWritten = Type.Object({ id: Text });
