/** A second factor lost with its recovery codes: a system administrator asks to take it away, a security administrator does. */
import { Absent, type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import * as contract from '../../contract-accounts.ts';
import { askWithoutFactor, granted, requestsInReach } from '../../store/admin/grants.ts';
import { factorOf, removeFactor } from '../../store/own/second-factor.ts';
import { endSessions } from '../../store/sessions.ts';
import { another } from './another.ts';
import { refuseUndecidable } from './grants.ts';

export const lostFactorRoutes: Endpoint[] = [
  endpoint({
    method: 'POST',
    url: '/api/access/accounts/:id/remove-factor',
    permission: 'access.accounts',
    stepUp: true,
    summary: {
      zh: '申请解除一个账户的动态验证码，由安全管理员确认',
      en: 'Ask to take away the second factor of an account; a security administrator confirms',
    },
    params: contract.IdParams,
    body: contract.RemoveFactor,
    reply: { 201: contract.Done },
    constraints: {
      grant_request_waiting: 'access.refusal.request_waiting',
      grant_request_why: 'access.refusal.why_short',
    },
    handle: async ({ client, db, caller, params, body, id, note }) => {
      const one = await another(client, caller, params.id);
      const reason = body.reason.trim();
      note({ object: `account ${one.id}`, place: one.home_key });
      if (one.disabled_at) throw new Refusal('access.refusal.account_disabled');
      if ((await factorOf(db, one.id)).since === null)
        throw new Refusal('access.refusal.account_without_factor');
      await askWithoutFactor(client, { id, account: one, why: reason, by: caller.account });
      note({ after: { asked: id, reason } });
      return { id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/grants/:id/remove-factor',
    permission: 'access.grant',
    stepUp: true,
    summary: {
      zh: '确认解除一个账户的动态验证码：验证器和恢复码作废，登录全部结束',
      en: 'Confirm that the second factor of an account is taken away: authenticator and recovery codes are void, sessions end',
    },
    params: contract.IdParams,
    reply: { 200: contract.Done },
    handle: async ({ client, db, caller, params, note }) => {
      const asked = await requestsInReach(client, caller, [params.id]);
      const [one] = asked;
      if (!one) throw new Absent();
      note({ object: `account ${one.account_id}`, place: one.home_key });
      refuseUndecidable(caller, asked);
      if (one.kind !== 'factor') throw new Refusal('access.refusal.not_about_factor');
      await granted(client, one.id, caller.account);
      await removeFactor(db, one.account_id);
      const ended = await endSessions(db, one.account_id, caller.account);
      note({ before: { secondFactor: true }, after: { secondFactor: false, ended } });
      return { id: params.id };
    },
  }),
];
