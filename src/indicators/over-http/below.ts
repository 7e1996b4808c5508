/** Figures of the places below a place, in code order: one number each, or month by month. */
import type { Client } from '../../platform/db/pool.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { childrenOn } from '../../regions/store.ts';
import { answer, series, type Value } from '../answer.ts';
import { partsOf } from '../catalogue.ts';
import { BelowQuery, BelowSeries, BelowSeriesQuery, Children } from '../contract.ts';
import { isAdditive } from '../definition.ts';
import type { Engine } from '../engine.ts';
import { type Cell, type PlaceRange, read } from '../read.ts';
import { asked, type Known, needsParts } from './asked.ts';

type Below = PlaceRange & { name: string; kind: string };

export function belowRoutes(engine: () => Engine, known: Known): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      url: '/api/indicators/children',
      permission: 'indicators.read',
      cost: 3,
      summary: { zh: '下级各地的指标值', en: 'Figures of the places below' },
      query: BelowQuery,
      reply: { 200: Children },
      handle: async ({ client, caller, query }) => {
        const { place, codes, asOf } = await asked({ client, caller, query }, known);
        const { from, to, level } = query;
        const below = await (level
          ? countiesOn(client, place, to)
          : childrenOn(client, place.key, to));
        const { catalogue } = engine();
        const divided = needsParts(engine(), codes);
        const places = [place, ...below];
        const cells = await read(client, engine(), { codes, places, from, to, divided });
        const at = Map.groupBy(cells, (c) => c.place);
        const of = (key: string) => codes.map((c) => answer(catalogue, c, at.get(key) ?? []));
        const rest = remainder(cells, place.key, below);
        return {
          place: place.key,
          asOf,
          rows: below.map(({ key, name, level, kind }) => ({
            key,
            name,
            level,
            kind,
            values: of(key),
          })),
          own: codes.map((c) => own(engine(), c, rest)),
          total: of(place.key),
        };
      },
    }),
    endpoint({
      method: 'GET',
      url: '/api/indicators/children-series',
      permission: 'indicators.read',
      cost: 5,
      summary: {
        zh: '下级各地一个指标的逐月值',
        en: 'One figure of the places below, month by month',
      },
      query: BelowSeriesQuery,
      reply: { 200: BelowSeries },
      handle: async ({ client, caller, query }) => {
        const { code, from, to } = query;
        const { place, asOf } = await asked(
          { client, caller, query: { ...query, codes: code } },
          known,
        );
        const places = await childrenOn(client, place.key, to);
        const question = { codes: [code], places, from, to, monthly: true };
        const cells = await read(client, engine(), question);
        const at = Map.groupBy(cells, (c) => c.place);
        return {
          place: place.key,
          asOf,
          code,
          rows: places.map(({ key }) => ({
            key,
            points: series(engine().catalogue, code, at.get(key) ?? [], from, to),
          })),
        };
      },
    }),
  ];
}

/** Counties on a day, and the cities that have none, in code order. */
async function countiesOn(client: Client, { lo, hi }: PlaceRange, day: string): Promise<Below[]> {
  const { rows } = await client.query<Below>({
    name: 'counties-on',
    text: `select r.key, r.lo, r.hi, r.level, c.name, c.kind
           from regions.region r
           join lateral (
             select name, kind from regions.code
             where key = r.key and valid_from is not null
             order by (valid_from <= $3::date) desc, valid_from desc limit 1
           ) c on true
           where r.key between $1 and $2
             and r.valid_from <= greatest($3::date, (select min(valid_from) from regions.region))
             and (r.valid_to is null or r.valid_to > $3::date)
             and (r.level = 'county' or r.level = 'city' and not exists (
               select 1 from regions.region below where below.parent = r.key and below.level = 'county'))
           order by r.key`,
    values: [lo, hi, day],
  });
  return rows;
}

/** Cells of the place less those of the places below. */
function remainder(cells: readonly Cell[], place: string, below: readonly PlaceRange[]): Cell[] {
  const children = new Set(below.map(({ key }) => key));
  return cells.flatMap((c) => {
    if (c.place === place) return [c];
    return children.has(c.place) ? [{ ...c, place, value: -c.value }] : [];
  });
}

/** What is left of a figure; nothing can be said of one whose parts do not add up. */
function own(engine: Engine, code: string, rest: readonly Cell[]): Value {
  const adds = partsOf(engine.catalogue, [code]).every(isAdditive);
  return adds ? answer(engine.catalogue, code, rest) : { code, value: null, over: null, parts: [] };
}
