/** How a sheet left what it wrote, and what stands in the way of taking it back. */
import type { Client } from '../../platform/db/pool.ts';
import { instant } from '../../platform/db/sql/instant.ts';
import { Refusal } from '../../platform/http/endpoint.ts';

const scanned = (column: 'contract_id' | 'project_id' | 'request_id') =>
  `select from dossiers.file f where f.${column} = $1 and f.withdrawn_at is null
     and ($2::timestamptz is null or f.uploaded_at > $2)`;
const builtOn = {
  project: `${scanned('project_id')}
    union all select from projects.notice n where n.project_id = $1 and ($2::timestamptz is null or n.recorded_at > $2)
    union all select from projects.objection o join projects.notice n on n.county = o.county and n.id = o.notice_id
      where n.project_id = $1 and ($2::timestamptz is null or o.recorded_at > $2)
    union all select from projects.document d where d.project_id = $1 and ($2::timestamptz is null or d.recorded_at > $2)`,
  contract: scanned('contract_id'),
  request: scanned('request_id'),
};

/**
 * What was new is taken back while nobody built on it, a change while nobody did since. A change to what had been returned
 * is not: it would not be returned any more.
 * @throws Refusal when it is not to be taken back
 */
export async function mustStandAlone(
  client: Client,
  what: keyof typeof builtOn,
  { id, seen, before }: { id: string; seen: string; before: { state: string } | null },
): Promise<void> {
  const { rows } = await client.query(`select 1 from (${builtOn[what]}) x limit 1`, [
    ...[id, before === null ? null : seen],
  ]);
  if (rows.length > 0 || before?.state === 'returned')
    throw new Refusal('projects.refusal.changed_since', {}, 409);
}

/** Where a contract or a request lies, and the state it was left in. */
export async function leftIn(client: Client, table: 'contract' | 'request', id: string) {
  const { rows } = await client.query<{ place: string; seen: string }>(
    `select x.place_key::text as place, ${instant('x.changed_at')} as seen from projects.${table} x where x.id = $1`,
    [id],
  );
  const [left] = rows;
  if (!left) throw new Error('what was written is gone');
  return left;
}
