/**
 * The Node that the lockfile pins, and running a program with it. Plain JavaScript without
 * dependencies: it runs under whatever Node the machine has (20.19 or newer), before npm installed
 * anything.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const checkout = fileURLToPath(new URL('..', import.meta.url));

const oldest = 24;

/** Where npm puts the pinned Node of this platform; undefined where the lockfile has none for it. */
export function pinnedPath() {
  const kind = `${process.platform}-${process.arch}`;
  if (kind !== 'linux-x64' && kind !== 'linux-arm64') return undefined;
  return join(checkout, 'node_modules', `node-${kind}`, 'bin', 'node');
}

/** The Node to run the product with: the pinned one, else the machine's own where new enough. */
export function pinnedNode() {
  const pinned = pinnedPath();
  if (pinned !== undefined && existsSync(pinned)) {
    if (spawnSync(pinned, ['--version'], { stdio: 'ignore' }).status === 0) return pinned;
  }
  if (Number(process.versions.node.split('.')[0]) >= oldest) return process.execPath;
  fail(
    `本机的 Node 是 ${process.versions.node},且没有可用的内置 Node:请安装 Node ${oldest} 或更新版本`,
    `this machine has Node ${process.versions.node} and the pinned Node does not run here: install Node ${oldest} or newer`,
  );
}

/** Prints one line in both languages and ends with exit code 1. */
export function fail(zh, en) {
  console.error(`${zh} / ${en}`);
  process.exit(1);
}

let stopped = 0;

/** 128 + n when signal n came while a program ran: our part is then to end, too; otherwise 0. */
export const stoppedBy = () => stopped;

/**
 * Runs a program to its end and returns its exit code (128 + n after signal n). A stop signal reaches
 * it once. `tied`: the program gets a channel whose 'disconnect' tells it that we were killed.
 * What Node compiles is kept, also where a program starts another: a start takes a third less.
 */
export function run(program, args, { env = process.env, tied = false } = {}) {
  const child = spawn(program, args, {
    cwd: checkout,
    env: {
      NODE_COMPILE_CACHE: join(checkout, 'node_modules', '.cache', 'compiled'),
      ...env,
      PATH: join(checkout, 'node_modules', '.bin') + delimiter + (env.PATH ?? ''),
    },
    stdio: tied ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  });
  const sent = new Set();
  const pass = (signal) => {
    stopped ||= 128 + constants.signals[signal];
    // npm repeats a signal that we already had; the terminal gives Ctrl-C to the child itself.
    if (sent.has(signal) || (signal === 'SIGINT' && fromTerminal())) return;
    sent.add(signal);
    child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const intact = npmAbove();
  const watch = setInterval(() => intact() || pass('SIGTERM'), 500);
  for (const signal of signals) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => {
      clearInterval(watch);
      reject(error);
    });
    child.once('exit', (code, signal) => {
      clearInterval(watch);
      for (const each of signals) process.off(each, pass);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}

/**
 * Returns the question whether the npm that runs us still lives. npm starts a script through a shell
 * and passes signals to that shell alone, which dies of them without a word to us.
 */
function npmAbove() {
  const shell = /^(sh|dash|bash|ash|busybox)$/.test(processAt(process.ppid)?.name ?? '');
  const above = () => `${process.ppid} ${shell ? processAt(process.ppid)?.parent : ''}`;
  const first = above();
  return () => process.env.npm_lifecycle_event === undefined || above() === first;
}

function processAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return {
      name: stat.slice(stat.indexOf('(') + 1, end),
      parent: stat.slice(end + 2).split(' ')[1],
    };
  } catch {
    return undefined; // gone, or not Linux
  }
}

/** Whether our process group is the one in front of a terminal, to whose every member Ctrl-C goes. */
function fromTerminal() {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const [, , group, , , front] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return group === front;
  } catch {
    return process.stdin.isTTY === true; // not Linux
  }
}
