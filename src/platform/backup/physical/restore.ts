/** A physical backup made a data directory again, and its log replayed to the wished moment. */
import {
  appendFileSync,
  chownSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Account } from '../../db/embedded/account.ts';
import { binariesFor } from '../../db/embedded/binaries.ts';
import { claim, placeOf } from '../../db/embedded/place.ts';
import { enter, leave } from '../../db/embedded/users.ts';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { StartProblem } from '../../db/start-problem.ts';
import { syncFile } from '../format/durable.ts';
import type { Backup } from '../format/folder.ts';
import type { BackupKey } from '../format/key.ts';
import { type Manifest, packName } from '../format/manifest.ts';
import { readPack } from '../format/pack.ts';
import { takeOut } from './archive.ts';
import type { Plan, Target } from './plan.ts';

export interface PhysicalRestore {
  plan: Plan<Backup>;
  /** As proven by the key. */
  manifest: Manifest;
  key: BackupKey;
  target: Target;
  /** Where to; not there yet. */
  dataDir: string;
  log: (line: string) => void;
  /** Gives up durability: for a directory that is thrown away. */
  fast: boolean;
}

/** Lies in the cluster's folder, so that the account that runs PostgreSQL can read it. */
const replayFolder = 'zz_replay';
/** Days of log take hours to replay. */
const patience = 24 * 3_600_000;

/** Unpacks, replays, and returns the running server. Its settings are again as they were backed up. */
export async function restorePhysical(how: PhysicalRestore): Promise<Embedded> {
  const { dataDir, log } = how;
  claim(dataDir);
  const place = placeOf(dataDir, log);
  requireMajor(how.manifest, binariesFor(place.account, log).major);
  const entry = enter(dataDir); // nobody else's restore may take what we have unpacked for remains
  await unpack(how, place.pgdata, place.account).finally(() => leave(dataDir, entry));
  const settings = join(place.pgdata, 'postgresql.auto.conf');
  const before = existsSync(settings) ? readFileSync(settings, 'utf8') : '';
  appendFileSync(settings, recoverySettings(how.target, how.manifest));
  writeFileSync(join(place.pgdata, 'recovery.signal'), '');
  for (const file of [settings, join(place.pgdata, 'recovery.signal')]) give(file, place.account);
  const start = () => startEmbedded({ dataDir, log, fast: how.fast, patience });
  const server = await start().catch((cause: unknown) => {
    // Nothing was committed after the wished moment, and nothing before it is missing: the end is the moment.
    if (typeof how.target === 'string' || !String(cause).includes('recovery ended before'))
      throw cause;
    writeFileSync(settings, `${before}${recoverySettings('last', how.manifest)}`);
    return start();
  });
  writeFileSync(settings, before);
  await syncFile(settings);
  rmSync(join(place.pgdata, replayFolder), { recursive: true });
  return server;
}

function recoverySettings(target: Target, { physical }: Manifest): string {
  const wished =
    target === 'last'
      ? ''
      : target === 'point'
        ? `recovery_target_name = '${physical?.point?.name ?? ''}'\n`
        : `recovery_target_time = '${new Date(target.at).toISOString().replace('T', ' ').replace('Z', '+00')}'\n`;
  // The server's folder is its working directory. It is 'ready' for us when it may be written to, not before.
  return `
hot_standby = off
restore_command = 'cp ${replayFolder}/%f %p'
recovery_target_timeline = 'current'
recovery_target_action = 'promote'
${wished}`;
}

async function unpack(how: PhysicalRestore, pgdata: string, account: Account): Promise<void> {
  const { plan, manifest, key, dataDir, log } = how;
  const made = new Set<string>();
  const folder = (path: string, own: boolean) => {
    if (made.has(path) || existsSync(path)) return;
    folder(dirname(path), own);
    mkdirSync(path, { mode: own ? 0o700 : 0o755 });
    if (own) give(path, account);
    made.add(path);
  };
  const replay = join(pgdata, replayFolder);
  folder(pgdata, true);
  folder(replay, true);
  for (const path of manifest.physical?.folders ?? []) folder(join(pgdata, inside(path)), true);
  const roots: Record<string, string> = { pgdata, wal: replay, data: dataDir };
  await readPack(
    join(plan.backup.folder, packName),
    key,
    manifest.name,
    manifest.files,
    async ({ path }, bytes) => {
      const [root = '', ...parts] = inside(path).split('/');
      const file = join(roots[root] ?? replay, ...parts);
      folder(dirname(file), root !== 'data');
      await pipeline(bytes, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
      // PostgreSQL makes its own files last before it replays; the others are made to here.
      if (root === 'data') await syncFile(file);
      else give(file, account);
    },
  );
  if (plan.segments.length > 0)
    log(
      `从日志归档取出 ${plan.segments.length} 段…… / taking ${plan.segments.length} segments out of the archive of the log…`,
    );
  for (const one of plan.segments) {
    await takeOut(one, replay, key);
    give(join(replay, one.segment), account);
  }
}

function give(path: string, { uid, gid }: Account): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

/** The manifest is ours and proven; a path out of the folder would still be a mistake worth stopping at. */
function inside(path: string): string {
  if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`${path} leads out`);
  return path;
}

function requireMajor({ postgres, name }: Manifest, major: number): void {
  if (Number.parseInt(postgres, 10) === major) return;
  throw new StartProblem(
    `备份 ${name} 出自 PostgreSQL ${postgres},本版本自带 PostgreSQL ${major}:请用做备份时的那个版本恢复`,
    `the backup ${name} is of PostgreSQL ${postgres} and this version brings ${major}: restore it with the version of the product that made it`,
  );
}
