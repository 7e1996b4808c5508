/** The evidence package: rows as they were hashed, seals, anchors, and how to verify them, as one tar archive. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '../../../platform/db/pool.ts';
import { anchorFiles } from '../anchor-files.ts';
import { homeOf, ownerOf } from '../anchor-home.ts';
import { type AuditRow, auditColumns, canonicalRow } from '../canonical.ts';
import { tarEnd, tarHead, tarRest } from './tar.ts';
import { verifyPy } from './verify-py.ts';

export interface Asked {
  /** Counties whole: their chains are complete. */
  first: string;
  last: string;
  strangers: boolean;
  since: string;
  until: string;
  readme: string;
  anchorDirs: readonly string[];
  now: Date;
}

export interface Packed {
  rows: number;
  seals: number;
  anchorFiles: number;
}

/** Rows of a file at most. */
const portion = 1_000;

/** Parts of the archive in order; `packed` is counted on the way. */
export async function* evidence(
  client: Client,
  asked: Asked,
  packed: Packed,
): AsyncGenerator<Uint8Array, void> {
  const sums: string[] = [];
  const entry = function* (name: string, content: string | Buffer) {
    const bytes = Buffer.from(content);
    sums.push(`${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
    yield tarHead(name, bytes.length, asked.now);
    yield bytes;
    yield tarRest(bytes.length);
  };
  yield* entry('README.txt', asked.readme);
  yield* entry('verify.py', verifyPy);
  yield* entry('heads.jsonl', await headsBefore(client, asked));
  for (const day of await daysSealed(client, asked)) {
    const seals = await sealsOf(client, asked, day);
    packed.seals += seals.length;
    yield* entry(`seals/${day}.jsonl`, seals.map((seal) => `${JSON.stringify(seal)}\n`).join(''));
    for (const county of new Set(seals.map((seal) => seal.county))) {
      let file = 0;
      for await (const rows of rowsOf(client, county, day)) {
        file += 1;
        packed.rows += rows.length;
        const name = `rows/${day}/${county}-${String(file).padStart(4, '0')}.txt`;
        yield* entry(name, rows.map(canonicalRow).join(''));
      }
    }
  }
  const home = await homeOf(client);
  for (const [at, dir] of asked.anchorDirs.entries()) {
    const owner = await ownerOf(dir);
    if (owner !== null && owner !== home) continue; // anchors of another database prove nothing of this one
    for (const file of await filesSince(dir, asked.since)) {
      packed.anchorFiles += 1;
      yield* anchorEntry(join(dir, file), `anchors/${at + 1}/${file}`, asked.now, sums);
    }
  }
  yield* entry('SHA256SUMS', sums.join(''));
  yield tarEnd();
}

/** A file that may grow meanwhile: as much of it as there was. */
async function* anchorEntry(
  path: string,
  name: string,
  now: Date,
  sums: string[],
): AsyncGenerator<Uint8Array, void> {
  const { size } = await stat(path);
  const hash = createHash('sha256');
  yield tarHead(name, size, now);
  if (size > 0)
    for await (const part of createReadStream(path, { end: size - 1 })) {
      hash.update(part as Buffer);
      yield part as Buffer;
    }
  yield tarRest(size);
  sums.push(`${hash.digest('hex')}  ${name}\n`);
}

/** Seals of a day are anchored on that day or later. */
async function filesSince(dir: string, since: string): Promise<string[]> {
  return (await anchorFiles(dir)).filter((name) => name >= `zhuzhen-anchors-${since}`);
}

interface SealRow {
  county: string;
  day: string;
  upto: number;
  hash: string;
  algorithm: string;
  marks: string;
}

const chains = "(s.county between $1 and $2 or ($3 and s.county = '000000'))";
const chainsOf = ({ first, last, strangers }: Asked) => [first, last, strangers];

async function headsBefore(client: Client, asked: Asked): Promise<string> {
  const { rows } = await client.query<{ county: string; day: string; hash: string }>(
    `select distinct on (s.county) s.county, s.day::text as day, encode(s.hash, 'hex') as hash
     from access.audit_seal s where ${chains} and s.day < $4 order by s.county, s.day desc, s.upto_n desc`,
    [...chainsOf(asked), asked.since],
  );
  return rows.map((head) => `${JSON.stringify(head)}\n`).join('');
}

async function daysSealed(client: Client, asked: Asked): Promise<string[]> {
  const { rows } = await client.query<{ day: string }>(
    `select distinct s.day::text as day from access.audit_seal s
     where ${chains} and s.day between $4 and $5 order by 1`,
    [...chainsOf(asked), asked.since, asked.until],
  );
  return rows.map((row) => row.day);
}

async function sealsOf(client: Client, asked: Asked, day: string): Promise<SealRow[]> {
  const { rows } = await client.query<Omit<SealRow, 'upto'> & { upto: string }>(
    `select s.county, s.day::text as day, s.upto_n as upto, encode(s.hash, 'hex') as hash, s.algorithm,
       encode(s.marks, 'hex') as marks
     from access.audit_seal s where ${chains} and s.day = $4 order by s.county, s.upto_n`,
    [...chainsOf(asked), day],
  );
  return rows.map((row) => ({ ...row, upto: Number(row.upto) }));
}

async function* rowsOf(
  client: Client,
  county: string,
  day: string,
): AsyncGenerator<AuditRow[], void> {
  let after = '0';
  for (;;) {
    const { rows } = await client.query<AuditRow>(
      `select ${auditColumns} from access.audit a where a.county = $1 and a.day = $2 and a.n > $3
       order by a.n limit ${portion}`,
      [county, day, after],
    );
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < portion) return;
    after = last.n;
  }
}
