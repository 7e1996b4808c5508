/** Accounts made from a spreadsheet: looked at whole, made whole or not at all. */
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import type { SheetRow } from '../../contract-accounts.ts';
import * as contract from '../../contract-accounts.ts';
import { isPosted } from '../../rules/admin.ts';
import { draftsOf } from '../../rules/sheet-rows.ts';
import { sheetLines } from '../../sheet-file.ts';
import { makeAccounts } from '../../store/admin/make-accounts.ts';
import { type Resolved, resolved } from '../../store/admin/sheet.ts';
import { accountConstraints } from './asked-rights.ts';

const permission = 'access.accounts';
/** The file, and the name it goes by in the body. */
const bodyLimit = contract.sheetCharacters + 1_024;

function read(client: Client, caller: Caller, file: string): Promise<Resolved[]> {
  const drafts = draftsOf(sheetLines(Buffer.from(file, 'base64')));
  if (drafts.length === 0) throw new Refusal('access.refusal.sheet_empty');
  return resolved(client, caller, drafts);
}

/** A sheet of 500 asks the roster 500 times: six at once, then one in five seconds. */
const cost = 100;

/** Whom the roster was asked about, for the audit: as the line wrote them, at most so long. */
const asked = (rows: readonly SheetRow[]) =>
  rows
    .filter(({ role, unitName }) => role !== null && isPosted(role) && unitName !== '')
    .map(({ displayName, unitName }) => ({
      name: displayName.slice(0, mostOfName),
      unit: unitName.slice(0, mostOfName),
    }));
const mostOfName = 100;

export const sheetRoutes: Endpoint[] = [
  endpoint({
    method: 'POST',
    url: '/api/access/account-sheets/preview',
    permission,
    cost,
    bodyLimit,
    summary: {
      zh: '预览开户表格，一次列出全部问题，不改数据',
      en: 'Look at a spreadsheet of accounts: every fault of every row, nothing changed',
    },
    body: contract.Sheet,
    reply: { 200: contract.SheetRead },
    secret: 'reply', // names of people are not kept with it
    handle: async ({ client, caller, body, note }) => {
      const rows = (await read(client, caller, body.file)).map(({ row }) => row);
      const faulty = rows.filter(({ faults }) => faults.length > 0).length;
      note({ object: 'accounts', after: { rows: rows.length, faulty, people: asked(rows) } });
      return { rows, faulty };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/account-sheets',
    permission,
    cost,
    stepUp: true,
    bodyLimit,
    summary: {
      zh: '按表格开设账户，全部成功或全部不做',
      en: 'Make the accounts of a spreadsheet, all or none',
    },
    body: contract.Sheet,
    reply: { 201: contract.SheetMade },
    constraints: accountConstraints,
    handle: async ({ client, caller, body, note }) => {
      note({ object: 'accounts' });
      const rows = await read(client, caller, body.file);
      note({ after: { people: asked(rows.map(({ row }) => row)) } });
      const accounts = rows.flatMap(({ account }) => account ?? []);
      if (accounts.length < rows.length)
        throw new Refusal('access.refusal.sheet_faulty', { count: rows.length - accounts.length });
      await makeAccounts(client, accounts, caller.account);
      note({
        after: accounts.map(({ id, name, role, home }) => ({ account: id, name, role, home })),
      });
      return { accounts: accounts.map(({ id }) => id) };
    },
  }),
];
