/** The session somebody is in: what it is, the places it acts for, and its end. */
import Type from 'typebox';
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { ActFor, Session } from '../contract.ts';
import { placesOf, sessionOf } from '../store/session-view.ts';
import { actFor, endSessions } from '../store/sessions.ts';
import { sessionNow } from './signed-in.ts';

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
      return sessionNow(client, db, token ?? '');
    },
  }),
];
