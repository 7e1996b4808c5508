/** Scans of projects' papers: read, added, withdrawn. */
import type { Client, Db } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import type { StoredFile } from '../../platform/files/file-store.ts';
import { scanTypeOf } from '../../platform/files/file-type.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import type { Scan, UploadQuery } from '../contract.ts';
import { type Asking, answers, leftStates, servesOf } from '../rules.ts';
import type { ProjectHead } from './request.ts';

/** A scan with the project it is of. */
export type KeptScan = Scan & { project: string; place: string; county: string };

const columns = `
  f.id, f.county, f.project_id as project, f.place_key::text as place, f.kind, f.title,
  coalesce(f.number, (select p.number from projects.document p where p.county = f.county and p.id = f.document_id)) as number,
  f.dated::text as dated,
  f.name, f.sha256, f.size, f.type, f.class, f.contract_id as contract, f.request_id as request,
  a.display_name as "uploadedBy", to_char(f.uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "uploadedAt",
  exists (select from dossiers.dossier_part d
    join dossiers.dossier o on o.county = d.county and o.id = d.dossier_id
    join projects.request r on r.county = o.county and r.id = o.request_id
    where d.county = f.county and d.file_id = f.id and r.state = any ($2::projects.request_state[])) as left`;

/** Scans in force of projects, in the order in which they were dated. */
export async function scansOf(client: Client, projects: readonly string[]): Promise<KeptScan[]> {
  const { rows } = await client.query<KeptScan>(
    `select ${columns} from dossiers.file f join access.account a on a.id = f.uploaded_by
     where f.project_id = any ($1::uuid[]) and f.withdrawn_at is null
     order by f.dated, f.uploaded_at, f.id`,
    [projects, leftStates],
  );
  return rows;
}

/**
 * One scan, withdrawn or not. Held, nobody puts it into a dossier or sends one it is in until the end of the transaction.
 * @throws Absent when there is none in the caller's ranges
 */
export async function scanFor(
  client: Client,
  caller: Caller,
  id: string,
  held?: 'held',
): Promise<KeptScan & { withdrawn: boolean }> {
  // Apart from the reading: what is read beside a row that was waited for is older than the row.
  if (held) {
    await client.query('select from dossiers.file where id = $1 for update', [id]);
    await client.query(
      `select from projects.request r where r.id in (select o.request_id from dossiers.dossier_part d
         join dossiers.dossier o on o.county = d.county and o.id = d.dossier_id where d.file_id = $1)
       order by r.id for share`,
      [id],
    );
  }
  const { rows } = await client.query<KeptScan & { withdrawn: boolean }>(
    `select ${columns}, f.withdrawn_at is not null as withdrawn
     from dossiers.file f join access.account a on a.id = f.uploaded_by where f.id = $1`,
    [id, leftStates],
  );
  if (!rows[0] || !inRanges(rows[0].place, caller.ranges)) throw new Absent();
  return rows[0];
}

/** Holds scans as they are: none of them is withdrawn until the end of the transaction. */
export const holdScans = (client: Client, ids: readonly string[]) =>
  client.query('select from dossiers.file where id = any ($1::uuid[]) order by id for share', [
    ids,
  ]);

/** The wire shape of a scan. */
export function scanOf({ project: _p, place: _l, county: _c, ...scan }: KeptScan): Scan {
  return scan;
}

/** What the scan serves follows from its kind: an invoice the request it came for, a contract the requests of that contract. */
export async function addScan(
  db: Db,
  caller: Caller,
  about: {
    id: string;
    project: ProjectHead;
    request: Asking | null;
    file: StoredFile;
    query: UploadQuery;
    /** The number of the registered paper it is of. */
    paperNumber: string | null;
  },
): Promise<void> {
  const { id, project, request, file, query, paperNumber } = about;
  const serves = servesOf(query.kind);
  if (serves !== 'project' && !request) throw new Refusal('dossiers.refusal.for_which_request');
  const number = query.number?.trim() || null;
  const told = { kind: query.kind, number: number ?? paperNumber, request: request?.id ?? null };
  if (request?.invoice && !answers(told, request))
    throw new Refusal('dossiers.refusal.other_invoice', { number: request.invoice });
  await db
    .insertInto('dossiers.file')
    .values({
      ...{ id, county: project.county, place_key: project.place, project_id: project.id },
      contract_id: serves === 'contract' ? (request?.contract ?? null) : null,
      request_id: serves === 'request' ? (request?.id ?? null) : null,
      document_id: query.document ?? null,
      ...{ kind: query.kind, title: query.title.trim(), number },
      ...{ dated: query.dated, name: query.name.trim(), class: query.class },
      ...{
        sha256: file.sha256,
        size: file.size,
        type: scanTypeOf(file.type),
        uploaded_by: caller.account,
      },
    })
    .execute();
}

/** @throws Refusal when it was withdrawn already, or left in a dossier that was sent */
export async function withdrawScan(
  client: Client,
  caller: Caller,
  scan: Pick<KeptScan, 'id' | 'left'>,
  { reason, replacedBy = null }: { reason: string; replacedBy?: string | null },
): Promise<void> {
  if (scan.left) throw new Refusal('dossiers.refusal.left');
  const { rowCount } = await client.query(
    `update dossiers.file set withdrawn_at = now(), withdrawn_by = $2, withdrawn_because = $3, replaced_by = $4
     where id = $1 and withdrawn_at is null`,
    [scan.id, caller.account, reason, replacedBy],
  );
  if (rowCount !== 1) throw new Refusal('dossiers.refusal.withdrawn', {}, 409);
}

/**
 * The number of the registered paper a scan is said to be of.
 * @throws Refusal when that is none of the project, or of another kind
 */
export async function numberOfPaper(
  client: Client,
  project: string,
  { document, kind }: Pick<UploadQuery, 'document' | 'kind'>,
): Promise<string | null> {
  if (document === undefined) return null;
  const { rows } = await client.query<{ number: string | null }>(
    'select number from projects.document where id = $1 and project_id = $2 and kind = $3::projects.document_kind',
    [document, project, kind],
  );
  if (!rows[0]) throw new Refusal('dossiers.refusal.other_project');
  return rows[0].number;
}
