/** Workbooks that leave: templates, and what was sent with its reasons beside it. */
import Type from 'typebox';
import type { Words } from '../../kit/words.ts';
import type { Client } from '../../platform/db/pool.ts';
import { type Endpoint, endpoint, type Lang } from '../../platform/http/endpoint.ts';
import type { RawCell } from '../../platform/sheets/description.ts';
import type { SheetKind } from '../../platform/sheets/kind.ts';
import { reasonHead, sheetsOf } from '../../platform/sheets/template.ts';
import { type Cell, workbook, workbookType } from '../../platform/sheets/workbook-out.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { KindParams, LangQuery } from '../contract.ts';
import { mustHaveKind } from '../may.ts';
import { reasonOf } from '../reasons.ts';
import { type Job, jobFor } from '../store/job.ts';
import { type KeptLine, linesOf } from '../store/lines.ts';

const read = { method: 'GET', permission: 'imports.write', stream: workbookType } as const;

export const fileRoutes = (words: Words): Endpoint[] => [
  endpoint({
    ...read,
    url: '/api/imports/kinds/:kind/template.xlsx',
    summary: { zh: '下载导入模板', en: 'Template of a sheet' },
    params: KindParams,
    query: LangQuery,
    audited: true,
    reply: { 200: Type.String() },
    handle: async function* ({ client, caller, params, query, lang, note }) {
      const kind = mustHaveKind(params.kind, caller);
      const as = query.lang ?? lang;
      const lists = (await kind.lists?.(client, caller)) ?? {};
      // Before the lines: what changes in between stands in them, and is asked for again rather than written over.
      const stood = await kind.taken?.(client, caller);
      const begun = caller.permissions.has('indicators.export')
        ? await kind.begins?.(client, caller, as)
        : undefined;
      const { lines = [], leftOut } = begun ?? {};
      note({
        object: `import_template ${kind.code}`,
        place: caller.seat,
        after: { lines: lines.length },
      });
      const rows = lines.map((line) => kind.columns.map(({ key }): Cell => line[key] ?? null));
      yield* workbook(sheetsOf(kind, lists, as, { rows, leftOut, taken: stood }));
    },
  }),
  endpoint({
    ...read,
    url: '/api/imports/jobs/:id/reasons.xlsx',
    summary: { zh: '下载标注原因的原表', en: 'What was sent, with its reasons' },
    params: IdParams,
    query: LangQuery,
    audited: true,
    reply: { 200: Type.String() },
    handle: async function* ({ client, caller, params, query, lang, note }) {
      const job = await jobFor(client, caller, params.id);
      const kind = mustHaveKind(job.kind, caller);
      note({ object: `import ${job.id}`, place: job.office, after: { lines: job.lines } });
      const lists = (await kind.lists?.(client, caller)) ?? {};
      const as = query.lang ?? lang;
      const rows = withReasons(client, job, kind, words, as);
      yield* workbook(sheetsOf(kind, lists, as, { head: reasonHead[as], rows, taken: job.taken }));
    },
  }),
];

/** The lines as they were sent; cells with a reason are coloured, all reasons of a line stand in the last column. */
async function* withReasons(
  client: Client,
  job: Job,
  kind: SheetKind,
  words: Words,
  lang: Lang,
): AsyncGenerator<Cell[], void> {
  for await (const some of linesOf(client, job))
    for (const line of some) yield rowOf(line, kind, words, lang);
}

function rowOf({ cells, problems }: KeptLine, kind: SheetKind, words: Words, lang: Lang): Cell[] {
  const wrong = new Set(problems?.map(({ column }) => column));
  const row = kind.columns.map(({ key, type }, at): Cell => {
    const of = shown(cells[at] ?? null, type === 'day');
    if (wrong.has(key)) return { of, as: 'fault' };
    return typeof of === 'number' && type === 'yuan' ? { of, as: 'yuan' } : of;
  });
  const reasons = problems?.map((problem) => reasonOf(problem, kind, words, lang)) ?? [];
  return reasons.length > 0 ? [...row, { of: reasons.join('\n'), as: 'reason' }] : row;
}

function shown(cell: RawCell, day: boolean): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'object') return null;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (day && typeof cell === 'number' && cell > 0 && cell < 100_000)
    return new Date(Date.UTC(1899, 11, 30) + Math.floor(cell) * 86_400_000)
      .toISOString()
      .slice(0, 10);
  return cell;
}
