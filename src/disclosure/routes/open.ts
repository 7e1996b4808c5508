/** What everybody may ask for: the list, one copy, CSV, OC4IDS, files. Only what stands on our own pages now. */
import Type from 'typebox';
import { csvLine } from '../../kit/text.ts';
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeDay, limitOf, paged } from '../../teams/store/paging.ts';
import type { Format } from '../codes.ts';
import type { ProjectFacts } from '../content/facts.ts';
import { packageOf } from '../content/oc4ids.ts';
import { sayIn } from '../content/say.ts';
import { FileParams } from '../contract.ts';
import {
  Oc4idsPackage,
  OpenCopy,
  OpenExportQuery,
  OpenQuery,
  type OpenRow,
  OpenRows,
} from '../contract-open.ts';
import { fileOf } from '../files/file-of.ts';
import { openCopies, openCopy, openProjects } from '../store/open.ts';

const open = { method: 'GET', permission: 'public' } as const;
const mostProjects = 500;
/** Rows of the catalogue read at a time. */
const portion = 1_000;
const here = '/public/api/disclosure';

export const openRoutes: Endpoint[] = [
  endpoint({
    ...open,
    url: `${here}/copies`,
    summary: { zh: '公开件目录', en: 'Public copies' },
    query: OpenQuery,
    cost: 4,
    reply: { 200: OpenRows },
    handle: async ({ client, query }) => {
      const limit = limitOf(query);
      const before = beforeDay(query);
      const found = await openCopies(client, query, { before, limit });
      return paged(found, limit, (last) => `${last.fromDay}~${last.id}`);
    },
  }),
  endpoint({
    ...open,
    url: `${here}/copies.csv`,
    summary: { zh: '公开件目录（CSV）', en: 'Public copies as CSV' },
    query: OpenExportQuery,
    stream: 'text/csv',
    reply: { 200: Type.String() },
    handle: async function* ({ client, query, lang }) {
      const say = sayIn(lang);
      const heads = ['place', 'year', 'kind', 'title', 'from', 'until', 'page', 'sum', 'made_up'];
      yield `\ufeff${csvLine(heads.map((key) => say(`disclosure.field.${key}`)))}`;
      let before: readonly string[] | undefined = beforeDay({});
      while (before) {
        const rows: OpenRow[] = await openCopies(client, query, { before, limit: portion });
        yield rows
          .slice(0, portion)
          .map((row) =>
            csvLine([
              ...[row.placeName, row.year, say(`disclosure.kind.${row.kind}`), row.title[lang]],
              ...[row.fromDay, row.untilDay, `/public/copies/${row.id}`, row.sha256],
              say(row.madeUp ? 'disclosure.open.yes' : 'disclosure.open.no'),
            ]),
          )
          .join('');
        const last = rows[portion - 1];
        before = last && rows.length > portion ? [last.fromDay, last.id] : undefined;
      }
    },
  }),
  endpoint({
    ...open,
    url: `${here}/copies/:id`,
    summary: { zh: '一份公开件', en: 'A public copy' },
    params: IdParams,
    reply: { 200: OpenCopy },
    handle: async ({ client, params }) => {
      const { content, ...row } = await openCopy(client, params.id);
      return { ...row, blocks: content.blocks };
    },
  }),
  endpoint({
    ...open,
    url: `${here}/oc4ids`,
    summary: { zh: '公开项目（OC4IDS）', en: 'Public projects as OC4IDS' },
    query: OpenExportQuery,
    cost: 20,
    reply: { 200: Oc4idsPackage },
    handle: async ({ client, query, today }) => {
      const projects = (await openProjects(
        client,
        query,
        mostProjects,
      )) as unknown as ProjectFacts[]; // frozen by contentOf
      if (projects.length > mostProjects)
        throw new Refusal('disclosure.refusal.too_many_projects', { most: mostProjects });
      return packageOf(some(projects), today);
    },
  }),
  endpoint({
    ...open,
    url: `${here}/copies/:id/oc4ids`,
    summary: { zh: '一个公开项目（OC4IDS）', en: 'A public project as OC4IDS' },
    params: IdParams,
    reply: { 200: Oc4idsPackage },
    handle: async ({ client, params, today }) => {
      const { content, kind } = await openCopy(client, params.id);
      const projects = kind === 'project' ? [content.data as unknown as ProjectFacts] : []; // frozen by contentOf
      return packageOf(some(projects), today);
    },
  }),
  endpoint({
    ...open,
    url: `${here}/copies/:id/files/:name`,
    summary: { zh: '公开件文件（网页、PDF、Word）', en: 'A public copy as HTML, PDF or Word file' },
    params: FileParams,
    stream: 'application/octet-stream',
    reply: { 200: Type.String() },
    handle: async ({ client, params }) => {
      const format = params.name.split('.')[1] as Format; // the shape of the name says so
      const copy = await openCopy(client, params.id);
      return { make: () => fileOf(copy, format) };
    },
  }),
];

/** @throws Refusal where there is none: the standard knows no package without a project */
function some(projects: readonly ProjectFacts[]): readonly ProjectFacts[] {
  if (projects.length === 0) throw new Refusal('disclosure.refusal.no_projects', {}, 404);
  return projects;
}
