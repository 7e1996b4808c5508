/** The own sessions and the browsers the account is known from. */
import Type from 'typebox';
import { type Endpoint, endpoint } from '../../../platform/http/endpoint.ts';
import { Devices, Ended, Id, OwnSessions } from '../../contract-sign-in.ts';
import { deviceCookie } from '../../cookies.ts';
import { devicesOf, forgetDevice } from '../../store/own/browsers.ts';
import { policyNow } from '../../store/policy.ts';
import { endSessions, sessionsOf } from '../../store/sessions.ts';

export const ownSessionRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/own/sessions',
    permission: 'signed_in',
    summary: { zh: '本人的登录', en: 'The own sessions' },
    reply: { 200: OwnSessions },
    handle: async ({ db, caller }) => ({
      rows: (await sessionsOf(db, caller.account, (await policyNow(db)).idleMinutes)).map((s) => ({
        id: s.id,
        current: s.id === caller.session,
        openedAt: s.created_at,
        seenAt: s.seen_at,
        expiresAt: s.expires_at,
        address: s.address,
        agent: s.agent,
        signedBy: s.signed_by as 'password' | 'sign_on' | 'invitation', // the table has a check
      })),
    }),
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/own/sessions/:id/end',
    permission: 'signed_in',
    stepUp: true,
    summary: { zh: '结束本人的一次登录', en: 'End one of the own sessions' },
    params: Id,
    reply: { 200: Ended },
    handle: async ({ db, caller, params, note }) => {
      note({ object: `account ${caller.account}`, after: { ended: params.id } });
      const ended = await endSessions(db, caller.account, caller.account, params.id);
      return { ended };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/own/sessions/end-others',
    permission: 'signed_in',
    stepUp: true,
    summary: { zh: '结束本人的其他登录', en: 'End all other sessions' },
    reply: { 200: Ended },
    handle: async ({ db, caller, note }) => {
      const but = { but: caller.session };
      const ended = await endSessions(db, caller.account, caller.account, but);
      note({ object: `account ${caller.account}`, after: { ended } });
      return { ended };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/own/devices',
    permission: 'signed_in',
    summary: { zh: '认得的浏览器', en: 'Browsers the account is known from' },
    reply: { 200: Devices },
    handle: async ({ db, caller, cookie }) => ({
      rows: await devicesOf(db, caller.account, cookie(deviceCookie)),
    }),
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/own/devices/:id/forget',
    permission: 'signed_in',
    summary: { zh: '不再认这个浏览器', en: 'Know a browser no longer' },
    params: Id,
    reply: { 204: Type.Null() },
    handle: async ({ db, caller, params, note }) => {
      note({ object: `account ${caller.account}` });
      await forgetDevice(db, caller.account, params.id);
      return undefined;
    },
  }),
];
