/** What the office above the towns asks for with a kind of request, and setting it from a day on. */
import { type Caller, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { placeFor, type ScopedPlace } from '../../regions/in-scope.ts';
import { ChecklistQuery, ChecklistSet, Checklists, SetChecklist } from '../contract.ts';
import { checklistsOf, setChecklist } from '../store/checklists.ts';

export const checklistRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/dossiers/checklists',
    permission: 'projects.read',
    summary: { zh: '送审资料清单', en: 'Checklists of dossiers' },
    query: ChecklistQuery,
    reply: { 200: Checklists },
    handle: async ({ client, caller, query, today }) => {
      const place = await placeFor(client, caller, query.place);
      const office = officeOf(place);
      const { rows } = await client.query<{ name: string }>(
        'select name from regions.place where key = $1',
        [office],
      );
      return {
        place: place.key,
        office,
        officeName: rows[0]?.name ?? office,
        maySet: maySet(caller, office),
        rows: await checklistsOf(client, office, today),
      };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/dossiers/checklists',
    permission: 'projects.decide',
    summary: { zh: '调整送审资料清单', en: 'Set the checklist of a kind of request' },
    body: SetChecklist,
    reply: { 201: ChecklistSet },
    constraints: {
      checklist_item_once: 'dossiers.refusal.kind_twice',
      checklist_pkey: 'dossiers.refusal.id_taken',
      checklist_once: 'dossiers.refusal.checklist_meanwhile',
      checklist_valid: 'dossiers.refusal.checklist_meanwhile',
    },
    handle: async ({ db, client, caller, id, body, today, note }) => {
      const place = await placeFor(client, caller, body.place);
      if (officeOf(place) !== place.key || !maySet(caller, place.key))
        throw new Refusal('dossiers.refusal.sets_own');
      if (new Set(body.items.map(({ kind }) => kind)).size < body.items.length)
        throw new Refusal('dossiers.refusal.kind_twice');
      const set = await setChecklist(db, client, {
        ...body,
        ...{ id, by: caller.account, basis: body.basis.trim(), today },
      });
      note({ object: `checklist ${set}`, place: place.key, after: body });
      return { id: set };
    },
  }),
];

/** The office a town's dossiers go to: the place above it; above the towns each place for itself. */
const officeOf = ({ key, parent, level }: ScopedPlace): string =>
  level === 'town' || level === 'village' ? (parent ?? key) : key;

const maySet = ({ seat, permissions }: Caller, office: string) =>
  seat === office && permissions.has('projects.decide');
