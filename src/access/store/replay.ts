/** The answers given to writes, by the ids their callers made. */
import type { Client } from '../../platform/db/pool.ts';
import type { Replay } from '../../platform/http/dispatch.ts';
import type { ReplayKey } from '../../platform/http/request/parts.ts';

export async function findReplay(client: Client, key: ReplayKey): Promise<Replay | null> {
  await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key.id]);
  const { rows } = await client.query<{ same: boolean; status: number; reply: unknown }>(
    `select account_id = $2 and route = $3 and body_sha256 = $4 as same, status, reply
     from access.replay where id = $1`,
    [key.id, key.account, key.route, key.bodySha256],
  );
  return rows[0] ?? null;
}

export async function keepReplay(
  client: Client,
  key: ReplayKey,
  status: number,
  reply: unknown,
): Promise<void> {
  await client.query(
    'insert into access.replay (id, account_id, route, body_sha256, status, reply) values ($1, $2, $3, $4, $5, $6)',
    [key.id, key.account, key.route, key.bodySha256, status, JSON.stringify(reply)],
  );
}
