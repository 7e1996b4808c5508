/** Making a database cluster, and the settings its server runs with. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { StartProblem } from '../start-problem.ts';
import type { Binaries } from './binaries.ts';
import type { Place } from './place.ts';

/** The superuser's password: made once, readable by the owner of the data directory alone. */
export function secretOf(dataDir: string, fresh: boolean): string {
  const file = join(dataDir, 'secret');
  if (!existsSync(file)) {
    if (!fresh) {
      throw new StartProblem(
        `数据目录 ${dataDir} 中缺少数据库密码文件 secret:请从备份恢复该文件`,
        `the data directory ${dataDir} lacks the file secret with the database password: restore it from a backup`,
      );
    }
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Runs initdb beside the final place and moves the finished cluster there: it is whole or absent. */
export async function initialise(
  binaries: Binaries,
  place: Place,
  password: string,
  fast: boolean,
): Promise<void> {
  const { pgdata, account } = place;
  const give = (path: string) => {
    if (account.uid !== undefined && account.gid !== undefined)
      chownSync(path, account.uid, account.gid);
  };
  removeDrafts(pgdata);
  // A name of its own: an initdb whose caller was killed may still be writing into the last one.
  const draft = `${pgdata}.new-${randomBytes(4).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  give(draft);
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  give(passwordFile);
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${draft}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--locale=C.UTF-8',
        '--no-instructions',
        ...(fast ? ['--no-sync'] : []),
      ],
      { ...account, cwd: '/', env: plainEnvironment() },
    );
    renameSync(draft, pgdata);
  } catch (cause) {
    const { stderr, message } = cause as Error & { stderr?: string }; // what execFile rejects with
    const why = /error: (.*)/.exec(stderr ?? '')?.[1] ?? message.split('\n')[0];
    throw new StartProblem(
      `无法在 ${pgdata} 建立数据库(${why}):请检查该目录,或用 DATA_DIR 指定别的目录`,
      `the database cannot be made in ${pgdata} (${why}): check the directory, or set DATA_DIR to another one`,
      { cause },
    );
  } finally {
    removeDrafts(pgdata);
  }
}

function removeDrafts(pgdata: string): void {
  for (const name of readdirSync(dirname(pgdata))) {
    if (!name.startsWith(`${basename(pgdata)}.new-`)) continue;
    rmSync(join(dirname(pgdata), name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Arguments of the postmaster. `fast` gives up durability: for databases that tests throw away. */
export function serverArguments(pgdata: string, port: number, fast: boolean): string[] {
  const memory = megabytesOfMemory();
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: `${Math.max(32, Math.min(512, Math.floor(memory / 4)))}MB`,
    effective_cache_size: `${Math.max(64, Math.floor(memory / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: `${Math.max(64, Math.min(256, Math.floor(memory / 16)))}MB`,
    max_wal_size: '2GB',
    // What the archive of the log has not taken yet is kept so far, and no further: a full disk would stop everything.
    max_slot_wal_keep_size: '4GB',
    wal_compression: 'on',
    checkpoint_timeout: '15min',
    random_page_cost: '1.1',
    jit: 'off',
    huge_pages: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_line_prefix: '%m [%p] %q%u@%d ',
    log_error_verbosity: 'terse', // the detail of a broken constraint is the row, with its people's names
    ...(smallSharedMemory() ? { dynamic_shared_memory_type: 'mmap' } : {}),
    ...(fast ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  return [
    '-D',
    pgdata,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

/** No PG* variable of the caller may steer our server, and no proxy or preload either. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/local/bin:/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
}

function megabytesOfMemory(): number {
  const limit = process.constrainedMemory();
  const bytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return Math.floor(bytes / 1024 / 1024);
}

/** Containers often have 64 MB of /dev/shm, too little for parallel queries. */
function smallSharedMemory(): boolean {
  try {
    const { blocks, bsize } = statfsSync('/dev/shm');
    return blocks * bsize < 256 * 1024 * 1024;
  } catch {
    return true; // not mounted at all
  }
}
