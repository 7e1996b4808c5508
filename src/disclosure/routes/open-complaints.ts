/** Complaints of the public: entering one, and looking up what became of it. */
import { withoutNumbers } from '../../kit/digits.ts';
import { Absent, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { placeOf } from '../../platform/secrets/envelope.ts';
import { Complain, Complained, LookedUp, LookUp } from '../contract-open.ts';
import { codeFor, idOf, plainCode } from '../open/ticket.ts';
import { complaintState, enterComplaint } from '../store/open.ts';

export const openComplaintRoutes: Endpoint[] = [
  endpoint({
    method: 'POST',
    url: '/public/api/disclosure/complaints',
    permission: 'public',
    summary: { zh: '反映问题', en: 'Enter a complaint' },
    body: Complain,
    secret: 'reply',
    // What is entered stays, and a county takes so many an hour: no address sends more than two or three a minute.
    cost: 250,
    costStays: true,
    reply: { 201: Complained },
    constraints: {
      complaint_flood: 'disclosure.refusal.flood',
      complaint_other: 'disclosure.refusal.other_complaint',
    },
    handle: async ({ client, body, today, secrets, note }) => {
      const id = idOf(secrets, body.ticket, Date.now());
      if (id === null) throw new Refusal('disclosure.refusal.ticket');
      // Others read what is said; a number of a person has its own, sealed field.
      for (const text of [body.subject, body.said])
        if (withoutNumbers(text) !== text)
          throw new Refusal('disclosure.refusal.number_in_complaint');
      const contact = body.contact?.trim();
      const sealed = contact
        ? secrets.seal(contact, placeOf('disclosure.complaint', id, 'contact'))
        : null;
      const code = codeFor(secrets, id);
      const receipt = await enterComplaint(client, body, {
        ...{ id, contact: sealed, code: plainCode(code), today },
      });
      if (receipt === null) throw new Absent();
      note({ object: `complaint ${id}`, place: body.place, after: { receipt } });
      return { receipt, code };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/public/api/disclosure/complaints/look-up',
    permission: 'public',
    summary: { zh: '查询反映的问题', en: 'Look up a complaint' },
    body: LookUp,
    secret: 'body',
    cost: 40,
    reply: { 200: LookedUp },
    handle: async ({ client, body }) => {
      const found = await complaintState(client, body.receipt.trim(), plainCode(body.code));
      if (!found) throw new Refusal('disclosure.refusal.no_complaint');
      return found;
    },
  }),
];
