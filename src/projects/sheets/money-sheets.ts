/** Contracts and requests for payment as sheets: drafts of the own town, checked and sent on as those written by hand. */
import Type from 'typebox';
import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Refusal } from '../../platform/http/endpoint.ts';
import type { Choice } from '../../platform/sheets/description.ts';
import { type Known, sheetKind } from '../../platform/sheets/kind.ts';
import { Id } from '../../teams/contract-values.ts';
import { RegisterContract, RegisterRequest } from '../contract-money.ts';
import { amendContract, moveContract, registerContract } from '../store/contracts.ts';
import { moveRequest, registerRequest } from '../store/requests.ts';
import { contractColumns, requestColumns } from './money-columns.ts';
import { leftIn, mustStandAlone } from './take-back.ts';

type Contract = RegisterContract & { project: string };
type Request = RegisterRequest & { project: string };

export const contractSheet = sheetKind<Contract>({
  code: 'projects.contract',
  version: 2,
  permission: 'projects.write',
  name: { zh: '合同', en: 'Contracts' },
  about: {
    zh: '每行一份主合同。导入后为草稿，经另一人复核后生效。',
    en: 'A line is a main contract. A draft until a second person has checked it.',
  },
  columns: contractColumns,
  sameIn: ['number'],
  mostThings: 2_000,
  shape: Type.Object({ ...RegisterContract.properties, project: Id }),
  refusedAt: {
    'projects.refusal.number_taken': 'number',
    'projects.refusal.state': 'project',
    'projects.refusal.day_to_come': 'signedOn',
    'projects.refusal.founded_to_come': 'contractorFounded',
  },
  constraints: { contract_number: 'projects.refusal.number_taken' },
  lists: async (client, { seat }) => ({ projects: await projectChoices(client, seat) }),
  saidOf: ([first, ...more]) => {
    if (!first) throw new Error('a thing has a line');
    const found = /^(\d{1,2})(?:\.(\d))?%?$/.exec(String(first.retention));
    if (!found) return { problem: { column: 'retention', code: 'projects.form.retention' } };
    if (more.length > 0) return { problem: { column: 'number', code: 'imports.problem.twice' } };
    const retention = Number(found[1]) * 10 + Number(found[2] ?? 0);
    // The columns made each of them; the shape is checked before anything is done with it.
    return { said: { ...first, retention, kind: 'main', changes: null } as unknown as Contract };
  },
  told: ({ number, contractor, amount }) => ({ name: `${number} ${contractor}`, amount }),
  known: async (client, { seat }, said) => {
    const { rows } = await client.query<Known & { number: string; project: string }>(
      `select c.number, c.project_id as project, c.id, ${instant('c.changed_at')} as seen from projects.contract c
       where c.place_key = $1 and c.number = any ($2) and c.kind = 'main' and c.state in ('drafted', 'returned')`,
      [seat, said.map(({ number }) => number)],
    );
    return said.map(
      ({ number, project }) =>
        rows.find((one) => one.number === number && one.project === project) ?? null,
    );
  },
  write: async (client, caller, { id, said: { project, ...said }, known, today }) => {
    if (!known) await registerContract(client, caller, id, project, said, today);
    const { kind: _, changes: __, ...head } = said;
    const before = known
      ? (await amendContract(client, caller, id, { ...head, seen: known.seen }, today)).before
      : null;
    return { ...(await leftIn(client, 'contract', id)), before };
  },
  takeBack: async (client, caller, { id, seen, before, reason, today }) => {
    const said = before as (Contract & { state: string }) | null; // its own write made it
    await mustStandAlone(client, 'contract', { id, seen, before: said });
    if (said === null) {
      await moveContract(client, caller, id, 'discard', { seen, reason }, today);
      return;
    }
    const { number, contractor, contractorCode, signedOn, amount, retention, retainedTo } = said;
    const head = { number, contractor, contractorCode, signedOn, amount, retention, retainedTo };
    // What was kept before this was asked for does not have it.
    const { contractorFounded = null } = said;
    await amendContract(client, caller, id, { ...head, contractorFounded, seen }, today);
  },
});

export const requestSheet = sheetKind<Request>({
  code: 'projects.request',
  version: 1,
  permission: 'projects.write',
  name: { zh: '支付申请', en: 'Requests for payment' },
  about: {
    zh: '每行一笔支付申请。导入后为草稿，提交前可以修改；系统只登记，不付款。',
    en: 'A line is a request for payment. A draft until it is handed in; nothing is paid by this system.',
  },
  columns: requestColumns,
  sameIn: ['contract', 'invoice'],
  mostThings: 2_000,
  shape: Type.Object({ ...RegisterRequest.properties, project: Id }),
  refusedAt: {
    'projects.refusal.contract_first': 'contract',
    'projects.refusal.day_to_come': 'askedOn',
    'projects.refusal.day_before': 'askedOn',
    'projects.refusal.sheet_invoice': 'invoice',
  },
  constraints: {},
  lists: async (client, { seat }) => ({ contracts: await contractChoices(client, seat) }),
  saidOf: ([first, ...more]) => {
    if (!first) throw new Error('a thing has a line');
    if (more.length > 0) return { problem: { column: 'invoice', code: 'imports.problem.twice' } };
    const [contract, project] = String(first.contract).split(' ');
    // The columns made each of them; the shape is checked before anything is done with it.
    return { said: { ...first, contract, project } as unknown as Request };
  },
  told: ({ payee, invoice, amount }) => ({ name: `${payee} ${invoice ?? ''}`, amount }),
  known: async (_, __, said) => said.map(() => null),
  write: async (client, caller, { id, said: { project, ...said }, today }) => {
    await mustBeNew(client, caller.seat, said);
    await registerRequest(client, caller, id, project, said, today);
    return { ...(await leftIn(client, 'request', id)), before: null };
  },
  takeBack: async (client, caller, { id, seen, reason, today }) => {
    await moveRequest(client, caller, id, 'discard', { seen, reason }, today);
    await mustStandAlone(client, 'request', { id, seen, before: null });
  },
});

/** @throws Refusal when the contract has a request with this invoice: sending a sheet twice registers nothing twice. */
async function mustBeNew(
  client: Client,
  town: string,
  { contract, invoice }: Pick<Request, 'contract' | 'invoice'>,
): Promise<void> {
  const { rows } = await client.query(
    `select from projects.request where place_key = $1 and contract_id = $2 and invoice = $3 and state <> 'discarded' limit 1`,
    [town, contract, invoice],
  );
  if (rows.length > 0) throw new Refusal('projects.refusal.sheet_invoice');
}

/** Projects of a town that are not over, by name and number. */
export async function projectChoices(client: Client, town: string): Promise<Choice[]> {
  const { rows } = await client.query<{ id: string; name: string; number: string }>(
    `select id, name, number from projects.project
     where place_key = $1 and state not in ('discarded', 'terminated', 'handed_over') order by year desc, number limit 5000`,
    [town],
  );
  return rows.map(({ id, name, number }) => ({
    value: id,
    word: { zh: name, en: name },
    hint: number,
  }));
}

/** A contract's value carries its project: a request is registered under both. */
async function contractChoices(client: Client, town: string): Promise<Choice[]> {
  const { rows } = await client.query<{ value: string; number: string }>(
    `select id::text || ' ' || project_id::text as value, number from projects.contract
     where place_key = $1 and kind = 'main' and state = 'in_force' order by signed_on desc, id limit 5000`,
    [town],
  );
  return rows.map(({ value, number }) => ({ value, word: { zh: number, en: number } }));
}
