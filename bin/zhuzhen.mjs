#!/usr/bin/env node
/** The command `zhuzhen`: hands over to the pinned Node; `zhuzhen --help` lists what it can do. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkout, fail, pinnedNode, run } from './pinned-node.mjs';
import { buildWebPages } from './web-pages.mjs';

if (!existsSync(join(checkout, 'node_modules'))) {
  fail(
    '尚未安装依赖:请先运行 npm ci 或 npm start',
    'the packages are not installed: run npm ci or npm start first',
  );
}
const args = process.argv.slice(2);
if (args[0] === 'start' && !args.includes('--help')) await buildWebPages();
process.exitCode = await run(pinnedNode(), [join(checkout, 'src', 'app', 'cli.ts'), ...args], {
  tied: args[0] === 'start',
});
