/**
 * The operating system account PostgreSQL runs under. PostgreSQL refuses to run as root, so root
 * lends it an unprivileged account; anybody else runs it under their own.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { StartProblem } from '../start-problem.ts';

/** Ids to give to a spawned process; empty when we are an ordinary user and run it as ourselves. */
export type Account = { uid?: number; gid?: number };

const name = 'zhuzhen';

/** The account for a cluster: the owner of its files where they exist, otherwise a found or made one. */
export function accountFor(pgdata: string): Account {
  if (process.getuid?.() !== 0) {
    refuseOtherOwner(pgdata);
    return {};
  }
  if (existsSync(pgdata)) {
    const { uid, gid } = statSync(pgdata);
    if (uid !== 0) return { uid, gid };
  }
  return idsOf(name) ?? make() ?? idsOf('nobody') ?? noAccount();
}

/** Whether the account may enter the directory, asked of the kernel (modes, lists, mounts alike). */
export function canEnter(account: Account, directory: string): boolean {
  if (account.uid === undefined) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'cd "$0"', directory], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  if (asked.error !== undefined) {
    throw new StartProblem(
      `无法以普通账户(uid ${account.uid})运行程序(${asked.error.message}):请改用普通用户启动,或用 DATABASE_URL 指定外部 PostgreSQL`,
      `cannot run a program as the unprivileged uid ${account.uid} (${asked.error.message}): start as an ordinary user, or point DATABASE_URL at a PostgreSQL server`,
      { cause: asked.error },
    );
  }
  return asked.status === 0;
}

function refuseOtherOwner(pgdata: string): void {
  const owner = statSync(pgdata, { throwIfNoEntry: false })?.uid;
  if (owner === undefined || owner === process.getuid?.()) return;
  throw new StartProblem(
    `数据目录 ${pgdata} 属于另一个用户(uid ${owner}):请以该用户或 root 启动,或用 DATA_DIR 指定别的目录`,
    `the data directory ${pgdata} belongs to another user (uid ${owner}): start as that user or as root, or set DATA_DIR to another directory`,
  );
}

function idsOf(user: string): Account | undefined {
  const id = (flag: string) =>
    Number(
      execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
    );
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // `id` exits with 1 when there is no such user: the answer to the question.
  }
}

function make(): Account | undefined {
  const home = '/nonexistent';
  const ways: [string, string[]][] = [
    [
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        home,
        '--shell',
        '/usr/sbin/nologin',
        name,
      ],
    ],
    ['adduser', ['--system', '--group', '--no-create-home', '--home', home, name]],
    ['adduser', ['-S', '-D', '-H', name]],
  ];
  for (const [command, args] of ways) {
    spawnSync(command, args, { stdio: 'ignore' });
    const made = idsOf(name);
    if (made !== undefined) return made;
  }
  return undefined;
}

function noAccount(): never {
  throw new StartProblem(
    'PostgreSQL 不能以 root 运行,且无法创建普通账户:请改用普通用户启动,或用 DATABASE_URL 指定外部 PostgreSQL',
    'PostgreSQL cannot run as root and no unprivileged account could be created: start as an ordinary user, or point DATABASE_URL at a PostgreSQL server',
  );
}
