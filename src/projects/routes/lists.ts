/** A year's projects as bars, and what a town hands over. */
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { cursorParts, limitOf, paged, zeroId } from '../../teams/store/paging.ts';
import { PlaceQuery } from '../contract.ts';
import { HandoverPack, YearQuery, YearRows } from '../contract-lists.ts';
import { handoverOf } from '../store/lists/handover.ts';
import { projectsOfYear } from '../store/lists/year.ts';

const read = { method: 'GET', permission: 'projects.read' } as const;
const cursor =
  /^([0-9]{12})~([^~]{1,40})~([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export const listRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/projects/year',
    summary: { zh: '一年的项目工期', en: 'When the projects of a year are planned and built' },
    query: YearQuery,
    reply: { 200: YearRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await projectsOfYear(client, caller, {
        ...{ lo: place.lo, hi: place.hi, year: query.year },
        after: cursorParts(query, cursor, ['0', '', zeroId]),
        limit: limitOf(query),
      });
      return paged(found, limitOf(query), (last) => `${last.town}~${last.number}~${last.id}`);
    },
  }),
  endpoint({
    ...read,
    url: '/api/projects/handover',
    summary: { zh: '一镇项目交接清单', en: 'What a town hands over of its projects' },
    query: PlaceQuery,
    reply: { 200: HandoverPack },
    handle: async ({ client, caller, query, today }) => {
      const place = await placeFor(client, caller, query.place);
      if (place.level !== 'town') throw new Refusal('projects.refusal.handover_of_town');
      return handoverOf(client, place, today);
    },
  }),
];
