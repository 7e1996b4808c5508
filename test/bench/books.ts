/** First pages of a province's books, and how they grow with the entries behind them. */
import { drive, type Rate } from './load.ts';
import type { Result } from './report.ts';
import { province, type Stage } from './stage.ts';

const pages = {
  'the ledger': 'entries?limit=50',
  'the quota book': 'quotas?limit=50',
  'the statement of accounts': 'balances?year=2022',
  'who owes what': 'standing?year=2022',
};
export type Books = Record<keyof typeof pages, Rate>;

/** One answer after the other: how long a first page takes, not how many are answered at once. */
export async function booksOf(on: Stage): Promise<Books> {
  const rates: [string, Rate][] = [];
  for (const [name, path] of Object.entries(pages)) {
    const url = `${on.base}/api/funds/${path}&place=${province}`;
    rates.push([name, await drive({ url, cookie: on.cookie, connections: 1, seconds: 4 })]);
  }
  return Object.fromEntries(rates) as Books; // the names are those of `pages`
}

export function benchBooks(small: Books, whole: Books): Result[] {
  const names = Object.keys(pages) as (keyof Books)[]; // the same
  return names.map((name) => ({
    what: `first page of ${name} when entries grow tenfold`,
    ours: `p50 ${whole[name].p50ms} ms`,
    baseline: `p50 ${small[name].p50ms} ms`,
    ratio: small[name].perSecond / whole[name].perSecond,
    goal: 'at most 1.3',
  }));
}
