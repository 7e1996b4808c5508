/** Sources of exports and what is remembered of their columns. */

import type { Client } from '../../platform/db/pool.ts';
import { boundsOf, inRanges, withinText } from '../../platform/db/scope.ts';
import { Absent, type Caller, Refusal } from '../../platform/http/endpoint.ts';
import { mustActForOwn } from '../../platform/own-office.ts';
import type { SourceRow } from '../contract.ts';
import type { Mapping } from '../rules/mapping.ts';

const columns = `s.id, s.name, s.kind, s.place_key::text as office, office.name as "officeName", s.mapping`;

export async function sourcesUnder(
  client: Client,
  caller: Caller,
  { lo, hi }: { lo: string; hi: string },
): Promise<SourceRow[]> {
  const { rows } = await client.query<SourceRow>(
    `select ${columns} from reconciliation.source s join regions.place office on office.key = s.place_key
     where s.place_key between $1 and $2 and ${withinText('s.place_key', '$3', '$4')}
     order by s.place_key, s.name limit 500`,
    [lo, hi, ...boundsOf(caller.ranges)],
  );
  return rows;
}

/** @throws Absent when there is none in the caller's ranges; Refusal when it is another office's. */
export async function ownSource(client: Client, caller: Caller, id: string): Promise<SourceRow> {
  const { rows } = await client.query<SourceRow>(
    `select ${columns} from reconciliation.source s join regions.place office on office.key = s.place_key where s.id = $1`,
    [id],
  );
  const source = rows[0];
  if (!source || !inRanges(source.office, caller.ranges)) throw new Absent();
  if (source.office !== caller.seat) throw new Refusal('reconciliation.refusal.other_office');
  mustActForOwn(caller);
  return source;
}

export async function addSource(
  client: Client,
  caller: Caller,
  id: string,
  said: { name: string; kind: SourceRow['kind'] },
): Promise<void> {
  mustActForOwn(caller);
  await client.query(
    'insert into reconciliation.source (id, place_key, name, kind, recorded_by) values ($1, $2, $3, $4, $5)',
    [id, caller.seat, said.name.trim(), said.kind, caller.account],
  );
}

/** Remembers how the columns of a source are read. */
export async function learn(client: Client, id: string, mapping: Mapping): Promise<void> {
  await client.query(
    'update reconciliation.source set mapping = $2, changed_at = clock_timestamp() where id = $1',
    [id, JSON.stringify(mapping)],
  );
}
