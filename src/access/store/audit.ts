/** Writing the audit: one row a deed, in the deed's own transaction. */
import { isRegionKey } from '../../kit/region-key.ts';
import type { Client } from '../../platform/db/pool.ts';
import { inRanges } from '../../platform/db/scope.ts';
import type { DeedRow } from '../../platform/http/dispatch.ts';
import { kindOf } from '../audit/rules.ts';

/** Adds the row. Called last: from here until the commit the county's other deeds wait. */
export async function record(client: Client, deed: DeedRow): Promise<void> {
  const { caller, endpoint } = deed;
  await client.query({
    name: 'audit',
    text: 'select access.add_audit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)',
    values: [
      caller?.account ?? null,
      caller?.role ?? null,
      caller?.ranges.map((r) => `${r.lo}-${r.hi}`) ?? [],
      kindOf(endpoint, caller?.emergency ?? false),
      `${endpoint.method} ${endpoint.url}`,
      deed.object ?? null,
      deed.place ?? placeAsked(deed),
      caller?.home ?? null,
      deed.person ?? null,
      deed.outcome,
      json(deed.before),
      json(deed.after),
      deed.requestId,
      deed.address,
      caller?.session ?? null,
    ],
  });
}

/** The place a read was about, where it is the caller's: a row in a chain of others is not theirs to make. */
function placeAsked({ asked, caller }: DeedRow): string | null {
  if (typeof asked !== 'string' || !isRegionKey(asked)) return null;
  return caller && inRanges(asked, caller.ranges) ? asked : null;
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
