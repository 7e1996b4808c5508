/** Notices: entered by the security administrator, ended before their time, seen by those who look under them. */
import { Absent, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { AddNotice, Auditors, Done, IdParams, Notices } from '../contract-notices.ts';
import { addNotice, allWithin, auditorsFor, endNotice, noticesFor } from '../store/notices.ts';

export const noticeRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/notices',
    permission: 'access.grant',
    summary: { zh: '通知书一览', en: 'Notices' },
    reply: { 200: Notices },
    handle: async ({ client, caller, today }) => ({
      rows: await noticesFor(client, caller, today, false),
    }),
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/own/notices',
    permission: 'signed_in',
    summary: { zh: '本人凭据的通知书', en: 'Notices one looks under' },
    reply: { 200: Notices },
    handle: async ({ client, caller, today }) => ({
      rows: await noticesFor(client, caller, today, true),
    }),
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/auditors',
    permission: 'access.grant',
    summary: { zh: '可列入通知书的审计账户', en: 'Accounts a notice may name' },
    reply: { 200: Auditors },
    handle: async ({ client, caller }) => ({ rows: await auditorsFor(client, caller) }),
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/notices',
    permission: 'access.grant',
    stepUp: true,
    summary: { zh: '登记通知书', en: 'Enter a notice' },
    body: AddNotice,
    reply: { 201: Done },
    constraints: {
      notice_number: 'access.refusal.notice_number_taken',
      notice_dates: 'access.refusal.notice_dates',
      notice_pkey: 'access.refusal.notice_number_taken',
    },
    handle: async ({ db, client, caller, id, body, today, note }) => {
      if (!allWithin(caller, body.places)) throw new Absent();
      if (body.endsOn < today) throw new Refusal('access.refusal.notice_over');
      const known = new Set((await auditorsFor(client, caller)).map((a) => a.id));
      if (body.accounts.some((account) => !known.has(account)))
        throw new Refusal('access.refusal.not_an_auditor');
      note({ object: `notice ${body.number}`, place: body.places[0] ?? '', after: body });
      await addNotice(db, { ...body, id, by: caller.account });
      return { id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/notices/:id/end',
    permission: 'access.grant',
    stepUp: true,
    summary: { zh: '提前结束通知书授权', en: 'End a notice before its time' },
    params: IdParams,
    reply: { 200: Done },
    handle: async ({ db, caller, params, today, note }) => {
      const ended = await endNotice(db, caller, params.id, today);
      if (!ended) throw new Refusal('access.refusal.notice_ended');
      note({ object: `notice ${ended.number}`, place: ended.place, after: { endedOn: today } });
      return { id: params.id };
    },
  }),
];
