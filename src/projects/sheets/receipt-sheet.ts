/** Receipts of the treasury as a sheet: each registered on its request by the deed of the form, and taken back by reversal. */
import Type, { type Static } from 'typebox';
import { exactYuan, plainYuan } from '../../kit/money.ts';
import { fill } from '../../kit/words.ts';
import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { type LineFault, sheetKind } from '../../platform/sheets/kind.ts';
import { closed, Day, Name, orNull } from '../../teams/contract-values.ts';
import { RegisterRequest } from '../contract-money.ts';
import type { RequestState } from '../rules.ts';
import { moveRequest, receiptConstraints } from '../store/requests.ts';
import { words } from '../words.ts';
import { receiptColumns } from './receipt-columns.ts';
import { leftIn } from './take-back.ts';

const Said = Type.Object(
  {
    ...{ contract: Name, invoice: orNull(Name), payee: orNull(Name), receipt: Name, day: Day },
    ...{ amount: RegisterRequest.properties.amount, bookedOn: orNull(Day) },
  },
  closed,
);
type Said = Static<typeof Said>;

interface Request {
  id: string;
  seen: string;
  contract: string;
  invoice: string | null;
  payee: string;
  amount: string;
  state: RequestState;
  receipt: string | null;
}
const mostReceipts = 500;
/** More no drop-down is of use for. */
const mostOffered = 5_000;

export const receiptSheet = sheetKind<Said>({
  code: 'projects.receipt',
  version: 1,
  permission: 'projects.write',
  name: { zh: '国库支付回单', en: 'Receipts of the treasury' },
  about: {
    zh: '每行一张回单，登记到一笔已送审的支付申请上，登记后计支出。模板已带出等待回单的申请（要有导出权限），填上回单号和日期即可，没有回单的删掉。系统只登记，不付款。',
    en: 'A line is a receipt of a request that was sent; it is spent by it. The template begins with the requests that wait, for who may export: fill in number and day, remove what has no receipt yet. Nothing is paid by this system.',
  },
  columns: receiptColumns,
  sameIn: ['receipt'],
  newOn: { zh: '登记', en: 'Registered' },
  mostThings: mostReceipts,
  shape: Said,
  refusedAt: {
    'projects.refusal.receipt_taken': 'receipt',
    'projects.refusal.day_to_come': 'day',
    'projects.refusal.day_before': 'day',
    'projects.refusal.month_shut': 'bookedOn',
    'projects.refusal.month_closed': 'bookedOn',
    'projects.refusal.above_contract': 'amount',
    'projects.refusal.quota_spent': 'amount',
    'projects.refusal.sheet_amount': 'amount',
    'projects.refusal.sheet_which_request': 'invoice',
    'projects.refusal.sheet_request': 'contract',
    'projects.refusal.sheet_paid': 'contract',
    'projects.refusal.sheet_not_sent': 'contract',
    'projects.refusal.receipt_of_batch': 'contract',
    'projects.refusal.state': 'contract',
  },
  constraints: receiptConstraints,
  lists: async (client, { seat }) => ({
    contracts: (await contractsWaiting(client, seat)).map((number) => ({
      ...{ value: number, word: { zh: number, en: number } },
    })),
  }),
  begins: async (client, { seat }, lang) => {
    const rows = await waiting(client, seat);
    const count = rows[0]?.count ?? 0;
    const lines = rows.map(({ contract, invoice, payee, amount }) => ({
      ...{ contract, invoice, payee },
      amount: { of: Number(plainYuan(amount)), as: 'yuan' as const },
    }));
    if (count <= mostReceipts) return { lines };
    const params = { count, most: mostReceipts };
    return { lines, leftOut: fill(words['projects.sheet.receipts_left_out'][lang], params) };
  },
  saidOf: ([first, ...more]) => {
    if (!first) throw new Error('a thing has a line');
    if (more.length > 0) return { problem: { column: 'receipt', code: 'imports.problem.twice' } };
    // The columns made each of them; the shape is checked before anything is done with it.
    return { said: first as unknown as Said };
  },
  told: ({ receipt, contract, payee, amount }) => ({
    name: [receipt, contract, payee].filter(Boolean).join(' '),
    amount,
  }),
  known: async (client, caller, said) => {
    const requests = await requestsOf(client, caller, said);
    return said.map((one) => {
      const found = requestFor(one, requests);
      return 'code' in found ? null : { id: found.id, seen: found.seen };
    });
  },
  write: async (client, caller, { said, known, today }) => {
    const found = requestFor(said, await requestsOf(client, caller, [said]));
    if ('code' in found) throw new Refusal(found.code, found.params);
    // What is told apart only because a line above took the other one is not told apart.
    if (found.id !== known?.id)
      throw new Refusal('projects.refusal.sheet_which_request', { count: 2 });
    const { receipt, day, bookedOn } = said;
    // The form's refusals of the two days are of the same words: which of them it is, is known here.
    if (bookedOn && bookedOn > today)
      return { faults: [booked('projects.refusal.day_to_come', { today })] };
    if (bookedOn && bookedOn < day)
      return { faults: [booked('projects.refusal.day_before', { day })] };
    await moveRequest(
      client,
      caller,
      found.id,
      'receipt',
      { seen: found.seen, receipt, day, bookedOn },
      today,
    );
    return { ...(await leftIn(client, 'request', found.id)), before: null };
  },
  takeBack: async (client, caller, { id, seen, reason, today }) => {
    await moveRequest(client, caller, id, 'reverse', { seen, reason }, today);
  },
  undoneBy: {
    permission: 'projects.decide',
    refusals: ['projects.refusal.same_person', 'projects.refusal.no_right'],
    note: {
      zh: '回单登记后不删不改。整批撤销是逐笔冲红：所在月份已结账的，冲红记入其后第一个未结账月份；申请回到“已送审未付”。须由导入人以外、有审核权限的本单位同事办理；登记后又有变动的，不能整批撤销，请到项目页逐笔冲红。',
      en: 'A receipt once registered is neither deleted nor changed. Taking all back reverses them one by one, where their month is closed in the first month that is open; the requests wait for their receipts again. A colleague of the office does it who did not take them in and may decide; where one of them moved on since, reverse them one by one on the pages of their projects.',
    },
  },
});

const booked = (code: string, params: Record<string, string>): LineFault => ({
  ...{ line: 1, column: 'bookedOn', code, params },
});

/** Requests of contracts that are named, as far as the office deals with them: its own, and those of the towns right below it. */
async function requestsOf(
  client: Client,
  { seat }: Caller,
  said: readonly Said[],
): Promise<Request[]> {
  const { rows } = await client.query<Request>(
    `select q.id, ${instant('q.changed_at')} as seen, c.number as contract, q.invoice, q.payee, q.amount::text as amount,
       q.state, q.receipt
     ${ofOffice} where r.key = $1 and c.number = any ($2) and q.state <> 'discarded'`,
    [seat, [...new Set(said.map(({ contract }) => contract))]],
  );
  return rows;
}

/** Requests that wait for their receipts, the longest first; those of a batch of subsidies are registered on the batch. */
async function waiting(client: Client, seat: string) {
  const { rows } = await client.query<
    Pick<Request, 'contract' | 'invoice' | 'payee' | 'amount'> & { count: number }
  >(
    `select c.number as contract, q.invoice, q.payee, q.amount::text as amount, count(*) over ()::integer as count
     ${ofOffice} where r.key = $1 and ${waits} order by q.asked_on, q.id limit ${mostReceipts}`,
    [seat],
  );
  return rows;
}

/** Contracts of all of them, also of those a template leaves out. */
async function contractsWaiting(client: Client, seat: string): Promise<string[]> {
  const { rows } = await client.query<{ number: string }>(
    `select c.number ${ofOffice} where r.key = $1 and ${waits}
     group by c.number order by min(q.asked_on), c.number limit ${mostOffered}`,
    [seat],
  );
  return rows.map(({ number }) => number);
}

const ofOffice = `
  from regions.region r
  join regions.region t on t.key = r.key or (t.parent = r.key and t.level = 'town')
  join projects.request q on q.county = t.county and q.place_key = t.key
  join projects.contract c on c.county = q.county and c.id = q.contract_id`;
const waits = `q.state = 'sent'
  and not exists (select from subsidies.batch b where b.county = q.county and b.request_id = q.id)`;

interface Fault {
  code: string;
  params: Record<string, string | number>;
}

/** The request a line is about: of what fits, what waits for a receipt; where more do, what is of its amount. */
function requestFor(said: Said, all: readonly Request[]): Request | Fault {
  const fitting = all.filter(
    ({ contract, invoice, payee }) =>
      contract === said.contract &&
      (said.invoice === null || bare(invoice) === bare(said.invoice)) &&
      (said.payee === null || bare(payee) === bare(said.payee)),
  );
  const sent = fitting.filter(({ state }) => state === 'sent');
  const exact = sent.filter(({ amount }) => amount === said.amount);
  const [found] = sent.length > 1 && exact.length > 0 ? exact : sent;
  const count = exact.length > 0 ? exact.length : sent.length;
  if (count > 1) return { code: 'projects.refusal.sheet_which_request', params: { count } };
  if (found && found.amount !== said.amount)
    return { code: 'projects.refusal.sheet_amount', params: { amount: exactYuan(found.amount) } };
  if (found) return found;
  const paid = fitting.find(({ state }) => state === 'paid');
  if (paid) return { code: 'projects.refusal.sheet_paid', params: { receipt: paid.receipt ?? '' } };
  const code = fitting.length > 0 ? 'sheet_not_sent' : 'sheet_request';
  return { code: `projects.refusal.${code}`, params: {} };
}

const bare = (text: string | null): string => (text ?? '').replaceAll(/\s+/g, '').toUpperCase();
