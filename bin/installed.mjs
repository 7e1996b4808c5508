/** Installing what the lockfile names, when it is not installed yet. Plain JavaScript, no dependencies. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkout, fail, pinnedPath, run, stoppedBy } from './pinned-node.mjs';

const lockfile = join(checkout, 'package-lock.json');
const modules = join(checkout, 'node_modules');
const stamp = join(modules, '.zhuzhen-lock');

/** Runs `npm ci` unless node_modules is what the lockfile says. */
export async function install() {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  if (upToDate(hash)) return;
  const count = Object.values(packagesOf(lockfile)).filter(fitsHere).length - 1;
  console.log(`安装依赖(约 ${count} 个包)…… / installing about ${count} packages…`);
  const began = Date.now();
  const args = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const npm = process.env.npm_execpath;
  const code =
    npm !== undefined && basename(npm) === 'npm-cli.js'
      ? await run(process.execPath, [npm, ...args])
      : await run('npm', args).catch(() =>
          fail('找不到 npm:请先安装 npm', 'npm was not found: install it first'),
        );
  if (stoppedBy() || code >= 128) process.exit(stoppedBy() || code);
  if (code !== 0) {
    fail(
      '依赖没有装好(原因见上):请检查能否访问 npm 软件源,然后再试',
      'the packages were not installed (the reason is above): check that the npm registry can be reached, then try again',
    );
  }
  writeFileSync(stamp, hash);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`依赖已装好(${seconds} 秒) / packages installed (${seconds} s)`);
}

function upToDate(hash) {
  const pinned = pinnedPath();
  if (pinned !== undefined && !existsSync(pinned)) return false;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  if (!agrees()) return false;
  writeFileSync(stamp, hash);
  return true;
}

/** Whether somebody ran npm by hand: npm notes at the end of an installation what it put there. */
function agrees() {
  const noted = join(modules, '.package-lock.json');
  if (!existsSync(noted)) return false;
  const have = packagesOf(noted);
  return Object.entries(packagesOf(lockfile)).every(([path, wanted]) => {
    if (path === '') return true;
    const found = have[path];
    return found === undefined ? wanted.optional === true : found.version === wanted.version;
  });
}

function fitsHere({ os, cpu, libc }) {
  return (
    (os === undefined || os.includes(process.platform)) &&
    (cpu === undefined || cpu.includes(process.arch)) &&
    (libc === undefined || libc.includes('glibc'))
  );
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}
