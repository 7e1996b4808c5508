/** A logical backup: the rows of every table of the product as one moment saw them. For any PostgreSQL we can reach. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { oneConnection } from '../../db/one-connection.ts';
import type { BackupKey } from '../format/key.ts';
import { packName } from '../format/manifest.ts';
import { type Source, writePack } from '../format/pack.ts';
import { dataFiles, sourceOf } from '../physical/cluster-files.ts';
import type { Taken } from '../physical/take.ts';
import type { TableRows } from '../tables-of.ts';
import { ownSequences, ownTables, wireForm } from './tables.ts';

export interface LogicalWish {
  ownerUrl: string;
  dataDir: string;
  except: readonly string[];
  key: BackupKey;
  name: string;
}

/** Writes the pack into the draft folder. */
export async function takeLogical(draft: string, wish: LogicalWish): Promise<Taken> {
  const client = oneConnection(wish.ownerUrl);
  await client.connect();
  try {
    const startedAt = await clock(client);
    await client.query('begin isolation level repeatable read read only');
    await client.query(wireForm);
    await client.query('set local row_security = off'); // a policy that would hide rows is an error
    const tables = await ownTables(client);
    const names = tables.map(({ name }) => name).join(', ');
    if (names !== '') await client.query(`lock table ${names} in access share mode`);
    const sequences = await ownSequences(client);
    const counted: (TableRows & { columns: string[] })[] = [];

    async function* sources(): AsyncGenerator<Source> {
      for (const { name, columns } of tables) {
        const rows = client.query(to(`copy ${name} (${columns.join(', ')}) to stdout`));
        yield { path: `rows/${name}`, bytes: rows };
        counted.push({ name, rows: rows.rowCount, columns });
      }
      if (!existsSync(wish.dataDir)) return;
      // The password of this database is not the one of the next.
      const except = [...wish.except, join(wish.dataDir, 'secret')];
      for (const path of await dataFiles(wish.dataDir, except)) {
        const source = await sourceOf(wish.dataDir, path, `data/${path}`);
        if (source) yield source;
      }
    }

    const pack = await writePack(join(draft, packName), wish.key, wish.name, sources());
    await client.query('commit');
    return {
      startedAt,
      stoppedAt: await clock(client),
      size: pack.size,
      stored: pack.stored,
      files: pack.entries,
      tables: counted,
      logical: { sequences },
    };
  } finally {
    await client.end();
  }
}

async function clock(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at');
  return rows[0]?.at.toISOString() ?? '';
}
