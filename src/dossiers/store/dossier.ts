/** Dossiers that were put together, and what goes into the next one. */
import type { Client, Db } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import { Absent, type Caller } from '../../platform/http/endpoint.ts';
import type { Checklist, DossierPage, KeptHint } from '../contract.ts';
import { answers, itemsOf, missingOf, servesRequest } from '../rules.ts';
import { checklistsIn } from './checklists.ts';
import type { RequestHead } from './request.ts';
import { type KeptScan, scansOf } from './scans.ts';

export interface Contents {
  checklist: Checklist;
  items: { kind: KeptScan['kind']; required: boolean; files: KeptScan[] }[];
  /** Scans that serve the request and are of a kind the checklist does not ask for. */
  beside: KeptScan[];
  missing: KeptScan['kind'][];
}

/** What belongs to each of some requests, by their ids. */
export async function contentsOf(
  client: Client,
  requests: readonly RequestHead[],
  day: string,
): Promise<Map<string, Contents>> {
  const scans = Map.groupBy(
    await scansOf(client, [...new Set(requests.map(({ project }) => project))]),
    ({ project }) => project,
  );
  const inForce = await checklistsIn(
    client,
    requests.map(({ above }) => above),
    day,
  );
  return new Map(
    requests.map((request) => {
      const checklist = inForce(request.above, request.kind);
      const own = scans.get(request.project) ?? [];
      const items = itemsOf(checklist.items, own, request);
      const asked = new Set(checklist.items.map(({ kind }) => kind));
      const beside = own.filter((scan) => !asked.has(scan.kind) && servesRequest(scan, request));
      return [request.id, { checklist, items, beside, missing: missingOf(items, request) }];
    }),
  );
}

export async function contentsOfOne(
  client: Client,
  request: RequestHead,
  day: string,
): Promise<Contents> {
  const all = await contentsOf(client, [request], day);
  const one = all.get(request.id);
  if (!one) throw new Error('a request without its contents');
  return one;
}

/** Papers of the project that are registered and have no scan in force, by kind; of invoices those that can be the request's. */
export async function registeredOnly(client: Client, request: RequestHead) {
  type Row = DossierPage['items'][number]['registered'][number] & { kind: KeptScan['kind'] };
  const { rows } = await client.query<Row>(
    `select d.id, d.kind, d.title, d.number, d.dated::text as dated from projects.document d
     where d.project_id = $1 and not exists (select from dossiers.file f
       where f.county = d.county and f.document_id = d.id and f.withdrawn_at is null)
     order by d.dated, d.id`,
    [request.project],
  );
  const own = rows.filter((paper) => answers({ ...paper, request: request.id }, request));
  return Map.groupBy(own, ({ kind }) => kind);
}

/** Dossiers of a request, the last one first. */
export async function madeOf(client: Client, request: string): Promise<DossierPage['made']> {
  const { rows } = await client.query<DossierPage['made'][number]>(
    `select o.id, o.hints, o.explanation, o.sha256, o.size, o.pages, a.display_name as "madeBy",
       to_char(o.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
       (select jsonb_agg(jsonb_build_object('kind', f.kind, 'title', f.title, 'sha256', d.sha256,
          'firstPage', d.first_page, 'pages', d.pages) order by d.position)
        from dossiers.dossier_part d join dossiers.file f on f.county = d.county and f.id = d.file_id
        where d.county = o.county and d.dossier_id = o.id) as parts
     from dossiers.dossier o join access.account a on a.id = o.made_by
     where o.request_id = $1 order by o.made_at desc, o.id desc`,
    [request],
  );
  return rows;
}

export interface NewDossier {
  id: string;
  request: RequestHead;
  made: { sha256: string; size: number; pages: number };
  parts: { file: string; sha256: string; first: number; pages: number }[];
  hints: readonly KeptHint[];
  explanation: string | null;
}

export async function addDossier(
  db: Db,
  caller: Caller,
  { id, request, made, parts, hints, explanation }: NewDossier,
): Promise<void> {
  const at = { county: request.county, place_key: request.place };
  await db
    .insertInto('dossiers.dossier')
    .values({
      ...{ ...at, id, project_id: request.project, request_id: request.id },
      ...{ sha256: made.sha256, size: made.size, pages: made.pages, made_by: caller.account },
      ...{ hints: JSON.stringify(hints), explanation },
    })
    .execute();
  await db
    .insertInto('dossiers.dossier_part')
    .values(
      parts.map(({ file, sha256, first, pages }, position) => ({
        ...{ ...at, dossier_id: id, position, file_id: file, sha256 },
        ...{ first_page: first, pages },
      })),
    )
    .execute();
}

/** @throws Absent when there is none in the caller's ranges */
export async function dossierFor(client: Client, caller: Caller, id: string) {
  const { rows } = await client.query<{
    id: string;
    place: string;
    sha256: string;
    projectNumber: string;
    day: string;
  }>(
    `select o.id, o.place_key::text as place, o.sha256, p.number as "projectNumber",
       (o.made_at at time zone 'Asia/Shanghai')::date::text as day
     from dossiers.dossier o join projects.project p on p.county = o.county and p.id = o.project_id where o.id = $1`,
    [id],
  );
  if (!rows[0] || !inRanges(rows[0].place, caller.ranges)) throw new Absent();
  return rows[0];
}
