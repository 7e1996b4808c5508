/**
 * npm run bench: ratios against named baselines in one run. Takes about ten minutes; the machine should
 * do nothing else. `--entries N` for another size than a million.
 */
import { parseArgs } from 'node:util';
import { bareServer } from './bare.ts';
import { benchBooks, booksOf } from './books.ts';
import { benchFigures } from './figures.ts';
import { benchLedger } from './ledger.ts';
import { benchLoading } from './loading.ts';
import { benchPages } from './pages.ts';
import { benchReconciling } from './reconcile.ts';
import { type Result, report } from './report.ts';
import { benchSheets } from './sheets.ts';
import { fillEntries, stage } from './stage.ts';
import { benchSupervision } from './supervision.ts';
import { benchWriting } from './writing.ts';

const { values } = parseArgs({ options: { entries: { type: 'string', default: '1000000' } } });
const entries = Number(values.entries);
const on = await stage();
const results: Result[] = [];
try {
  results.push(...(await benchLoading(on)));
  await fillEntries(on, entries / 10);
  const small = await benchFigures.small(on);
  const smallBooks = await booksOf(on);
  await fillEntries(on, entries);
  results.push(...(await benchFigures.whole(on, small, bareServer)));
  results.push(...benchBooks(smallBooks, await booksOf(on)));
  results.push(...(await benchWriting(on)));
  results.push(...(await benchLedger(on)));
  results.push(...(await benchReconciling(on)));
  results.push(...(await benchSupervision(on)));
  results.push(...(await benchSheets(on)));
  results.push(...(await benchPages()));
} finally {
  await on.close();
}
await report(results);
