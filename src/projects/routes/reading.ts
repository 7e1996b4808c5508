/** Reading projects: library, board, one project, shortfalls, assets, what waits for me. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { cursorParts, limitOf, paged, placeAndIdCursor, zeroId } from '../../teams/store/paging.ts';
import {
  Board,
  Matters,
  PlaceQuery,
  ProjectPage,
  ProjectQuery,
  ProjectRows,
  ShortfallQuery,
  ShortfallRows,
} from '../contract.ts';
import { AssetQuery, AssetRows } from '../contract-assets.ts';
import { assetsUnder } from '../store/assets.ts';
import { boardOf, mattersOf } from '../store/matters.ts';
import { projectPage } from '../store/page.ts';
import { shortfallsUnder } from '../store/papers.ts';
import { narrowedBy, projectFor, projectsUnder, rowOf } from '../store/project.ts';

const read = { method: 'GET', permission: 'projects.read' } as const;
const cursor =
  /^([0-9]{12})~([0-9]{4})~([^~]{1,40})~([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

export const readingRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/projects/projects',
    summary: { zh: '项目库', en: 'Projects of a place' },
    query: ProjectQuery,
    reply: { 200: ProjectRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await projectsUnder(client, caller, {
        lo: place.lo,
        hi: place.hi,
        ...narrowedBy(query),
        after: cursorParts(query, cursor, ['0', '0', '', zeroId]),
        limit: limitOf(query),
      });
      const { rows, next } = paged(
        found,
        limitOf(query),
        (last) => `${last.town}~${last.year}~${last.number}~${last.id}`,
      );
      return { rows: rows.map(rowOf), next };
    },
  }),
  endpoint({
    ...read,
    url: '/api/projects/board',
    summary: { zh: '项目看板', en: 'Projects of a place by state' },
    query: PlaceQuery,
    reply: { 200: Board },
    handle: async ({ client, caller, query }) =>
      boardOf(client, caller, await placeFor(client, caller, query.place)),
  }),
  endpoint({
    ...read,
    url: '/api/projects/matters',
    summary: { zh: '待我办理', en: 'What waits for my office' },
    reply: { 200: Matters },
    handle: ({ client, caller }) => mattersOf(client, caller),
  }),
  endpoint({
    ...read,
    url: '/api/projects/projects/:id',
    summary: { zh: '一个项目', en: 'One project' },
    params: IdParams,
    reply: { 200: ProjectPage },
    handle: async ({ client, caller, params, today }) =>
      projectPage(client, caller, await projectFor(client, caller, params.id), today),
  }),
  endpoint({
    ...read,
    url: '/api/projects/shortfalls',
    summary: { zh: '短板清单', en: 'Shortfalls of a place' },
    query: ShortfallQuery,
    reply: { 200: ShortfallRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await shortfallsUnder(client, caller, {
        lo: place.lo,
        hi: place.hi,
        kind: query.kind ?? null,
        after: cursorParts(query, placeAndIdCursor, ['0', zeroId]),
        limit: limitOf(query),
      });
      return paged(found, limitOf(query), (last) => `${last.town}~${last.id}`);
    },
  }),
  endpoint({
    ...read,
    url: '/api/projects/assets',
    summary: { zh: '项目资产', en: 'Assets of projects' },
    query: AssetQuery,
    reply: { 200: AssetRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      const found = await assetsUnder(client, caller, {
        lo: place.lo,
        hi: place.hi,
        kind: query.kind ?? null,
        condition: query.condition ?? null,
        after: cursorParts(query, placeAndIdCursor, ['0', zeroId]),
        limit: limitOf(query),
      });
      return paged(found, limitOf(query), (last) => `${last.town}~${last.id}`);
    },
  }),
];
