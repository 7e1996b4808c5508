/** Reading subsidies: a project's, its households, a batch, and the file a bank pays by. */
import Type from 'typebox';
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { projectFor } from '../../projects/store/project.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { cursorParts, limitOf, paged, placeAndIdCursor, zeroId } from '../../teams/store/paging.ts';
import { AwardQuery, AwardRows, BatchPage, SubsidyPage } from '../contract.ts';
import { bankFile } from '../sheet.ts';
import { awardsOf } from '../store/awards.ts';
import { batchFor, batchPage, linesOf } from '../store/batches.ts';
import { subsidyPage } from '../store/page.ts';

const read = { method: 'GET', permission: 'projects.read' } as const;

export const readingRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/subsidies/projects/:id',
    summary: { zh: '一个项目的奖补', en: 'Subsidies of a project' },
    params: IdParams,
    reply: { 200: SubsidyPage },
    handle: async ({ client, caller, params, today }) =>
      subsidyPage(client, caller, await projectFor(client, caller, params.id), today),
  }),
  endpoint({
    ...read,
    url: '/api/subsidies/awards',
    summary: { zh: '奖补到户名单', en: 'Households of a project’s subsidy' },
    query: AwardQuery,
    reply: { 200: AwardRows },
    handle: async ({ client, caller, query, today }) => {
      const project = await projectFor(client, caller, query.project);
      const after = cursorParts(query, placeAndIdCursor, ['0', zeroId]);
      const wanted = { after, limit: limitOf(query) };
      const found = await awardsOf(client, caller, project, wanted, today);
      return paged(found, limitOf(query), (last) => `${last.village}~${last.id}`);
    },
  }),
  endpoint({
    ...read,
    url: '/api/subsidies/batches/:id',
    summary: { zh: '一批代发', en: 'One batch of payments' },
    params: IdParams,
    reply: { 200: BatchPage },
    handle: async ({ client, caller, params }) =>
      batchPage(client, caller, await batchFor(client, caller, params.id)),
  }),
  endpoint({
    method: 'GET',
    url: '/api/subsidies/batches/:id/file.csv',
    permission: 'indicators.export',
    audited: true,
    stream: 'text/csv',
    reply: { 200: Type.String() },
    summary: { zh: '导出银行代发文件', en: 'Export the file a bank pays by' },
    params: IdParams,
    handle: async function* ({ client, caller, params, note }) {
      const { project, batch } = await batchFor(client, caller, params.id);
      note({ object: `subsidy_batch ${batch.id}`, place: project.town });
      if (batch.sha256 === null) throw new Refusal('subsidies.refusal.not_checked', {}, 409);
      yield bankFile(await linesOf(client, batch));
      note({ after: { rows: batch.count, sha256: batch.sha256 } });
    },
  }),
];
