/** Debian's Chromium for the browser tests: one browser a file, an empty context a person. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, inject } from 'vitest';
import { demonstrationIdentities } from '../../src/demo/identities.ts';
import { chromiumPath } from '../run/chromium.ts';

const output = fileURLToPath(new URL('../output', import.meta.url));
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  // Pages of one address and one machine: a process more for each costs more than it keeps apart.
  '--in-process-gpu',
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Debian's Chromium, or the one CHROMIUM names, without a page. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath(), args: flags });

export interface Office {
  /** Opens a page for a stranger; `path` begins with '/'. What the browser complains about fails the test that asks. */
  open(path: string, size?: { width: number; height: number }): Promise<Page>;
  /** Opens a page for a demonstration identity ('sheng', 'shi', 'xian', 'zhen', 'shenji', 'yanshi', …), signed in without the page for it. */
  as(identity: string, path?: string): Promise<Page>;
}

/**
 * Call at the top of a file: the browser is there before its first test and gone after its last.
 * @param address of the product, where it is not the one all browser tests share
 */
export function useOffice(address = () => inject('baseUrl')): Office {
  let browser: Browser;
  const used: Room[] = [];
  /** What a test leaves, emptied: the next finds the product's files in the cache, and nothing else. */
  const free: Room[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const room of used.splice(0)) {
      await emptied(room, address());
      free.push(room);
    }
  });
  afterAll(() => browser?.close());
  const empty = async (viewport = { width: 1440, height: 900 }) => {
    const found = free.findIndex((room) => isDeepStrictEqual(room.viewport, viewport));
    const about = { baseURL: address(), locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport };
    const room = free.splice(found, found < 0 ? 0 : 1)[0] ?? {
      context: await browser.newContext(about),
      viewport,
    };
    used.push(room);
    const page = await room.context.newPage();
    listen(page);
    return page;
  };
  return {
    open: async (path, size) => {
      const page = await empty(size);
      await page.goto(path);
      return page;
    },
    as: async (identity, path = '/') => {
      const page = await empty();
      await signIn(page, identity, path);
      return page;
    },
  };
}

interface Room {
  context: BrowserContext;
  viewport: { width: number; height: number };
}

/** Closes its pages and forgets who was there and what they wrote; what was loaded from the product stays. */
async function emptied({ context }: Room, origin: string): Promise<void> {
  const last = await context.newPage();
  for (const page of context.pages()) if (page !== last) await page.close();
  await context.clearCookies();
  const devtools = await context.newCDPSession(last);
  const storageTypes = 'local_storage,indexeddb,service_workers';
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes });
  await last.close();
}

const complaints = new WeakMap<Page, string[]>();

/** What the console and the page's own errors said, a refused style or script among them; empty on a sound page. */
export const complaintsOf = (page: Page): readonly string[] => complaints.get(page) ?? [];

function listen(page: Page): void {
  const said: string[] = [];
  complaints.set(page, said);
  page.on('pageerror', (error) => said.push(error.message));
  page.on('console', (message) => {
    // A refused request is an answer, not a complaint of the page.
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text()))
      said.push(message.text());
  });
}

/** Signs a demonstration identity in without the page for it, then opens `path`. */
export async function signIn(page: Page, identity: string, path: string): Promise<void> {
  const known = demonstrationIdentities.find(({ name }) => name === identity);
  if (!known) throw new Error(`no demonstration identity ${identity}`);
  await enter(page, known, path);
}

/** The same for any account. */
export async function enter(
  page: Page,
  { name, password }: { name: string; password: string },
  path: string,
): Promise<void> {
  const reply = await page.request.post('/public/api/access/sessions', {
    data: { name, password },
  });
  if (!reply.ok()) throw new Error(`${name} cannot sign in: ${await reply.text()}`);
  await page.goto(path);
}

/** What stands in a table, row by row, cell by cell, its line of totals last. */
export async function rowsOf(page: Page, title: string): Promise<string[][]> {
  const table = page.getByRole('table', { name: title, exact: true });
  await table.locator('tbody tr').first().waitFor();
  return table
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell.textContent ?? '').trim())),
    );
}
/** The first of them whose first two cells say the words. */
export function rowAbout(rows: string[][], words: string): string[] {
  const found = rows.find(([first = '', second = '']) => `${first} ${second}`.includes(words));
  if (!found) throw new Error(`no row about ${words}: ${JSON.stringify(rows)}`);
  return found;
}

/** With PICTURES set, saves what the page shows to test/output/<name>.png, to be looked at. */
export async function shot(page: Page, name: string, fullPage = true): Promise<void> {
  if (process.env.PICTURES === undefined) return;
  mkdirSync(output, { recursive: true });
  await page.screenshot({ path: join(output, `${name}.png`), fullPage, animations: 'disabled' });
}
