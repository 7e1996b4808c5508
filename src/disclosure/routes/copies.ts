/** Public copies in the office: the list, what waits, one, its files, making one, where it hangs. */
import Type from 'typebox';
import { nameOf } from '../../funds/store/place-name.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, cursorParts, limitOf, paged } from '../../teams/store/paging.ts';
import type { Format } from '../codes.ts';
import { contentOf, sumOf } from '../content/build.ts';
import {
  CopyPage,
  CopyQuery,
  CopyRows,
  Done,
  FileParams,
  MakeCopy,
  RecordLink,
  TakeDown,
  WaitingQuery,
  WaitingRows,
} from '../contract.ts';
import { fileOf } from '../files/file-of.ts';
import { addCopy, copiesUnder, copyFor } from '../store/copies.ts';
import { factsFor, namesIn } from '../store/facts.ts';
import {
  addPublication,
  mustPublishFor,
  openPagesOn,
  publicationFor,
  takeDown,
} from '../store/publications.ts';
import { waitingUnder } from '../store/waiting.ts';

const read = { method: 'GET', permission: 'disclosure.read' } as const;
const write = { method: 'POST', permission: 'disclosure.write' } as const;

export const copyRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/disclosure/copies',
    summary: { zh: '公开件台账', en: 'Register of public copies' },
    query: CopyQuery,
    reply: { 200: CopyRows },
    handle: async ({ client, caller, query, today, lang }) => {
      const { lo, hi } = await placeFor(client, caller, query.place);
      const limit = limitOf(query);
      const found = await copiesUnder(
        client,
        caller,
        { today, lang },
        {
          ...{ lo, hi, kind: query.kind ?? null, state: query.state ?? null, limit },
          before: beforeInstant(query),
        },
      );
      const { rows, next } = paged(found, limit, (last) => last.cursor);
      return { rows: rows.map(({ cursor, ...row }) => row), next };
    },
  }),
  endpoint({
    ...read,
    url: '/api/disclosure/waiting',
    summary: { zh: '待公开', en: 'What should be disclosed and is not' },
    query: WaitingQuery,
    cost: 5,
    reply: { 200: WaitingRows },
    handle: async ({ client, caller, query, today }) => {
      const { lo, hi } = await placeFor(client, caller, query.place);
      const limit = limitOf(query);
      const found = await waitingUnder(client, caller, {
        ...{ lo, hi, today, limit, year: Number(query.year), kind: query.kind ?? null },
        after: cursorParts(query, /^([0-9]{12}~[a-z_]{4,20}~[0-9a-f-]{1,36})$/, ['']),
      });
      const { rows, next } = paged(found, limit, (last) => last.cursor);
      return { rows: rows.map(({ cursor, ...row }) => row), next };
    },
  }),
  endpoint({
    ...read,
    url: '/api/disclosure/copies/:id',
    summary: { zh: '一份公开件', en: 'One public copy' },
    params: IdParams,
    reply: { 200: CopyPage },
    handle: async ({ client, caller, params, today, lang }) => {
      const copy = await copyFor(client, caller, params.id);
      const row = copy.row(today, lang);
      const openPages = await openPagesOn(client);
      const stands = row.publications.some(
        ({ channel, state }) => channel === 'own_pages' && state === 'standing',
      );
      return {
        ...row,
        ...{ madeBy: copy.madeBy, sha256: copy.sha256, blocks: copy.content.blocks[lang] },
        mayRecord:
          caller.permissions.has('disclosure.write') && inRanges(copy.place, caller.ownRanges),
        openPage: openPages && stands ? `/public/copies/${copy.id}` : null,
        openPages,
      };
    },
  }),
  endpoint({
    ...read,
    url: '/api/disclosure/copies/:id/files/:name',
    summary: { zh: '下载公开件（网页、PDF、Word）', en: 'A public copy as HTML, PDF or Word file' },
    params: FileParams,
    audited: true,
    stream: 'application/octet-stream',
    cost: 10,
    reply: { 200: Type.String() },
    handle: async ({ client, caller, params, note }) => {
      const copy = await copyFor(client, caller, params.id);
      note({ object: `copy ${copy.id}`, place: copy.place, after: { file: params.name } });
      const format = params.name.split('.')[1] as Format; // the shape of the name says so
      return { make: () => fileOf(copy, format) };
    },
  }),
  endpoint({
    ...write,
    url: '/api/disclosure/copies',
    summary: { zh: '生成公开件', en: 'Make a public copy' },
    body: MakeCopy,
    cost: 10,
    reply: { 201: Done },
    constraints: { copy_pkey: 'disclosure.refusal.id_taken' },
    handle: async ({ client, caller, id, body, today, lang, note }) => {
      const facts = await factsFor(client, caller, body);
      mustPublishFor(caller, body.place);
      const { county, place, year, madeUp } = facts.of;
      const names = await namesIn(client, county);
      const office = await nameOf(client, caller.home);
      const content = contentOf(facts, { names, on: today, office, lang });
      const sha256 = sumOf(content);
      const object = body.kind === 'use_of_money' ? null : body.object;
      await addCopy(client, caller, {
        ...{ id, county, place, kind: body.kind, object, year, content, sha256, on: today },
        madeUp,
      });
      note({ object: `copy ${id}`, place, after: { ...body, sha256 } });
      return { id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/disclosure/copies/:id/publications',
    summary: { zh: '登记公开链接', en: 'Record where a copy is published' },
    params: IdParams,
    body: RecordLink,
    reply: { 201: Done },
    constraints: {
      publication_pkey: 'disclosure.refusal.id_taken',
      publication_own_once: 'disclosure.refusal.stands_already',
    },
    handle: async ({ client, caller, id, params, body, today, note }) => {
      const copy = await copyFor(client, caller, params.id);
      await addPublication(client, caller, { id, copy, said: body, today });
      note({ object: `publication ${id}`, place: copy.place, after: { copy: copy.id, ...body } });
      return { id };
    },
  }),
  endpoint({
    ...write,
    url: '/api/disclosure/publications/:id/take-down',
    summary: { zh: '到期撤下', en: 'Take down a publication' },
    params: IdParams,
    body: TakeDown,
    reply: { 200: Done },
    handle: async ({ client, caller, params, body, today, note }) => {
      const one = await publicationFor(client, caller, params.id);
      await takeDown(client, caller, one, { on: body.on, reason: body.reason.trim(), today });
      note({
        object: `publication ${one.id}`,
        place: one.place,
        after: { copy: one.copy, ...body },
      });
      return { id: one.id };
    },
  }),
];
