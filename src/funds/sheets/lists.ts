/** Documents, the ledger and the quota book as workbooks: what the page lists, with its filters; each export leaves an audit row. */
import Type from 'typebox';
import { fill, type Word } from '../../kit/words.ts';
import type { Client } from '../../platform/db/pool.ts';
import { demonstrated } from '../../platform/demonstrated.ts';
import { type Caller, type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import {
  allPages,
  inYuan,
  type ListColumn,
  listFile,
  yuanCell,
} from '../../platform/sheets/list-file.ts';
import { workbookType } from '../../platform/sheets/workbook-out.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { closed } from '../../teams/contract-values.ts';
import {
  type DocumentRow,
  DocumentsQuery,
  EntriesQuery,
  type EntryRow,
  type QuotaRow,
  QuotasCsvQuery,
} from '../contract-reading.ts';
import { documentsOf } from '../store/documents.ts';
import { entriesOf } from '../store/entries.ts';
import { nameOf } from '../store/place-name.ts';
import { quotasOf } from '../store/quotas.ts';
import { words } from '../words.ts';

const file = {
  method: 'GET',
  permission: 'indicators.export',
  audited: true,
  stream: workbookType,
  reply: { 200: Type.String() },
} as const;
const limit = '200';
const { lang } = QuotasCsvQuery.properties;
const { after: _, limit: __, ...documentFilters } = DocumentsQuery.properties;
const DocumentsFileQuery = Type.Object({ ...documentFilters, lang }, closed);
const { after: _a, limit: _l, ...entryFilters } = EntriesQuery.properties;
const EntriesFileQuery = Type.Object({ ...entryFilters, lang }, closed);

const documentColumns: readonly ListColumn<DocumentRow>[] = [
  { title: words['funds.column.number'], width: 28, cell: (row) => row.number },
  { title: words['funds.column.title'], width: 40, cell: (row) => row.title },
  { title: words['funds.column.issuedOn'], cell: (row) => row.issuedOn },
  { title: words['funds.column.payer'], cell: (row) => row.payerName },
  {
    title: words['funds.column.payer_kind'],
    cell: (row, lang) => words[`funds.payer.${row.payer}`][lang],
  },
  {
    title: words['funds.column.programme'],
    width: 24,
    cell: (row, lang) => words[`funds.programme.${row.programme}`][lang],
  },
  {
    title: words['funds.column.measure'],
    cell: (row, lang) => words[`funds.measure.${row.measure}`][lang],
  },
  { title: words['funds.column.year'], cell: (row) => row.year },
  { title: inYuan(words['funds.column.whole']), width: 18, cell: (row) => yuanCell(row.amount) },
  { title: inYuan(words['funds.column.here']), width: 18, cell: (row) => yuanCell(row.here) },
];
const entryColumns: readonly ListColumn<EntryRow>[] = [
  { title: words['funds.column.bookedOn'], cell: (row) => row.bookedOn },
  { title: words['funds.column.place_code'], cell: (row) => row.place },
  { title: words['funds.column.place'], cell: (row) => row.placeName },
  { title: words['funds.column.county'], cell: (row) => row.countyName },
  {
    title: words['funds.column.measure'],
    cell: (row, as) => words[`funds.measure.${row.measure}`][as],
  },
  {
    title: words['funds.column.source'],
    cell: (row, as) => words[`funds.source.${row.source}`][as],
  },
  { title: words['funds.column.year'], cell: (row) => row.year },
  {
    title: words['funds.column.programme'],
    width: 24,
    cell: (row, as) => words[`funds.programme.${row.programme}`][as],
  },
  { title: words['funds.column.payer'], cell: (row) => row.payerName },
  {
    title: words['funds.column.payer_kind'],
    cell: (row, as) => words[`funds.payer.${row.payer}`][as],
  },
  { title: inYuan(words['funds.column.amount']), width: 18, cell: (row) => yuanCell(row.amount) },
  { title: words['funds.column.number'], width: 28, cell: (row) => row.documentNumber },
  {
    title: words['funds.entry.reversal'],
    width: 22,
    cell: (row, as) =>
      row.reversesOf
        ? fill(words['funds.entry.reverses'][as], { day: row.reversesOf })
        : row.reversedOn
          ? fill(words['funds.entry.reversed'][as], { day: row.reversedOn })
          : null,
  },
  { title: words['funds.column.note'], width: 30, cell: (row) => row.note },
];
const quotaColumns: readonly ListColumn<QuotaRow>[] = [
  { title: words['funds.column.place_code'], cell: (row) => row.place },
  { title: words['funds.column.place'], cell: (row) => row.placeName },
  { title: words['funds.column.county'], cell: (row) => row.countyName },
  { title: words['funds.column.payer'], cell: (row) => row.payerName },
  {
    title: words['funds.column.source'],
    cell: (row, lang) => words[`funds.source.${row.source}`][lang],
  },
  {
    title: words['funds.column.programme'],
    width: 24,
    cell: (row, lang) => words[`funds.programme.${row.programme}`][lang],
  },
  { title: words['funds.column.year'], cell: (row) => row.year },
  {
    title: inYuan(words['funds.column.received']),
    width: 18,
    cell: (row) => yuanCell(row.received),
  },
  {
    title: inYuan(words['funds.column.committed']),
    width: 18,
    cell: (row) => yuanCell(row.committed),
  },
  { title: inYuan(words['funds.column.spent']), width: 18, cell: (row) => yuanCell(row.spent) },
  { title: inYuan(words['funds.column.balance']), width: 18, cell: (row) => yuanCell(row.balance) },
  { title: words['funds.column.firstReceivedOn'], cell: (row) => row.firstReceivedOn },
  { title: words['funds.column.age_days'], cell: (row) => row.age },
  { title: words['funds.column.recallOn'], cell: (row) => row.recallOn },
  { title: words['funds.column.recallDocument'], width: 24, cell: (row) => row.recallDocument },
];

/** The filters in words: code vocabularies by their label. */
function told(query: Readonly<Record<string, string | undefined>>, lang: 'zh' | 'en') {
  const label = (vocabulary: string, value: string) => {
    const key = `funds.${vocabulary}.${value}`;
    return key in words ? words[key as keyof typeof words][lang] : value;
  };
  const named: Record<string, Word> = {
    q: words['funds.document.search'],
    payer: words['funds.column.payer'],
    programme: words['funds.column.programme'],
    measure: words['funds.column.measure'],
    year: words['funds.column.year'],
    open: words['funds.quota.open'],
    source: words['funds.column.source'],
    document: words['funds.column.number'],
    account: words['funds.entry.account_received'],
  };
  const yes: Word = { zh: '是', en: 'Yes' };
  return Object.entries(named).flatMap(([name, word]) => {
    const value = query[name];
    if (!value) return [];
    return [
      [word, name === 'open' || name === 'account' ? yes[lang] : label(name, value)] as const,
    ];
  });
}

/** What the first sheet says of a list beside its filters. */
const aboutOf = async (client: Client, { name: by }: Caller, place: string, day: string) => ({
  ...{ place: await nameOf(client, place), day, by, atMs: Date.now() },
  madeUp: await demonstrated(client),
});

export const listFileRoutes: Endpoint[] = [
  endpoint({
    ...file,
    url: '/api/funds/entries.xlsx',
    summary: { zh: '导出明细账', en: 'Export the ledger' },
    query: EntriesFileQuery,
    handle: async function* ({ client, caller, query, today, lang: preferred, note }) {
      const { lang = preferred, ...wanted } = query;
      const place = await placeFor(client, caller, query.place);
      note({ object: 'funds.entries', place: place.key });
      const rows = allPages(
        (after) => entriesOf(client, place, { ...wanted, after, limit }),
        (count) => note({ after: { ...query, rows: count } }),
      );
      const about = await aboutOf(client, caller, place.key, today);
      const list = { title: words['funds.page.entries'], columns: entryColumns };
      const payer: [Word, string][] = query.payerKey
        ? [[words['funds.column.payer'], await nameOf(client, query.payerKey)]]
        : [];
      const filters = [...told(wanted, lang), ...payer];
      yield* listFile({ ...list, ...about, filters, rows }, lang);
    },
  }),
  endpoint({
    ...file,
    url: '/api/funds/documents.xlsx',
    summary: { zh: '导出指标文件', en: 'Export documents' },
    query: DocumentsFileQuery,
    handle: async function* ({ client, caller, query, today, lang: preferred, note }) {
      const { lang = preferred, ...wanted } = query;
      const place = await placeFor(client, caller, query.place);
      note({ object: 'funds.documents', place: place.key });
      const rows = allPages(
        (after) => documentsOf(client, place, { ...wanted, after, limit }),
        (count) => note({ after: { ...query, rows: count } }),
      );
      const about = await aboutOf(client, caller, place.key, today);
      const list = { title: words['funds.page.documents'], columns: documentColumns };
      yield* listFile({ ...list, ...about, filters: told(wanted, lang), rows }, lang);
    },
  }),
  endpoint({
    ...file,
    url: '/api/funds/quotas.xlsx',
    summary: { zh: '导出指标台账（表格）', en: 'Export the quota book as a workbook' },
    query: QuotasCsvQuery,
    handle: async function* ({ client, caller, query, today, lang: preferred, note }) {
      const { lang = preferred, ...wanted } = query;
      const place = await placeFor(client, caller, query.place);
      note({ object: 'funds.quotas', place: place.key });
      const rows = allPages(
        (after) => quotasOf(client, place, { ...wanted, after, limit }, today),
        (count) => note({ after: { ...query, rows: count } }),
      );
      const about = await aboutOf(client, caller, place.key, today);
      const list = { title: words['funds.page.quotas'], columns: quotaColumns };
      yield* listFile({ ...list, ...about, filters: told(wanted, lang), rows }, lang);
    },
  }),
];
