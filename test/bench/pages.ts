/** JavaScript a browser takes in on its first visit, from the network, compressed; signing in, then the cockpit. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../e2e/browser.ts';
import type { Result } from './report.ts';

const cli = fileURLToPath(new URL('../../src/app/cli.ts', import.meta.url));

export async function benchPages(): Promise<Result[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'zhuzhen-bench-pages-'));
  const loaded = performance.now();
  const demo = spawn(process.execPath, [cli, 'demo', '--json'], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  demo.stdout.on('data', (text) => (said += text));
  await once(demo, 'exit');
  const whole = (performance.now() - loaded) / 1000;
  const { seconds, rows } = JSON.parse(said) as { seconds: number; rows: number };
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const server = spawn(process.execPath, [cli, 'start'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  try {
    await once(server.stdout, 'data');
    const base = `http://127.0.0.1:${port}`;
    const login = await scriptBytes(base, async () => {});
    const cockpit = await scriptBytes(base, async (page) => {
      await page.getByRole('button', { name: 'sheng' }).click();
      await page.waitForURL((url) => !url.pathname.startsWith('/login'));
    });
    return [
      {
        what: 'demonstration',
        ours: `${rows} rows in ${seconds.toFixed(1)} s (${(rows / seconds).toFixed(0)}/s), with database and registry ${whole.toFixed(0)} s`,
        baseline: '',
        ratio: null,
        goal: 'under a minute',
      },
      {
        what: 'first load of signing in',
        ours: `${(login / 1024).toFixed(0)} KB`,
        baseline: '',
        ratio: null,
        goal: '250 KB',
      },
      {
        what: 'first load of the cockpit, before charts',
        ours: `${(cockpit / 1024).toFixed(0)} KB`,
        baseline: '',
        ratio: null,
        goal: '400 KB',
      },
    ];
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>;

/** Bytes of scripts as they came over the wire; the charts' and the map's chunks are counted apart by leaving them out. */
async function scriptBytes(base: string, visit: (page: Page) => Promise<void>): Promise<number> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    let bytes = 0;
    page.on('response', async (response) => {
      const { pathname } = new URL(response.url());
      if (!pathname.endsWith('.js') || /charts|map|geo/.test(pathname)) return;
      const sizes = await response
        .request()
        .sizes()
        .catch(() => null); // a request cut by leaving the page has none
      bytes += sizes?.responseBodySize ?? 0;
    });
    await page.goto(`${base}/login`);
    await page.waitForLoadState('networkidle');
    await visit(page);
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(1_000);
    return bytes;
  } finally {
    await browser.close();
  }
}
