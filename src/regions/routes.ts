// What regions answers over HTTP: places of the tree of a day, editions, what changed, what does not fit.

import { Absent, type Endpoint, endpoint } from '../platform/http/endpoint.ts';
import { type ChangeFilter, changeCounts, changesBetween } from './compare.ts';
import * as contract from './contract.ts';
import { decide } from './decide.ts';
import { findingsOn } from './findings.ts';
import { placeWithHistory } from './place-history.ts';
import { childrenOf, editions, pathOf, placeOn, placesLike } from './store.ts';

const permission = 'regions.read';
const limitOf = (limit: string | undefined, otherwise = 50) => Number(limit ?? otherwise);

export const routes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/regions/places',
    permission,
    summary: {
      zh: '按名称、代码、拼音或首字母查地方',
      en: 'Places by part of a name, or the beginning of a code, the pinyin or its initials',
    },
    query: contract.SearchQuery,
    reply: { 200: contract.Found },
    handle: ({ db, caller, query, today }) =>
      placesLike(db, query.q.trim(), query.on ?? today, caller.ranges, {
        after: query.after,
        limit: limitOf(query.limit, 20),
      }),
  }),
  endpoint({
    method: 'GET',
    url: '/api/regions/places/:key',
    permission,
    summary: {
      zh: '一个地方：各版代码、分类、标识、沿革',
      en: 'One place: codes by edition, tiers, flags and lineage',
    },
    params: contract.KeyParams,
    query: contract.OnQuery,
    reply: { 200: contract.Place },
    handle: async ({ db, caller, params, query, today }) => {
      const place = await placeWithHistory(db, params.key, query.on ?? today, caller.ranges);
      if (!place) throw new Absent();
      return place;
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/regions/places/:key/children',
    permission,
    summary: {
      zh: '下一级地方，按代码排列',
      en: 'Places right below, in the order of their codes',
    },
    params: contract.KeyParams,
    query: contract.ChildrenQuery,
    reply: { 200: contract.Children },
    handle: async ({ db, caller, params, query, today }) => {
      const on = query.on ?? today;
      if (!(await placeOn(db, params.key, on, caller.ranges))) throw new Absent();
      const page = { after: query.after, limit: limitOf(query.limit) };
      return childrenOf(db, params.key, on, caller.ranges, page);
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/regions/places/:key/path',
    permission,
    summary: { zh: '从省到这个地方的路径', en: 'The path from the province to the place' },
    params: contract.KeyParams,
    query: contract.OnQuery,
    reply: { 200: contract.Path },
    handle: async ({ db, caller, params, query, today }) => {
      const on = query.on ?? today;
      if (!(await placeOn(db, params.key, on, caller.ranges))) throw new Absent();
      return { rows: await pathOf(db, params.key, on) };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/regions/editions',
    permission,
    summary: { zh: '已载入的区划版本', en: 'Editions of the registry that are loaded' },
    reply: { 200: contract.Editions },
    handle: async ({ db }) => ({ rows: await editions(db) }),
  }),
  endpoint({
    method: 'GET',
    url: '/api/regions/changes',
    permission,
    summary: { zh: '两版区划的变更', en: 'What changed between two editions' },
    query: contract.ChangesQuery,
    reply: { 200: contract.Changes },
    handle: async ({ db, caller, query }) => {
      const { older, newer, after, limit, ...filter } = query;
      const page = { after, limit: limitOf(limit) };
      const asked = filter as ChangeFilter; // the schema lets through nothing else
      const found = await changesBetween(db, older, newer, caller.ranges, asked, page);
      if (!found) throw new Absent();
      return found;
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/regions/change-counts',
    permission,
    summary: { zh: '两版区划的变更统计', en: 'Changes between two editions, counted' },
    query: contract.CountsQuery,
    reply: { 200: contract.Counts },
    handle: async ({ db, caller, query }) => {
      const counts = await changeCounts(db, query.older, query.newer, caller.ranges);
      if (!counts) throw new Absent();
      return counts;
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/regions/decisions',
    permission: 'regions.administer',
    summary: {
      zh: '确认或否定一处拿不准的区划变更',
      en: 'Accept or reject an uncertain change between two editions',
    },
    body: contract.Decide,
    reply: { 201: contract.Decided },
    constraints: { decision_pkey: 'regions.refusal.id_taken' },
    handle: async ({ db, caller, id, body, note }) => {
      const { place, before } = await decide(db, id, body, caller);
      note({ object: `decision ${id}`, place, before, after: body });
      return { id };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/regions/findings',
    permission,
    summary: { zh: '区划与名单对不上的地方', en: 'Where the registry and the lists do not agree' },
    query: contract.OnQuery,
    reply: { 200: contract.Findings },
    handle: async ({ db, caller, query, today }) => {
      const on = query.on ?? today;
      return { on, rows: await findingsOn(db, on, caller.ranges) };
    },
  }),
];
