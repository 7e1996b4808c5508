/** Putting a dossier together: planned under the caller's scope, made outside any transaction, registered in one. */
import { createReadStream } from 'node:fs';
import Type from 'typebox';
import { domainToday } from '../../access/store/caller.ts';
import type { Pool } from '../../platform/db/pool.ts';
import { inScope } from '../../platform/db/scope.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { hintsFor } from '../../supervision/store/hints.ts';
import { IdParams } from '../../teams/contract-values.ts';
import { DossierMade, type KeptHint, MakeDossier } from '../contract.ts';
import { assemble } from '../pdf/assemble.ts';
import { coverOf, labelOf } from '../pdf/cover-text.ts';
import { hintsHinder, makingStates, mostDossierBytes, mostDossierPages } from '../rules.ts';
import { addDossier, contentsOfOne, dossierFor } from '../store/dossier.ts';
import { mustBeOfOffice, type RequestHead, requestFor } from '../store/request.ts';
import { holdScans, type KeptScan } from '../store/scans.ts';

interface Planned {
  request: RequestHead;
  scans: KeptScan[];
  basis: string | null;
  hints: KeptHint[];
  explanation: string | null;
}

export const makingRoutes = ({ pool, files }: { pool: Pool; files: FileStore }): Endpoint[] => [
  endpoint({
    method: 'POST',
    url: '/api/dossiers/dossiers',
    permission: 'projects.write',
    summary: { zh: '生成送审资料', en: 'Put a dossier together' },
    body: MakeDossier,
    cost: 60,
    reply: { 201: DossierMade },
    constraints: { dossier_pkey: 'dossiers.refusal.id_taken' },
    first: async (said, { caller }) => {
      const planned = await planOf(pool, caller, said);
      return { planned, ...(await put(planned, caller, files)) };
    },
    handle: async ({ db, client, caller, id, body, first, today, note }) => {
      const request = await requestFor(client, caller, body.request, 'held');
      const { planned } = first;
      await holdScans(
        client,
        planned.scans.map((scan) => scan.id),
      );
      const { scans, hints } = await scansFor(client, caller, request, body.explanation, today);
      // What was looked at and what is registered are the same.
      const same =
        planned.request.changedAt === request.changedAt &&
        planned.scans.map((scan) => scan.id).join() === scans.map((scan) => scan.id).join() &&
        toldOf(planned.hints) === toldOf(hints);
      if (!same) throw new Refusal('dossiers.refusal.changed_since', {}, 409);
      await addDossier(db, caller, {
        ...{ id, request, made: first.made, parts: first.parts },
        ...{ hints, explanation: planned.explanation },
      });
      note({
        object: `dossier ${id}`,
        place: request.place,
        after: { ...body, ...first.made, parts: first.parts, hints },
      });
      return { id, sha256: first.made.sha256, pages: first.made.pages };
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/dossiers/dossiers/:id/content',
    permission: 'projects.read',
    summary: { zh: '下载送审资料', en: 'Keep a dossier that was put together' },
    params: IdParams,
    audited: true,
    stream: 'application/pdf',
    cost: 6,
    reply: { 200: Type.String() },
    handle: async ({ client, caller, params, note }) => {
      const dossier = await dossierFor(client, caller, params.id);
      const { place, sha256, projectNumber, day } = dossier;
      note({ object: `dossier ${dossier.id}`, place, after: { sha256 } });
      const { handle, size } = await files.open(sha256);
      const name = `送审资料 ${projectNumber.replace(/[\\/:*?"<>|]/g, '-')} ${day}.pdf`;
      return { handle, size, type: 'application/pdf', name, inline: false };
    },
  }),
];

/** Hints as the cover tells them, whatever their order. */
const toldOf = (hints: readonly KeptHint[]): string =>
  hints
    .map((hint) => JSON.stringify(hint))
    .toSorted()
    .join();

const planOf = async (
  pool: Pool,
  caller: Caller,
  { request: id, explanation }: MakeDossier,
): Promise<Planned> => {
  const today = await domainToday(pool);
  return inScope(pool, { actor: caller.account, ranges: caller.ranges }, async (_, client) => {
    const request = await requestFor(client, caller, id);
    const found = await scansFor(client, caller, request, explanation, today);
    return { request, ...found, explanation: explanation?.trim() || null };
  });
};

/** @throws Refusal when it is not time for it, something is missing, a rule stands in the way, or it would be too large */
async function scansFor(
  client: Parameters<typeof requestFor>[0],
  caller: Caller,
  request: RequestHead,
  explanation: string | null,
  today: string,
): Promise<Pick<Planned, 'scans' | 'basis' | 'hints'>> {
  mustBeOfOffice(caller, request);
  if (!makingStates.includes(request.state)) throw new Refusal('dossiers.refusal.not_checked');
  const { items, missing, checklist } = await contentsOfOne(client, request, today);
  if (missing.length > 0) throw new Refusal('dossiers.refusal.missing', { count: missing.length });
  const scans = items.flatMap((item) => item.files);
  if (scans.length === 0) throw new Refusal('dossiers.refusal.nothing_in_it');
  const bytes = scans.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostDossierBytes)
    throw new Refusal('dossiers.refusal.too_large', { most: mostDossierBytes / 1_048_576 });
  const hints = (await hintsFor(client, caller, today, 'request', request.id)).map(
    ({ evidence: _, ...hint }) => hint,
  );
  const hinder = hintsHinder(hints, explanation);
  if (hinder) throw new Refusal(`dossiers.refusal.${hinder.code}`, { count: hinder.count });
  return { scans, basis: checklist.basis, hints };
}

/** @throws Refusal that names the scan which cannot be put in */
async function put(
  { request, scans, basis, hints, explanation }: Planned,
  caller: Caller,
  files: FileStore,
) {
  await Promise.all(scans.map(({ sha256 }) => mustLie(files, sha256)));
  const at = Date.now();
  const made = await assemble(
    {
      ...coverOf({ request, basis, hints, explanation, by: caller.name, at }),
      parts: scans.map((scan) => ({
        ...{ path: files.pathOf(scan.sha256), type: scan.type, sha256: scan.sha256 },
        label: labelOf(scan),
      })),
      ...{ mostPages: mostDossierPages, at },
    },
    request.above,
    async (path, { pages, parts }) => ({
      made: { ...(await files.take(createReadStream(path), mostDossierBytes * 2)), pages },
      parts: scans.flatMap(({ id: file, sha256 }, n) => {
        const where = parts[n];
        return where ? [{ file, sha256, ...where }] : [];
      }),
    }),
  );
  if (!('fault' in made)) return made;
  if (made.fault === 'broken') throw new Refusal('dossiers.refusal.scan_broken');
  const name = scans[made.at]?.title ?? '';
  throw new Refusal(`dossiers.refusal.scan_${made.fault}`, { name, most: mostDossierPages });
}

async function mustLie(files: FileStore, sha256: string): Promise<void> {
  const { handle } = await files.open(sha256);
  await handle.close();
}
