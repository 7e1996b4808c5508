/** What is asked for an account, confirmed or refused by a security administrator who neither made nor asked for it. */
import { type Caller, type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import { placeFor } from '../../../regions/in-scope.ts';
import * as contract from '../../contract-accounts.ts';
import type { RoleName } from '../../roles.ts';
import { mayGrant } from '../../rules/admin.ts';
import {
  type Asked,
  confirm,
  grantsOf,
  refuse,
  requestsInReach,
} from '../../store/admin/grants.ts';

const permission = 'access.grant';

/**
 * Each is waiting, and another's to have asked for: two people, neither of them the holder.
 * @throws Refusal when one is decided already, or not the caller's to decide
 */
export function refuseUndecidable(caller: Caller, asked: readonly Asked[]): void {
  const me = { account: caller.account, role: caller.role as RoleName }; // roles of accounts are these
  for (const one of asked) {
    const whose = { account: one.account_id, madeBy: one.created_by, askedBy: one.asked_by };
    if (!mayGrant(me, whose)) throw new Refusal('access.refusal.not_yours_to_grant');
    if (one.state !== 'waiting') throw new Refusal('access.refusal.decided_already', {}, 409);
  }
}

export const grantRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/grants',
    permission: 'access.read',
    summary: {
      zh: '待授权和已办的授权，先报的在前',
      en: 'Grants asked for, the oldest first; those waiting unless another state is named',
    },
    query: contract.GrantsQuery,
    reply: { 200: contract.GrantRows },
    handle: async ({ client, caller, query, today }) => {
      const place = await placeFor(client, caller, query.place);
      const { state = 'waiting', after, limit } = query;
      return grantsOf(client, caller, place, today, { state, after, limit: Number(limit ?? 50) });
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/grants/confirm',
    permission,
    stepUp: true,
    summary: { zh: '授予权限', en: 'Confirm role and place of accounts' },
    body: contract.ConfirmGrants,
    reply: { 200: contract.Counted },
    handle: async ({ client, caller, body, note }) => {
      const asked = await requestsInReach(client, caller, body.requests);
      const [only, second] = asked;
      note({
        object: only && !second ? `account ${only.account_id}` : 'accounts',
        ...(only && asked.every((one) => one.home_key === only.home_key)
          ? { place: only.home_key }
          : {}),
      });
      refuseUndecidable(caller, asked);
      if (asked.some(({ kind }) => kind === 'factor'))
        throw new Refusal('access.refusal.factor_by_itself');
      const count = await confirm(client, body.requests, caller.account);
      note({
        after: asked.map(({ account_id, name, role, home_key }) => ({
          ...{ account: account_id, name, role, home: home_key },
        })),
      });
      return { count };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/grants/:id/refuse',
    permission,
    summary: { zh: '退回申请', en: 'Refuse what was asked for an account' },
    params: contract.IdParams,
    body: contract.RefuseGrant,
    reply: { 200: contract.Done },
    constraints: { grant_request_reason: 'access.refusal.reason_short' },
    handle: async ({ client, caller, params, body, note }) => {
      const asked = await requestsInReach(client, caller, [params.id]);
      for (const one of asked) note({ object: `account ${one.account_id}`, place: one.home_key });
      refuseUndecidable(caller, asked);
      await refuse(client, params.id, caller.account, body.reason.trim());
      note({ after: { refused: params.id, reason: body.reason.trim() } });
      return { id: params.id };
    },
  }),
];
