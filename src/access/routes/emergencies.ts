/** Taking a wider scope in an emergency, ending it, and the level above taking note. */
import { inRanges } from '../../platform/db/scope.ts';
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { Done, Emergencies, IdParams, TakeEmergency } from '../contract-notices.ts';
import {
  acknowledgeEmergency,
  emergenciesFor,
  emergencyFor,
  endEmergency,
  placesCalled,
  takeEmergency,
} from '../store/emergencies.ts';

export const emergencyRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/emergencies',
    permission: 'signed_in',
    summary: { zh: '应急授权一览', en: 'Emergencies' },
    reply: { 200: Emergencies },
    handle: async ({ client, caller }) => {
      const others =
        caller.permissions.has('access.emergency') || caller.permissions.has('audit.read');
      const rows = await emergenciesFor(client, caller, others);
      return { rows, open: rows.filter((r) => !r.own && r.acknowledgedAt === null).length };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/emergencies',
    permission: 'access.emergency',
    stepUp: true,
    summary: { zh: '启用应急授权', en: 'Take a wider scope in an emergency' },
    body: TakeEmergency,
    reply: { 201: Done },
    constraints: { emergency_reason: 'access.refusal.emergency_reason' },
    handle: async ({ db, client, caller, id, body, note }) => {
      const found = await placesCalled(client, caller.home, body.place);
      const [place, another] = found;
      if (!place) throw new Refusal('access.refusal.no_such_place', { place: body.place });
      if (another)
        throw new Refusal('access.refusal.place_ambiguous', {
          place: body.place,
          count: found.length,
        });
      if (inRanges(place.key, caller.ranges))
        throw new Refusal('access.refusal.emergency_needless', { place: place.name });
      if (place.tooWide)
        throw new Refusal('access.refusal.emergency_too_wide', { place: place.name });
      if (caller.ranges.length >= 4) throw new Refusal('access.refusal.too_many_places');
      note({ object: `emergency ${id}`, place: place.key, after: { ...body, place: place.key } });
      await takeEmergency(db, id, caller.account, place, body);
      return { id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/emergencies/:id/end',
    permission: 'access.emergency',
    summary: { zh: '结束应急授权', en: 'End an emergency' },
    params: IdParams,
    reply: { 200: Done },
    handle: async ({ db, client, caller, params, note }) => {
      const one = await emergencyFor(client, caller, params.id);
      if (!one.inForce) throw new Refusal('access.refusal.emergency_over');
      note({ object: `emergency ${one.id}`, place: one.place });
      await endEmergency(db, one.id, caller.account);
      return { id: one.id };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/emergencies/:id/acknowledge',
    permission: 'access.emergency',
    summary: { zh: '上级知悉应急授权', en: 'Take note of an emergency' },
    params: IdParams,
    reply: { 200: Done },
    handle: async ({ db, client, caller, params, note }) => {
      const one = await emergencyFor(client, caller, params.id);
      if (one.account === caller.account) throw new Refusal('access.refusal.own_emergency');
      if (one.acknowledged) throw new Refusal('access.refusal.acknowledged');
      note({ object: `emergency ${one.id}`, place: one.place });
      await acknowledgeEmergency(db, one.id, caller.account);
      return { id: one.id };
    },
  }),
];
