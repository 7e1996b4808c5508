/**
 * What `npm start` and `npm test` run on any machine with Node 20.19 or newer and npm: it installs
 * what the lockfile names, builds the web pages where they changed, and hands over to the pinned Node.
 */
import { join } from 'node:path';
import { install } from './installed.mjs';
import { checkout, fail, pinnedNode, run } from './pinned-node.mjs';
import { buildWebPages } from './web-pages.mjs';

const [task, ...args] = process.argv.slice(2);
if (task !== 'start' && task !== 'test') {
  fail('用法:npm start 或 npm test', 'usage: npm start or npm test');
}
await install();
if (task === 'start') {
  await buildWebPages();
  const cli = join(checkout, 'src', 'app', 'cli.ts');
  process.exitCode = await run(pinnedNode(), [cli, 'start', ...args], { tied: true });
} else {
  // Tools under test decide by NODE_ENV; a production machine's value must not change what is tested.
  const { NODE_ENV: _, ...env } = process.env;
  process.exitCode = await run(pinnedNode(), [join(checkout, 'test', 'run.ts'), ...args], { env });
}
