/** Showing one hidden value for a reason, and telling who looked. */
import { Absent, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import type { Sealed } from '../../platform/secrets/envelope.ts';
import { Looks, OwnLooks, PersonQuery, Reveal, Revealed } from './contract.ts';
import type { HiddenFields } from './hidden-field.ts';
import { looksOf, noteLooks, ownLooks } from './store.ts';

export const personalRoutes = (sealed: Pick<Sealed, 'open'>, fields: HiddenFields): Endpoint[] => [
  endpoint({
    method: 'POST',
    url: '/api/access/reveals',
    permission: 'personal.reveal',
    stepUp: true,
    secret: 'reply',
    summary: {
      zh: '查看一项隐藏的个人信息，要写事由，本人看得到',
      en: 'See one hidden personal detail for a reason; the person concerned can see that you did',
    },
    body: Reveal,
    reply: { 200: Revealed },
    handle: async ({ client, caller, id, body, note }) => {
      const { field, row, reason } = body;
      const found = await fields[field]?.(client, caller, row);
      if (!found) throw new Absent();
      note({
        object: found.person ? `person ${found.person}` : `hidden ${row}`,
        place: found.at,
        ...(found.person ? { person: found.person } : {}),
        after: { field, reason },
      });
      if (!found.sealed) throw new Refusal('access.refusal.nothing_hidden');
      await noteLooks(client, { kind: 'reveal', field, reason }, [{ id, person: found.person }]);
      return { value: sealed.open(found.sealed, found.place) };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/looks',
    permission: 'personal.reveal',
    summary: {
      zh: '谁看过本辖区一个人的隐藏信息、何时、为何',
      en: 'Who looked at hidden details of a person of the own area, when and why',
    },
    query: PersonQuery,
    reply: { 200: Looks },
    handle: async ({ client, query }) => ({ rows: await looksOf(client, query.person) }),
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/own/looks',
    permission: 'signed_in',
    summary: { zh: '谁看过我的隐藏信息', en: 'Who looked at my hidden details' },
    reply: { 200: OwnLooks },
    handle: async ({ client, caller }) => ownLooks(client, caller.account),
  }),
];
