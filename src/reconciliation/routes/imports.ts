/** Sources, and files of theirs: heads recognised, looked at whole, taken in whole, taken back. */
import type { Client } from '../../platform/db/pool.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { beforeInstant, limitOf, paged } from '../../teams/store/paging.ts';
import * as contract from '../contract.ts';
import { readBeside } from '../reading/beside.ts';
import { rowsOf, textOf } from '../reading/file-text.ts';
import { guessed, headAt, lacking, sameMapping } from '../rules/mapping.ts';
import { holdSource, importsUnder, previewOf, takeIn, withdraw } from '../store/imports.ts';
import { addSource, learn, ownSource, sourcesUnder } from '../store/sources.ts';

const constraints = {
  source_name: 'reconciliation.refusal.source_name',
  source_pkey: 'reconciliation.refusal.id_taken',
  import_file_pkey: 'reconciliation.refusal.id_taken',
  line_once: 'reconciliation.refusal.taken_in_now',
};
const register = { method: 'POST', permission: 'funds.register', constraints } as const;
/** A file is read in a thread of its own; ten at once, then one in five seconds. */
const cost = 60;
const bodyLimit = contract.mostCharacters + 16_384;

type Mapped = { source: string; mapping: NonNullable<contract.SourceRow['mapping']> };
const read = ({ file, mapping }: Mapped & { file: string }) => readBeside({ file, mapping });

export const importRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/reconciliation/sources',
    permission: 'funds.read',
    summary: { zh: '对账来源', en: 'Sources of exports' },
    query: contract.PlaceOnly,
    reply: { 200: contract.SourceRows },
    handle: async ({ client, caller, query }) => ({
      rows: await sourcesUnder(client, caller, await placeFor(client, caller, query.place)),
    }),
  }),
  endpoint({
    ...register,
    url: '/api/reconciliation/sources',
    summary: { zh: '登记对账来源', en: 'Register a source of exports' },
    body: contract.AddSource,
    reply: { 201: contract.Made },
    handle: async ({ client, caller, id, body, note }) => {
      await addSource(client, caller, id, body);
      note({ object: `reconciliation_source ${id}`, place: caller.seat, after: body });
      return { id };
    },
  }),
  endpoint({
    ...register,
    url: '/api/reconciliation/heads',
    summary: { zh: '识别导出文件的列', en: 'Recognise the columns of an export' },
    body: contract.HeadsBody,
    bodyLimit: contract.headBytes * 2,
    reply: { 200: contract.Heads },
    secret: 'reply', // names in its first lines are not kept with it
    handle: async ({ client, caller, body, note }) => {
      const source = await ownSource(client, caller, body.source);
      note({ object: `reconciliation_source ${source.id}`, place: source.office });
      const given = textOf(Buffer.from(body.file, 'base64'));
      if ('fault' in given) throw new Refusal(`reconciliation.refusal.${given.fault}`);
      const rows = rowsOf(given.text)
        .slice(0, 40)
        .map(({ cells }) => [...(cells ?? [])]);
      const knownAt = source.mapping ? headAt(rows, source.mapping) : -1;
      const at = knownAt >= 0 ? knownAt : headAt(rows, null);
      const heads = (rows[at] ?? []).map((head) => head.slice(0, 100));
      if (heads.length === 0) throw new Refusal('reconciliation.refusal.no_heads');
      const known = source.mapping !== null && knownAt >= 0;
      return {
        heads,
        sample: rows.slice(at + 1, at + 4),
        mapping: known && source.mapping ? source.mapping : guessed(heads, source.kind),
        known,
      };
    },
  }),
  endpoint({
    ...register,
    url: '/api/reconciliation/imports/preview',
    summary: {
      zh: '预览导出文件，一次列出全部问题，不改数据',
      en: 'Look at an export: every fault of every line, nothing changed',
    },
    cost,
    bodyLimit,
    body: contract.PreviewImport,
    reply: { 200: contract.Preview },
    secret: 'reply', // names in its first lines are not kept with it
    first: read,
    handle: async ({ client, caller, body, first, today, note }) => {
      const source = await mappedSource(client, caller, body);
      const preview = await previewOf(client, source, first, today);
      const { lines, amount, leftOut, faulty } = preview;
      note({
        object: `reconciliation_source ${source.id}`,
        place: source.office,
        after: { lines, amount, leftOut, faulty },
      });
      return preview;
    },
  }),
  endpoint({
    ...register,
    url: '/api/reconciliation/imports',
    summary: {
      zh: '导入对账文件，全部成功或全部不做',
      en: 'Take an export in, whole or not at all',
    },
    cost,
    bodyLimit,
    body: contract.TakeIn,
    reply: { 201: contract.Made },
    first: read,
    handle: async ({ client, caller, id, body, first, today, note }) => {
      const source = await mappedSource(client, caller, body);
      await holdSource(client, source.id);
      const taken = await takeIn(client, caller, source, {
        ...{ id, name: body.name, read: first, today },
      });
      if (!sameMapping(source.mapping, body.mapping)) await learn(client, source.id, body.mapping);
      const { lines, amount, leftOut, from, to } = taken;
      note({
        object: `reconciliation_import ${id}`,
        place: source.office,
        after: { source: source.id, lines, amount, leftOut, from, to, mapping: body.mapping },
      });
      return { id };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/reconciliation/imports',
    permission: 'funds.read',
    summary: { zh: '已导入的对账文件', en: 'Exports taken in' },
    query: contract.ImportQuery,
    reply: { 200: contract.ImportRows },
    handle: async ({ client, caller, query }) => {
      const { lo, hi } = await placeFor(client, caller, query.place);
      const found = await importsUnder(client, caller, {
        ...{ lo, hi, before: beforeInstant(query), limit: limitOf(query) },
      });
      return paged(found, limitOf(query), (last) => `${last.takenAt}~${last.id}`);
    },
  }),
  endpoint({
    ...register,
    url: '/api/reconciliation/imports/:id/withdraw',
    summary: { zh: '撤销导入', en: 'Take an import back' },
    params: IdParams,
    body: contract.ReasonBody,
    reply: { 200: contract.Made },
    handle: async ({ client, caller, params, body, note }) => {
      const gone = await withdraw(client, caller, params.id, body.reason.trim());
      note({
        object: `reconciliation_import ${params.id}`,
        place: gone.office,
        before: gone,
        after: body,
      });
      return { id: params.id };
    },
  }),
];

/** @throws Refusal when the mapping does not say what the source's kind needs */
async function mappedSource(
  client: Client,
  caller: Caller,
  { source: id, mapping }: Mapped,
): Promise<contract.SourceRow> {
  const source = await ownSource(client, caller, id);
  const gap = lacking(mapping, source.kind);
  if (gap !== null) throw new Refusal(`reconciliation.refusal.mapping_${gap}`);
  return source;
}
