/** The session somebody is in: what it is, the places it acts for, its end, and the own password. */
import Type from 'typebox';
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { ActFor, ChangePassword, Session } from '../contract.ts';
import { hashPassword, passwordFits } from '../password.ts';
import { passwordsOf, setPassword } from '../store/accounts.ts';
import { callerOf } from '../store/caller.ts';
import { policyNow } from '../store/policy.ts';
import { placesOf, sessionOf } from '../store/session-view.ts';
import { actFor, endSessions } from '../store/sessions.ts';
import { refuseUsed, refuseWeak } from './new-password.ts';

export const sessionRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/session',
    permission: 'signed_in',
    owing: true,
    summary: { zh: '当前登录', en: 'The current session' },
    reply: { 200: Session },
    handle: async ({ db, caller, today }) => sessionOf(db, caller, today),
  }),
  endpoint({
    method: 'DELETE',
    url: '/api/access/sessions/current',
    permission: 'signed_in',
    owing: true,
    summary: { zh: '退出登录', en: 'Sign out' },
    reply: { 204: Type.Null() },
    handle: async ({ db, caller, setToken }) => {
      await endSessions(db, caller.account, caller.account, caller.session);
      setToken(null);
      return undefined;
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/sessions/current/act-for',
    permission: 'signed_in',
    summary: { zh: '选择当前办理的地方', en: 'Choose the places to act for' },
    body: ActFor,
    reply: { 200: Session },
    handle: async ({ db, client, caller, body, today, token, note }) => {
      const mine = await placesOf(db, caller.account, today);
      if (body.places.some((key) => !mine.some((p) => p.key === key)))
        throw new Refusal('access.refusal.not_your_place');
      await actFor(db, caller.session, body.places);
      note({ object: `session ${caller.session}`, after: { places: body.places } });
      const now = await callerOf(client, token ?? '');
      if (!now) throw new Error('the session of a request must be known');
      return sessionOf(db, now.caller, now.today);
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/own/password',
    permission: 'signed_in',
    owing: true,
    summary: { zh: '修改自己的密码', en: 'Change the own password' },
    body: ChangePassword,
    reply: { 204: Type.Null() },
    handle: async ({ db, caller, body, note }) => {
      note({ object: `account ${caller.account}` });
      if (caller.owes === 'second_factor')
        throw new Refusal('platform.refusal.owes_second_factor', {}, 403);
      const policy = await policyNow(db);
      const earlier = await passwordsOf(db, caller.account, policy.history);
      if (!(await passwordFits(earlier[0] ?? null, body.current)))
        throw new Refusal('access.refusal.wrong_current');
      const account = await db
        .selectFrom('access.account')
        .select('name')
        .where('id', '=', caller.account)
        .executeTakeFirstOrThrow();
      refuseWeak(body.password, account.name, policy);
      await refuseUsed(body.password, earlier, policy);
      await setPassword(db, caller.account, await hashPassword(body.password), {
        mustChange: false,
        keepSession: caller.session,
      });
      return undefined;
    },
  }),
];
