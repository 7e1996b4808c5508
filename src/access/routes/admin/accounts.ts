/** Accounts of a place: listed, made, changed, disabled, let in again. Nobody changes the own account. */
import type { Client } from '../../../platform/db/pool.ts';
import { type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import { placeFor } from '../../../regions/in-scope.ts';
import * as contract from '../../contract-accounts.ts';
import { isAdministrator, mayBecome } from '../../rules/admin.ts';
import { accountName, displayNameFits, nameFits } from '../../rules/sheet-rows.ts';
import { anotherStays, type KnownAccount } from '../../store/admin/account-in-reach.ts';
import { accountsOf } from '../../store/admin/list-accounts.ts';
import * as make from '../../store/admin/make-accounts.ts';
import { accountPage } from '../../store/admin/one-account.ts';
import { endSessions } from '../../store/sessions.ts';
import { another } from './another.ts';
import { accountConstraints, askedRights } from './asked-rights.ts';

const permission = 'access.accounts';

/** Somebody must remain who can do what this administrator does here. */
async function refuseLast(client: Client, one: KnownAccount): Promise<void> {
  const counts = isAdministrator(one.role) && one.granted_at !== null && one.disabled_at === null;
  if (counts && !(await anotherStays(client, one)))
    throw new Refusal('access.refusal.last_administrator');
}

const rightsOf = (a: KnownAccount) => ({
  role: a.role,
  home: a.home_key,
  person: a.person_id,
  organisation: a.organisation_id,
});

export const accountRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/accounts',
    permission: 'access.read',
    summary: { zh: '一个地方及以下的账户', en: 'Accounts of a place and everything in it' },
    query: contract.AccountsQuery,
    reply: { 200: contract.AccountRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      return accountsOf(client, place, { ...query, limit: Number(query.limit ?? 50) });
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/accounts/:id',
    permission: 'access.read',
    summary: {
      zh: '一个账户：权限、看得到的地方、登录、经过',
      en: 'One account: rights, places, sessions, what was asked and decided',
    },
    params: contract.IdParams,
    reply: { 200: contract.AccountPage },
    handle: ({ client, db, caller, params, today }) =>
      accountPage(client, db, caller, params.id, today),
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/accounts',
    permission,
    stepUp: true,
    summary: {
      zh: '开设账户，权限待安全管理员授予',
      en: 'Make an account; a security administrator grants its rights',
    },
    body: contract.MakeAccount,
    reply: { 201: contract.Done },
    constraints: accountConstraints,
    handle: async ({ client, caller, body, id, note }) => {
      const [name, displayName] = [accountName(body.name), body.displayName.trim()];
      note({ object: `account ${id}`, place: body.home });
      if (!nameFits(name)) throw new Refusal('access.refusal.name_form');
      if (!displayNameFits(displayName)) throw new Refusal('access.refusal.display_name');
      const rights = await askedRights(client, caller, body);
      await make.makeAccounts(client, [{ id, name, displayName, ...rights }], caller.account);
      note({ after: { name, ...rights } });
      return { id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/accounts/:id/change',
    permission,
    stepUp: true,
    summary: {
      zh: '调整岗位或归属地，重新授权后生效',
      en: 'Change role or place; holds once granted anew',
    },
    params: contract.IdParams,
    body: contract.ChangeAccount,
    reply: { 200: contract.Done },
    constraints: accountConstraints,
    handle: async ({ client, caller, params, body, note }) => {
      const before = await another(client, caller, params.id);
      note({ object: `account ${before.id}`, place: before.home_key, before: rightsOf(before) });
      if (before.disabled_at) throw new Refusal('access.refusal.account_disabled');
      if (!mayBecome(before.role, body.role))
        throw new Refusal('access.refusal.administrator_role');
      const rights = await askedRights(client, caller, body, before);
      if (JSON.stringify(rights) === JSON.stringify(rightsOf(before)) && before.granted_at)
        throw new Refusal('access.refusal.nothing_changes');
      await refuseLast(client, before);
      await make.changeRights(client, before, rights, caller.account);
      note({ after: rights });
      return { id: before.id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/accounts/:id/rename',
    permission,
    summary: { zh: '改姓名', en: 'Correct the name shown' },
    params: contract.IdParams,
    body: contract.RenameAccount,
    reply: { 200: contract.Done },
    handle: async ({ client, caller, params, body, note }) => {
      const before = await another(client, caller, params.id);
      const displayName = body.displayName.trim();
      note({ object: `account ${before.id}`, place: before.home_key });
      if (!displayNameFits(displayName)) throw new Refusal('access.refusal.display_name');
      await make.rename(client, before.id, displayName);
      note({ before: { displayName: before.display_name }, after: { displayName } });
      return { id: before.id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/accounts/:id/disable',
    permission,
    stepUp: true,
    summary: { zh: '停用账户，立即生效', en: 'Disable an account, at once' },
    params: contract.IdParams,
    body: contract.DisableAccount,
    reply: { 200: contract.Done },
    handle: async ({ client, caller, params, body, note }) => {
      const before = await another(client, caller, params.id);
      note({ object: `account ${before.id}`, place: before.home_key });
      if (before.disabled_at) throw new Refusal('access.refusal.account_disabled');
      await refuseLast(client, before);
      await make.disable(client, before.id, body.why, caller.account);
      note({ before: { granted: before.granted_at !== null }, after: { disabledWhy: body.why } });
      return { id: before.id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/accounts/:id/enable',
    permission,
    stepUp: true,
    summary: {
      zh: '恢复账户，重新授权后能登录',
      en: 'Enable an account; it signs in once granted anew',
    },
    params: contract.IdParams,
    reply: { 200: contract.Done },
    constraints: accountConstraints,
    handle: async ({ client, caller, params, note }) => {
      const before = await another(client, caller, params.id);
      note({ object: `account ${before.id}`, place: before.home_key });
      if (!before.disabled_at) throw new Refusal('access.refusal.account_enabled');
      await make.enable(client, before, caller.account);
      note({ before: { disabledWhy: before.disabled_why }, after: rightsOf(before) });
      return { id: before.id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/accounts/:id/end-sessions',
    permission,
    summary: { zh: '结束一个账户的全部登录', en: 'End all sessions of an account' },
    params: contract.IdParams,
    reply: { 200: contract.Counted },
    handle: async ({ client, db, caller, params, note }) => {
      const one = await another(client, caller, params.id);
      note({ object: `account ${one.id}`, place: one.home_key });
      const count = await endSessions(db, one.id, caller.account);
      note({ after: { ended: count } });
      return { count };
    },
  }),
];
