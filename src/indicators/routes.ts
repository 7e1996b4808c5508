/** Figures over HTTP: definitions, values, children, months, rows, export. */

import Type from 'typebox';
import type { Words } from '../kit/words.ts';
import { demonstrated } from '../platform/demonstrated.ts';
import { Absent, type Endpoint, endpoint, Refusal } from '../platform/http/endpoint.ts';
import { answer, series } from './answer.ts';
import { partsOf } from './catalogue.ts';
import {
  CodeParams,
  CsvQuery,
  Definitions,
  FactRows,
  RowsQuery,
  Series,
  SeriesQuery,
  Values,
  ValuesQuery,
} from './contract.ts';
import { type Definition, hasRows, type RowIndicator, timeOf } from './definition.ts';
import type { Engine } from './engine.ts';
import { asked, knownBy, knownTo, needsParts, rowsAsked } from './over-http/asked.ts';
import { belowRoutes } from './over-http/below.ts';
import { exported, heading } from './over-http/export.ts';
import { read } from './read.ts';
import { everyRow, rowsOf } from './rows.ts';

/** @param engine loaded when the process starts; @param words of all rooms, for the heads of exports. */
export function routes(engine: () => Engine, words: Words): Endpoint[] {
  const known = knownTo(engine);
  const rowsOver = (code: string): RowIndicator => {
    const d = engine().catalogue.byCode.get(code);
    if (!d) throw new Absent();
    if (!hasRows(d)) throw new Refusal('indicators.refusal.no_rows', { code: d.name.zh });
    return d;
  };

  return [
    endpoint({
      method: 'GET',
      url: '/api/indicators/definitions',
      permission: 'indicators.read',
      summary: { zh: '全部指标的口径', en: 'The definition of every figure' },
      reply: { 200: Definitions },
      handle: async () => ({
        rows: engine().catalogue.all.map((d) => described(d, engine())),
      }),
    }),
    endpoint({
      method: 'GET',
      url: '/api/indicators/values',
      permission: 'indicators.read',
      cost: 2,
      summary: { zh: '一个地方、一个时期的指标值', en: 'Figures of a place and period' },
      query: ValuesQuery,
      reply: { 200: Values },
      handle: async ({ client, caller, query }) => {
        const { place, codes, asOf } = await asked({ client, caller, query }, known);
        const { from, to, by } = query;
        const recordedBy = knownBy(engine(), codes, query.known);
        const cells = await read(client, engine(), {
          codes,
          places: [place],
          from,
          to,
          divided: by !== undefined || needsParts(engine(), codes),
          ...(recordedBy ? { known: recordedBy } : {}),
        });
        return {
          place: place.key,
          from,
          to,
          asOf,
          values: codes.map((c) => answer(engine().catalogue, c, cells, by)),
        };
      },
    }),
    ...belowRoutes(engine, known),
    endpoint({
      method: 'GET',
      url: '/api/indicators/series',
      permission: 'indicators.read',
      cost: 2,
      summary: { zh: '逐月指标值', en: 'Figures month by month' },
      query: SeriesQuery,
      reply: { 200: Series },
      handle: async ({ client, caller, query }) => {
        const { place, codes, asOf } = await asked({ client, caller, query }, known);
        const cells = await read(client, engine(), {
          codes,
          places: [place],
          from: query.from,
          to: query.to,
          monthly: true,
        });
        return {
          place: place.key,
          asOf,
          series: codes.map((code) => ({
            code,
            points: series(engine().catalogue, code, cells, query.from, query.to),
          })),
        };
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/indicators/definitions/:code/rows',
      permission: 'indicators.read',
      summary: { zh: '指标背后的明细', en: 'The rows behind a figure' },
      params: CodeParams,
      query: RowsQuery,
      reply: { 200: FactRows },
      handle: async ({ client, caller, params, query }) => {
        const d = rowsOver(params.code);
        const { place, asOf } = await asked(
          { client, caller, query: { ...query, codes: d.code } },
          known,
        );
        const page = await rowsOf(
          client,
          d,
          rowsAsked(engine(), d, place, query),
          query.after ?? null,
          Number(query.limit ?? 50),
        ).catch(asPageMark);
        return { code: d.code, place: place.key, asOf, ...page };
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/indicators/definitions/:code/rows.csv',
      permission: 'indicators.export',
      audited: true,
      stream: 'text/csv',
      summary: { zh: '导出指标明细', en: 'Export the rows behind a figure' },
      params: CodeParams,
      query: CsvQuery,
      reply: { 200: Type.String() },
      handle: async function* ({ client, caller, params, query, lang: preferred, note }) {
        const lang = query.lang ?? preferred;
        const d = rowsOver(params.code);
        const { place, asOf } = await asked(
          { client, caller, query: { ...query, codes: d.code } },
          known,
        );
        const question = rowsAsked(engine(), d, place, query);
        note({ object: `figure ${d.code}`, place: place.key });
        let count = 0;
        const madeUp = await demonstrated(client);
        yield heading(d, { ...query, asOf, madeUp }, words, lang);
        for await (const rows of everyRow(client, d, question)) {
          yield rows.map((r) => exported(d, r, words, lang)).join('');
          count += rows.length;
        }
        note({ after: { ...query, rows: count } });
      },
    }),
  ];
}

function described(d: Definition, { catalogue, remembered }: Engine) {
  const over = hasRows(d) ? d : null;
  return {
    code: d.code,
    unit: d.unit,
    kind: d.kind,
    name: d.name,
    means: d.means,
    source: d.source ?? null,
    of: 'of' in d && d.kind !== 'distinct' ? d.of : null,
    over: d.kind === 'ratio' ? d.over : null,
    time: timeOf(d, (code) => catalogue.byCode.get(code)),
    table: over?.from ?? null,
    dimensions: (over?.by ?? []).map((b) => ({ name: b.name, vocabulary: b.vocabulary ?? null })),
    columns: (over?.rows.columns ?? []).map((c) => ({
      name: c.name,
      type: c.type,
      label: c.label,
      vocabulary: c.vocabulary ?? null,
      link: c.link?.path ?? null,
    })),
    knownAsOf: partsOf(catalogue, [d.code]).every((part) => remembered.has(part.code)),
  };
}

function asPageMark(error: unknown): never {
  throw error instanceof SyntaxError ? new Refusal('indicators.refusal.page_mark', {}, 400) : error;
}
