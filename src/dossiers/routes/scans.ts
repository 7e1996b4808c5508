/** Scans of a project's papers: uploaded, listed, looked at, withdrawn or put in another's place. */
import Type from 'typebox';
import type { FileStore } from '../../platform/files/file-store.ts';
import { extensions, mediaTypes, scanTypeOf } from '../../platform/files/file-type.ts';
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { ContentQuery, Scans, Uploaded, UploadQuery, WithdrawFile } from '../contract.ts';
import { mostFileBytes } from '../rules.ts';
import { mustBeOfOffice, projectFor, requestFor } from '../store/request.ts';
import { addScan, numberOfPaper, scanFor, scanOf, scansOf, withdrawScan } from '../store/scans.ts';

const write = { method: 'POST', permission: 'projects.write' } as const;

export const scanRoutes = (files: Pick<FileStore, 'open'>): Endpoint[] => [
  endpoint({
    ...write,
    url: '/api/dossiers/files',
    summary: { zh: '上传扫描件', en: 'Upload a scan' },
    query: UploadQuery,
    file: { most: mostFileBytes },
    cost: 6,
    reply: { 201: Uploaded },
    constraints: {
      file_once: 'dossiers.refusal.same_scan',
      file_pkey: 'dossiers.refusal.id_taken',
      file_document: 'dossiers.refusal.other_project',
    },
    handle: async ({ db, client, caller, id, query, file, today, note }) => {
      const project = await projectFor(client, caller, query.project);
      mustBeOfOffice(caller, project);
      if (query.dated > today) throw new Refusal('dossiers.refusal.day_to_come', { today });
      const request = query.request ? await requestFor(client, caller, query.request) : null;
      if (request && request.project !== project.id)
        throw new Refusal('dossiers.refusal.other_project');
      const replaced = query.replaces
        ? await scanFor(client, caller, query.replaces, 'held')
        : null;
      if (replaced && (replaced.project !== project.id || replaced.kind !== query.kind))
        throw new Refusal('dossiers.refusal.other_project');
      const paperNumber = await numberOfPaper(client, project.id, query);
      if (replaced)
        await withdrawScan(client, caller, replaced, { reason: query.title, replacedBy: id });
      await addScan(db, caller, { id, project, request, file, query, paperNumber });
      note({
        object: `scan ${id}`,
        place: project.place,
        after: { ...query, ...file },
        ...(replaced ? { before: { id: replaced.id, sha256: replaced.sha256 } } : {}),
      });
      return { id, ...file, type: scanTypeOf(file.type) };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/dossiers/projects/:id/files',
    permission: 'projects.read',
    summary: { zh: '一个项目的扫描件', en: 'Scans of a project' },
    params: IdParams,
    reply: { 200: Scans },
    handle: async ({ client, caller, params }) => {
      const project = await projectFor(client, caller, params.id);
      return { rows: (await scansOf(client, [project.id])).map(scanOf) };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/dossiers/files/:id/content',
    permission: 'projects.read',
    summary: { zh: '查看或下载扫描件', en: 'Look at a scan or keep it' },
    params: IdParams,
    query: ContentQuery,
    audited: true,
    stream: 'application/octet-stream',
    cost: 2,
    reply: { 200: Type.String() },
    handle: async ({ client, caller, params, query, note }) => {
      const scan = await scanFor(client, caller, params.id);
      note({
        object: `scan ${scan.id}`,
        place: scan.place,
        after: { sha256: scan.sha256, class: scan.class, ...query },
      });
      const { handle, size } = await files.open(scan.sha256);
      const name = `${scan.title.replace(/[\\/:*?"<>|]/g, ' ').trim()}${extensions[scan.type]}`;
      return { handle, size, type: mediaTypes[scan.type], name, inline: query.show === 'inline' };
    },
  }),
  endpoint({
    ...write,
    url: '/api/dossiers/files/:id/withdraw',
    summary: { zh: '撤下扫描件', en: 'Withdraw a scan' },
    params: IdParams,
    body: WithdrawFile,
    reply: { 204: Type.Null() },
    handle: async ({ client, caller, params, body, note }) => {
      const scan = await scanFor(client, caller, params.id, 'held');
      mustBeOfOffice(caller, await projectFor(client, caller, scan.project));
      await withdrawScan(client, caller, scan, { reason: body.reason.trim() });
      note({
        object: `scan ${scan.id}`,
        place: scan.place,
        before: { kind: scan.kind, sha256: scan.sha256 },
        after: body,
      });
      return undefined;
    },
  }),
];
