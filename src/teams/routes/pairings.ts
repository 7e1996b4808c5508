/** Adding and ending pairings and their duties, and what was done of them. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams, Written } from '../contract-values.ts';
import { AddDuty, AddPairing, EndDuty, EndOn, FulfilDuty } from '../contract-writing.ts';
import {
  addDuty,
  addPairing,
  dutyFor,
  endDuty,
  endPairing,
  fulfilDuty,
  pairingFor,
} from '../store/writing/write-pairing.ts';

const write = { method: 'POST', permission: 'teams.write', reply: { 200: Written } } as const;

export const pairingRoutes: Endpoint[] = [
  endpoint({
    ...write,
    reply: { 201: Written },
    url: '/api/teams/pairings',
    summary: { zh: '登记结对关系', en: 'Add a pairing' },
    body: AddPairing,
    constraints: {
      pairing_organisation: 'teams.refusal.no_such_organisation',
      pairing_pkey: 'teams.refusal.id_taken',
      duty_pkey: 'teams.refusal.id_taken',
    },
    handle: async ({ db, client, caller, id, body, note }) => {
      await placeFor(client, caller, body.place);
      await addPairing(db, client, id, body, caller.account);
      note({ object: `pairing ${id}`, place: body.place, after: body });
      return { id, warnings: [] };
    },
  }),
  endpoint({
    ...write,
    url: '/api/teams/pairings/:id/end',
    summary: { zh: '结束结对关系', en: 'End a pairing' },
    params: IdParams,
    body: EndOn,
    constraints: { pairing_dates: 'teams.refusal.end_before_start' },
    handle: async ({ db, client, caller, params, body, note }) => {
      const pairing = await pairingFor(client, caller, params.id);
      await endPairing(db, pairing, body.endsOn, caller.account);
      note({ object: `pairing ${pairing.id}`, place: pairing.place, before: pairing, after: body });
      return { id: pairing.id, warnings: [] };
    },
  }),
  endpoint({
    ...write,
    reply: { 201: Written },
    url: '/api/teams/duties',
    summary: { zh: '增加任务分工', en: 'Add a duty to a pairing' },
    body: AddDuty,
    constraints: { duty_pkey: 'teams.refusal.id_taken' },
    handle: async ({ db, client, caller, id, body, note }) => {
      const pairing = await pairingFor(client, caller, body.pairing);
      await addDuty(db, id, pairing, body, caller.account);
      note({ object: `duty ${id}`, place: pairing.place, after: body });
      return { id, warnings: [] };
    },
  }),
  endpoint({
    ...write,
    url: '/api/teams/duties/:id/fulfil',
    summary: { zh: '登记任务落实情况', en: 'Record what was done of a duty' },
    params: IdParams,
    body: FulfilDuty,
    handle: async ({ db, client, caller, params, body, note }) => {
      const duty = await dutyFor(client, caller, params.id);
      await fulfilDuty(db, duty, body, caller.account);
      note({ object: `duty ${duty.id}`, place: duty.place, before: duty, after: body });
      return { id: duty.id, warnings: [] };
    },
  }),
  endpoint({
    ...write,
    url: '/api/teams/duties/:id/end',
    summary: { zh: '终止任务分工', en: 'End a duty of which nothing was done' },
    params: IdParams,
    body: EndDuty,
    handle: async ({ db, client, caller, params, body, note }) => {
      const duty = await dutyFor(client, caller, params.id);
      await endDuty(db, duty, body, caller.account);
      note({ object: `duty ${duty.id}`, place: duty.place, before: duty, after: body });
      return { id: duty.id, warnings: [] };
    },
  }),
];
