/** Sealing what is kept anew under the key in use: in batches, each a transaction, so that it can be broken off and go on. */
import { type Client, type Pool, rolledBack } from '../db/pool.ts';
import { placeOf, type Secrets } from './envelope.ts';
import type { SealedColumn } from './sealed-column.ts';

const BATCH = 1_000;

/** How many values of a column each key seals; '' for those of the first versions, which name none. */
export async function countByKey(
  owner: Pool,
  { table, column }: SealedColumn,
): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ key: string; count: number }>(
    `select case get_byte(${column}, 0) when 1 then ''
       else convert_from(substring(${column} from 4 for get_byte(${column}, 2)), 'LATIN1') end as key,
       count(*)::integer as count
     from ${table} where ${column} is not null group by 1 order by 1`,
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

/**
 * @returns how many values were sealed anew
 * @throws KeyMissing, SealBroken at the first value that does not open; earlier batches stay done
 */
export async function sealAnew(
  owner: Pool,
  secrets: Secrets,
  column: SealedColumn,
  onBatch: (done: number) => void,
): Promise<number> {
  let done = 0;
  for (;;) {
    const sealed = await inTransaction(owner, (client) => oneBatch(client, secrets, column));
    done += sealed;
    onBatch(done);
    if (sealed < BATCH) return done;
  }
}

/** Table and column come from the list of this program, never from outside. */
async function oneBatch(client: Client, secrets: Secrets, of: SealedColumn): Promise<number> {
  const { table, column, row, index } = of;
  await client.query(`set local zz.sealing_anew = 'yes'`); // nothing about the row changes: no earlier state is filed
  const { rows } = await client.query<{ at: string; row: string; sealed: Buffer }>(
    `select ctid::text as at, ${row}::text as row, ${column} as sealed from ${table}
     where ${column} is not null and substring(${column} from 1 for $1) <> $2 limit ${BATCH} for update`,
    [secrets.head.length, secrets.head],
  );
  const anew = rows.map((one) => {
    const place = placeOf(of.of ?? table, one.row, column);
    const plain = secrets.open(one.sealed, place);
    return {
      at: one.at,
      sealed: secrets.seal(plain, place),
      index: index && secrets.index(index, plain),
    };
  });
  if (anew.length === 0) return 0;
  await client.query(
    `update ${table} t set ${column} = v.sealed ${index ? `, ${column}_index = v.index` : ''}
     from unnest($1::tid[], $2::bytea[], $3::bytea[]) v (at, sealed, index) where t.ctid = v.at`,
    [anew.map((v) => v.at), anew.map((v) => v.sealed), anew.map((v) => v.index ?? null)],
  );
  return anew.length;
}

async function inTransaction<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } catch (error) {
    broken = await rolledBack(client, error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Takes out what is sealed under a key that nobody has any more: it could never be opened again, and would stand in the way
 * of what is entered anew.
 * @returns how many values went
 */
export async function discardLost(
  owner: Pool,
  { table, column, index, beside, lost }: SealedColumn,
  id: string,
): Promise<number> {
  const under = `${column} is not null and get_byte(${column}, 0) = 2
    and convert_from(substring(${column} from 4 for get_byte(${column}, 2)), 'LATIN1') = $1`;
  const columns = [column, ...(index ? [`${column}_index`] : []), ...(beside ? [beside] : [])];
  return inTransaction(owner, async (client) => {
    await client.query(`set local zz.sealing_anew = 'yes'`); // an earlier state could not be opened either
    const { rowCount } = await client.query(
      lost === 'row'
        ? `delete from ${table} where ${under}`
        : `update ${table} set ${columns.map((one) => `${one} = null`).join(', ')} where ${under}`,
      [id],
    );
    return rowCount ?? 0;
  });
}
