/** Writing the audit: one row a deed, in the deed's own transaction. */
import type { Client } from '../../platform/db/pool.ts';
import type { DeedRow } from '../../platform/http/dispatch.ts';

export async function record(client: Client, deed: DeedRow): Promise<void> {
  const { caller } = deed;
  await client.query({
    name: 'audit',
    text: `insert into access.audit (account_id, role, ranges, action, object, place, outcome, before, after, request_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      caller?.account ?? null,
      caller?.role ?? null,
      caller?.ranges.map((r) => `${r.lo}-${r.hi}`) ?? [],
      deed.action,
      deed.object ?? null,
      deed.place ?? null,
      deed.outcome,
      json(deed.before),
      json(deed.after),
      deed.requestId,
    ],
  });
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
