/** The browser of the browser tests: Debian's Chromium, with fonts that have Chinese characters. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Counts, runToEnd } from './program.ts';

const packages = ['chromium-headless-shell', 'fonts-noto-cjk'];

/** The browser CHROMIUM names, or Debian's: without a screen it is the same engine for less. */
export const chromiumPath = (): string =>
  process.env.CHROMIUM ??
  ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'].find((path) => existsSync(path)) ??
  '/usr/bin/chromium';

/** Installs what is missing where we may, otherwise says what to install. CHROMIUM names another browser. */
export async function chromiumThere(): Promise<Counts> {
  if (isThere()) return there;
  if (process.getuid?.() !== 0)
    return fail(
      `The browser tests need Chromium and Chinese fonts. Install them (Debian: sudo apt-get install ${packages.join(' ')}), or set CHROMIUM to a Chromium of your own.`,
    );
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runToEnd('apt-get', ['update'], env);
  const install = await runToEnd('apt-get', ['install', '-y', ...packages], env);
  if (install.code === 0 && isThere()) return there;
  return fail(`${update.output}${install.output}Chromium could not be installed.`);
}

function isThere(): boolean {
  if (!existsSync(chromiumPath())) return false;
  const fonts = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return fonts.status === 0 && fonts.stdout.trim() !== '';
}

const there: Counts = { passed: 1, failed: 0, skipped: [], output: '' };
const fail = (output: string): Counts => ({ passed: 0, failed: 1, skipped: [], output });
