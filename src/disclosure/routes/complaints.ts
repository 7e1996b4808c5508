/** Complaints of the public as offices above the place handle them; the case itself is the finding of the same id. */
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, limitOf, paged } from '../../teams/store/paging.ts';
import { ComplaintPage, ComplaintQuery, ComplaintRows, Done, ReplyTo } from '../contract.ts';
import { textFault } from '../rules-text.ts';
import { complaintFor, complaintsUnder, replyTo } from '../store/complaints.ts';
import { namesIn } from '../store/facts.ts';

const permission = 'supervision.decide';

export const complaintRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/disclosure/complaints',
    permission,
    summary: { zh: '群众反映', en: 'Complaints of the public' },
    query: ComplaintQuery,
    reply: { 200: ComplaintRows },
    handle: async ({ client, caller, query }) => {
      const { lo, hi } = await placeFor(client, caller, query.place);
      const limit = limitOf(query);
      const before = beforeInstant(query);
      const found = await complaintsUnder(client, caller, { lo, hi, before, limit });
      const { rows, next } = paged(found, limit, (last) => last.cursor);
      return { rows: rows.map(({ cursor, ...row }) => row), next };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/disclosure/complaints/:id',
    permission,
    summary: { zh: '一件群众反映', en: 'One complaint' },
    params: IdParams,
    reply: { 200: ComplaintPage },
    handle: async ({ client, caller, params, lang }) => {
      const { county, ...complaint } = await complaintFor(client, caller, params.id, lang);
      return complaint;
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/disclosure/complaints/:id/reply',
    permission,
    summary: { zh: '答复反映人', en: 'Reply to a complaint' },
    params: IdParams,
    body: ReplyTo,
    reply: { 200: Done },
    handle: async ({ client, caller, params, body, today, lang, note }) => {
      const complaint = await complaintFor(client, caller, params.id, lang);
      const reply = body.reply.trim();
      if (textFault(reply, await namesIn(client, complaint.county)))
        throw new Refusal('disclosure.refusal.reply_tells');
      await replyTo(client, caller, complaint, { reply, today });
      note({ object: `complaint ${complaint.id}`, place: complaint.place, after: { reply } });
      return { id: complaint.id };
    },
  }),
];
