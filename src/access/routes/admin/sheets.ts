/** Accounts made from a spreadsheet: looked at whole, made whole or not at all. */
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import * as contract from '../../contract-accounts.ts';
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

export const sheetRoutes: Endpoint[] = [
  endpoint({
    method: 'POST',
    url: '/api/access/account-sheets/preview',
    permission,
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
      note({ object: 'accounts', after: { rows: rows.length, faulty } });
      return { rows, faulty };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/account-sheets',
    permission,
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
