/** Links with which people set their password: made, listed and taken back by system administrators. */
import { Absent, type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import { placeFor } from '../../../regions/in-scope.ts';
import * as contract from '../../contract-accounts.ts';
import { accountInReach, accountsInReach } from '../../store/admin/account-in-reach.ts';
import {
  accountOfInvitation,
  invitationsOf,
  invite,
  revoke,
  takePassword,
} from '../../store/admin/invitations.ts';
import { policyNow } from '../../store/policy.ts';

const permission = 'access.accounts';

export const invitationRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/invitations',
    permission: 'access.read',
    summary: {
      zh: '还没有用的邀请链接，新的在前',
      en: 'Links not used yet, the newest first',
    },
    query: contract.PlacePageQuery,
    reply: { 200: contract.InvitationRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      return invitationsOf(client, place, { ...query, limit: Number(query.limit ?? 50) });
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/invitations',
    permission,
    stepUp: true,
    summary: {
      zh: '生成设置密码的链接，只显示一次；以前的链接作废',
      en: 'Make links to set a password, told once; earlier ones are void',
    },
    body: contract.Invite,
    reply: { 201: contract.Invited },
    secret: 'reply',
    handle: async ({ client, db, caller, body, note }) => {
      const accounts = await accountsInReach(client, caller, body.accounts);
      const [only, second] = accounts;
      note({
        object: only && !second ? `account ${only.id}` : 'accounts',
        // The audit of the place the accounts are of, where they are of one.
        ...(only && accounts.every((one) => one.home_key === only.home_key)
          ? { place: only.home_key }
          : {}),
      });
      if (accounts.some((a) => a.disabled_at)) throw new Refusal('access.refusal.account_disabled');
      if (accounts.some((a) => a.has_password)) throw new Refusal('access.refusal.has_password');
      const { invitationHours: hours } = await policyNow(db);
      const rows = await invite(client, body.accounts, { hours, by: caller.account });
      note({ after: { invited: accounts.map((a) => a.name), hours } });
      return { rows };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/accounts/:id/reset-password',
    permission,
    stepUp: true,
    summary: {
      zh: '重设密码：旧密码立即失效，登录全部结束，给出新链接',
      en: 'Reset a lost password: it no longer holds, sessions end, a new link is told once',
    },
    params: contract.IdParams,
    reply: { 201: contract.Invited },
    secret: 'reply',
    handle: async ({ client, db, caller, params, note }) => {
      const one = await accountInReach(client, caller, params.id);
      note({ object: `account ${one.id}`, place: one.home_key });
      if (one.id === caller.account) throw new Refusal('access.refusal.own_account');
      if (one.disabled_at) throw new Refusal('access.refusal.account_disabled');
      await takePassword(client, one.id, caller.account);
      const { invitationHours: hours } = await policyNow(db);
      const rows = await invite(client, [one.id], { hours, by: caller.account, resets: true });
      note({ before: { hasPassword: one.has_password }, after: { reset: true, hours } });
      return { rows };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/invitations/:id/revoke',
    permission,
    summary: { zh: '作废邀请链接', en: 'Take a link back' },
    params: contract.IdParams,
    reply: { 200: contract.Done },
    handle: async ({ client, caller, params, note }) => {
      const found = await accountOfInvitation(client, params.id);
      if (!found) throw new Absent();
      const one = await accountInReach(client, caller, found);
      note({ object: `account ${one.id}`, place: one.home_key, after: { revoked: params.id } });
      if (!(await revoke(client, params.id, caller.account)))
        throw new Refusal('access.refusal.invitation_void', {}, 409);
      return { id: params.id };
    },
  }),
];
