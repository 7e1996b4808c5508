/** How each endpoint of reconciliation is asked about a town and what it holds. */
import { newId } from '../../../src/platform/new-id.ts';
import { countyOf, holding, seen, writing } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

const runOf = (at: Holding) => `/api/reconciliation/runs/${at.reconciled.run}`;
/** One line of an export, and what its columns say. */
const anExport = {
  mapping: {
    columns: {
      ...{ number: '号', dated: '日期', amount: '金额', income: null, outgo: null },
      ...{ payee: null, budgetCode: null, purpose: null },
    },
    ...{ dates: 'ymd', unit: 'yuan' },
  },
  file: Buffer.from('号,日期,金额\nV2,2022-06-02,1\n').toString('base64'),
};

export const reconciliationMatrix: Record<string, Row> = {
  'GET /api/reconciliation/sources': {
    answers: holding,
    path: (at) => `/api/reconciliation/sources?place=${countyOf(at)}`,
  },
  'POST /api/reconciliation/sources': writing(
    () => '/api/reconciliation/sources',
    () => ({ name: `来源${newId()}`, kind: 'payment_detail' }),
    { everybody: 'a source of the caller’s own office' },
  ),
  'POST /api/reconciliation/heads': writing(
    () => '/api/reconciliation/heads',
    (at) => ({ source: at.reconciled.source, file: anExport.file }),
  ),
  'POST /api/reconciliation/imports/preview': writing(
    () => '/api/reconciliation/imports/preview',
    (at) => ({ source: at.reconciled.source, ...anExport }),
  ),
  'POST /api/reconciliation/imports': writing(
    () => '/api/reconciliation/imports',
    (at) => ({ source: at.reconciled.source, name: '明细.csv', ...anExport }),
  ),
  'GET /api/reconciliation/imports': {
    answers: holding,
    path: (at) => `/api/reconciliation/imports?place=${countyOf(at)}&limit=200`,
  },
  'POST /api/reconciliation/imports/:id/withdraw': writing(
    (at) => `/api/reconciliation/imports/${at.reconciled.importFile}/withdraw`,
    () => ({ reason: '期间选错' }),
  ),
  'GET /api/reconciliation/runs': {
    answers: holding,
    path: (at) => `/api/reconciliation/runs?place=${countyOf(at)}&limit=200`,
  },
  'GET /api/reconciliation/runs/:id': { answers: holding, path: (at) => runOf(at) },
  'GET /api/reconciliation/runs/:id/items': {
    answers: holding,
    path: (at) => `${runOf(at)}/items`,
  },
  'GET /api/reconciliation/runs/:id/statement.csv': {
    answers: holding,
    path: (at) => `${runOf(at)}/statement.csv`,
  },
  'POST /api/reconciliation/runs': writing(
    () => '/api/reconciliation/runs',
    (at) => ({
      ...{ source: at.reconciled.source, programme: 'special_fund', daysApart: 5 },
      ...{ from: '2022-05-01', to: '2022-05-31' },
    }),
  ),
  ...Object.fromEntries(
    ['match', 'finish', 'confirm', 'return', 'reopen', 'discard'].map((verb) => [
      `POST /api/reconciliation/runs/:id/${verb}`,
      writing(
        (at) => `${runOf(at)}/${verb}`,
        () => ({
          seen,
          ...(['return', 'reopen', 'discard'].includes(verb) ? { reason: '有误' } : {}),
        }),
      ),
    ]),
  ),
  'POST /api/reconciliation/runs/:id/pair': writing(
    (at) => `${runOf(at)}/pair`,
    () => ({ ours: 'A', theirs: 'B', reason: '核对无误' }),
  ),
  'POST /api/reconciliation/runs/:id/part': writing(
    (at) => `${runOf(at)}/part`,
    (at) => ({ item: at.reconciled.item, reason: '不是同一笔' }),
  ),
  'POST /api/reconciliation/runs/:id/explain': writing(
    (at) => `${runOf(at)}/explain`,
    (at) => ({ items: [at.reconciled.item], reason: 'in_transit', note: null }),
  ),
};
