/** Building the web pages into dist/web when their sources changed since the last build. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, fail, pinnedNode, run, stoppedBy } from './pinned-node.mjs';

const built = join(checkout, 'dist', 'web');
const stamp = join(checkout, 'dist', 'web.stamp');

/** Runs the build unless dist/web was built from the sources as they are. */
export async function buildWebPages() {
  const hash = sourcesHash();
  if (existsSync(built) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  console.log('构建网页(约半分钟)…… / building the web pages (about half a minute)…');
  const began = Date.now();
  rmSync(stamp, { force: true });
  const vite = join(checkout, 'node_modules', 'vite', 'bin', 'vite.js');
  const code = await run(pinnedNode(), [vite, 'build', '--logLevel', 'warn'], {
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (stoppedBy() || code >= 128) process.exit(stoppedBy() || code);
  if (code !== 0)
    fail('网页没有构建成功(原因见上)', 'the web pages were not built (the reason is above)');
  mkdirSync(join(checkout, 'dist'), { recursive: true });
  writeFileSync(stamp, hash);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`网页已构建(${seconds} 秒) / web pages built (${seconds} s)`);
}

/** One hash over everything the pages are made of; tests are not among it. */
function sourcesHash() {
  const named = ['package-lock.json', 'vite.config.ts', 'index.html'].filter((file) =>
    existsSync(join(checkout, file)),
  );
  const sources = readdirSync(join(checkout, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|html|json|svg)$/.test(entry.name))
    .filter((entry) => !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length));
  const hash = createHash('sha256');
  for (const file of [...named, ...sources.sort()]) {
    const bytes = readFileSync(join(checkout, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}
