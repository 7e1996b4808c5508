/** Projects, contracts and requests for payment as workbooks: what the page lists, with its filters; each leaves an audit row. */
import Type from 'typebox';
import { words as money } from '../../funds/words.ts';
import type { Lang } from '../../kit/words.ts';
import type { Client } from '../../platform/db/pool.ts';
import { demonstrated } from '../../platform/demonstrated.ts';
import { type Caller, type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import {
  allPages,
  inYuan,
  type ListColumn,
  type ListFile,
  listFile,
  yuanCell,
} from '../../platform/sheets/list-file.ts';
import { workbookType } from '../../platform/sheets/workbook-out.ts';
import { placeFor, type ScopedPlace } from '../../regions/in-scope.ts';
import { closed } from '../../teams/contract-values.ts';
import { cursorParts, paged, placeAndIdCursor, zeroId } from '../../teams/store/paging.ts';
import { type ProjectFilters, ProjectQuery, type ProjectRow } from '../contract.ts';
import {
  type ContractLine,
  contractLines,
  type RequestLine,
  requestLines,
  type Wanted,
} from '../store/lists/money.ts';
import { narrowedBy, type Project, projectsUnder } from '../store/project.ts';
import { words } from '../words.ts';

const file = {
  method: 'GET',
  permission: 'indicators.export',
  audited: true,
  stream: workbookType,
  reply: { 200: Type.String() },
} as const;
const limit = 500;
const lang = { lang: Type.Optional(Type.Enum(['zh', 'en'])) };
const { after: _, limit: __, ...filters } = ProjectQuery.properties;
const ProjectsFileQuery = Type.Object({ ...filters, ...lang }, closed);
const MoneyFileQuery = Type.Object({ place: filters.place, year: filters.year, ...lang }, closed);

const projectColumns: readonly ListColumn<ProjectRow>[] = [
  { title: words['projects.column.town'], cell: (row) => row.townName },
  { title: words['projects.column.number'], cell: (row) => row.number },
  { title: words['projects.column.name'], width: 30, cell: (row) => row.name },
  { title: words['projects.column.year'], cell: (row) => row.year },
  {
    title: words['projects.column.task'],
    cell: (row, as) => words[`projects.task.${row.task}`][as],
  },
  {
    title: words['projects.column.state'],
    cell: (row, as) => words[`projects.state.${row.state}`][as],
  },
  { title: words['projects.column.bindingTask'], width: 20, cell: (row) => row.bindingTask },
  { title: { zh: '形象进度（%）', en: 'Progress (per cent)' }, cell: (row) => row.progress },
  {
    title: inYuan(words['projects.column.budget']),
    width: 18,
    cell: (row) => yuanCell(row.budget),
  },
  {
    title: inYuan(words['projects.column.committed']),
    width: 18,
    cell: (row) => yuanCell(row.committed),
  },
  { title: inYuan(words['projects.column.spent']), width: 18, cell: (row) => yuanCell(row.spent) },
  { title: words['projects.field.plannedFrom'], cell: (row) => row.plannedFrom },
  { title: words['projects.field.plannedTo'], cell: (row) => row.plannedTo },
];
type OfProject = Pick<ContractLine, 'townName' | 'projectNumber' | 'projectName'>;
const ofProject: readonly ListColumn<OfProject>[] = [
  { title: words['projects.column.town'], cell: (row) => row.townName },
  { title: words['projects.column.number'], cell: (row) => row.projectNumber },
  { title: words['projects.column.name'], width: 30, cell: (row) => row.projectName },
];
const contractColumns: readonly ListColumn<ContractLine>[] = [
  ...ofProject,
  { title: words['projects.column.contract_number'], width: 26, cell: (row) => row.number },
  {
    title: words['projects.column.kind'],
    cell: (row, as) => words[`projects.contract_kind.${row.kind}`][as],
  },
  { title: words['projects.column.contractor'], width: 24, cell: (row) => row.contractor },
  { title: words['projects.column.signedOn'], cell: (row) => row.signedOn },
  {
    title: inYuan(words['projects.column.amount']),
    width: 18,
    cell: (row) => yuanCell(row.amount),
  },
  { title: words['projects.form.retention_percent'], cell: (row) => row.retention / 10 },
  {
    title: words['projects.column.state'],
    cell: (row, as) => words[`projects.contract_state.${row.state}`][as],
  },
];
const requestColumns: readonly ListColumn<RequestLine>[] = [
  ...ofProject,
  { title: words['projects.column.contract_number'], width: 26, cell: (row) => row.contractNumber },
  {
    title: words['projects.column.kind'],
    cell: (row, as) => words[`projects.request_kind.${row.kind}`][as],
  },
  { title: words['projects.column.payee'], width: 24, cell: (row) => row.payee },
  { title: words['projects.column.invoice'], cell: (row) => row.invoice },
  { title: words['projects.column.askedOn'], cell: (row) => row.askedOn },
  {
    title: inYuan(words['projects.column.amount']),
    width: 18,
    cell: (row) => yuanCell(row.amount),
  },
  {
    title: words['projects.column.state'],
    cell: (row, as) => words[`projects.request_state.${row.state}`][as],
  },
  { title: words['projects.column.receipt'], width: 20, cell: (row) => row.receipt },
  { title: words['projects.form.paid_on'], cell: (row) => row.paidOn },
];

interface Asked {
  client: Client;
  caller: Caller;
  today: string;
  query: ProjectFilters;
}

async function aboutOf({ client, caller, today, query }: Asked, place: ScopedPlace, as: Lang) {
  const { rows } = await client.query<{ name: string }>(
    'select name from regions.place where key = $1',
    [place.key],
  );
  const told: ListFile<never>['filters'] = [
    ...(query.year ? [[words['projects.column.year'], query.year] as const] : []),
    ...(query.task
      ? [[words['projects.column.task'], labelOf('task', query.task, as)] as const]
      : []),
    ...(query.state
      ? [[words['projects.column.state'], labelOf('state', query.state, as)] as const]
      : []),
    ...(query.words ? [[words['projects.column.name'], query.words] as const] : []),
    ...(query.programme
      ? [
          [
            money['funds.column.programme'],
            money[`funds.programme.${query.programme}`][as],
          ] as const,
        ]
      : []),
    ...(query.source
      ? [[money['funds.column.source'], money[`funds.source.${query.source}`][as]] as const]
      : []),
    ...(query.moneyYear ? [[money['funds.column.year'], query.moneyYear] as const] : []),
  ];
  return {
    ...{ place: rows[0]?.name ?? place.key, day: today, by: caller.name },
    ...{ atMs: Date.now(), filters: told, madeUp: await demonstrated(client) },
  };
}

const labelOf = (vocabulary: 'task' | 'state', code: string, as: Lang): string => {
  const key = `projects.${vocabulary}.${code}`;
  return key in words ? words[key as keyof typeof words][as] : code;
};

const cursor =
  /^([0-9]{12})~([0-9]{4})~([^~]{1,40})~([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;
const cursorOf = ({ town, year, number, id }: Project) => `${town}~${year}~${number}~${id}`;

/** A list of contracts or requests as an endpoint. */
function moneyFile<Row extends { town: string; id: string }>(
  named: Pick<Endpoint, 'url' | 'summary'> & { object: string },
  columns: readonly ListColumn<Row>[],
  lines: (client: Client, caller: Caller, wanted: Wanted) => Promise<Row[]>,
): Endpoint {
  const { object, ...shown } = named;
  return endpoint({
    ...file,
    ...shown,
    query: MoneyFileQuery,
    handle: async function* (context) {
      const { client, caller, query, note } = context;
      const as = query.lang ?? context.lang;
      const place = await placeFor(client, caller, query.place);
      note({ object, place: place.key });
      const rows = allPages(
        async (after) => {
          const wanted = { lo: place.lo, hi: place.hi, year: query.year ?? null, limit };
          const from = cursorParts({ after }, placeAndIdCursor, ['0', zeroId]);
          const found = await lines(client, caller, { ...wanted, after: from });
          return paged(found, limit, (last) => `${last.town}~${last.id}`);
        },
        (count) => note({ after: { ...query, rows: count } }),
      );
      const about = await aboutOf(context, place, as);
      yield* listFile({ ...about, title: named.summary, columns, rows }, as);
    },
  });
}

export const listFileRoutes: Endpoint[] = [
  endpoint({
    ...file,
    url: '/api/projects/projects.xlsx',
    summary: { zh: '导出项目', en: 'Export projects' },
    query: ProjectsFileQuery,
    handle: async function* (context) {
      const { client, caller, query, note } = context;
      const as = query.lang ?? context.lang;
      const place = await placeFor(client, caller, query.place);
      note({ object: 'projects.projects', place: place.key });
      const rows = allPages(
        async (after) => {
          const found = await projectsUnder(client, caller, {
            ...{ lo: place.lo, hi: place.hi, limit },
            ...narrowedBy(query),
            after: cursorParts({ after }, cursor, ['0', '0', '', zeroId]),
          });
          return paged(found, limit, cursorOf);
        },
        (count) => note({ after: { ...query, rows: count } }),
      );
      const about = await aboutOf(context, place, as);
      const title = words['projects.page.library'];
      yield* listFile({ ...about, title, columns: projectColumns, rows }, as);
    },
  }),
  moneyFile(
    {
      ...{ url: '/api/projects/contracts.xlsx', object: 'projects.contracts' },
      summary: { zh: '导出合同', en: 'Export contracts' },
    },
    contractColumns,
    contractLines,
  ),
  moneyFile(
    {
      ...{ url: '/api/projects/requests.xlsx', object: 'projects.requests' },
      summary: { zh: '导出支付申请', en: 'Export requests for payment' },
    },
    requestColumns,
    requestLines,
  ),
];
