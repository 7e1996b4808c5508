/** Down to the paper: documents, the ledger entry by entry, and the quota book. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { PageQuery } from '../../teams/contract-values.ts';
import {
  DocumentPage,
  DocumentParams,
  DocumentRows,
  DocumentsQuery,
  EntriesQuery,
  EntryRows,
  QuotaRows,
  QuotasQuery,
  RemittancesQuery,
} from '../contract-reading.ts';
import { documentFor, documentsOf, remittancesOf } from '../store/documents.ts';
import { entriesOf } from '../store/entries.ts';
import { quotasOf } from '../store/quotas.ts';

const read = { method: 'GET', permission: 'funds.read' } as const;

export const readingRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/funds/documents',
    summary: {
      zh: '涉及一个地方的指标文件和拨款文件，按文号或标题查找，附本地金额',
      en: 'Documents with a line in a place, by number or title, with what of each lies there',
    },
    query: DocumentsQuery,
    reply: { 200: DocumentRows },
    handle: async ({ client, caller, query }) =>
      documentsOf(client, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    ...read,
    url: '/api/funds/documents/:id',
    summary: {
      zh: '一份文件及其在数据权限内的各行，按区划代码排列',
      en: 'One document with its lines within the scope, in the order of division codes',
    },
    params: DocumentParams,
    query: PageQuery,
    reply: { 200: DocumentPage },
    handle: async ({ client, caller, params, query }) =>
      documentFor(client, caller, params.id, query),
  }),
  endpoint({
    ...read,
    url: '/api/funds/remittances',
    summary: {
      zh: '帮扶市本级拨付他市的文件',
      en: 'Documents by which an assisting city remitted to places of others',
    },
    query: RemittancesQuery,
    reply: { 200: DocumentRows },
    handle: async ({ client, caller, query }) => {
      const place = await placeFor(client, caller, query.place);
      return remittancesOf(client, caller, place.key, query);
    },
  }),
  endpoint({
    ...read,
    url: '/api/funds/entries',
    summary: {
      zh: '一个地方的明细账，最近的在前，冲红注明冲的是哪一笔',
      en: 'The ledger of a place, the latest first; a reversal says what it takes back',
    },
    query: EntriesQuery,
    reply: { 200: EntryRows },
    handle: async ({ client, caller, query }) =>
      entriesOf(client, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    ...read,
    url: '/api/funds/quotas',
    summary: {
      zh: '一个地方的指标台账：到位、合同占用、支出、结余、钱龄和可收回日',
      en: 'The quota book of a place: received, committed, spent, left, its age, and from when it may be taken back',
    },
    query: QuotasQuery,
    reply: { 200: QuotaRows },
    handle: async ({ client, caller, query, today }) =>
      quotasOf(client, await placeFor(client, caller, query.place), query, today),
  }),
];
