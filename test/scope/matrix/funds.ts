/** How each endpoint of the books of money, of papers, allocations and raising is asked about a town and what it holds. */
import { newId } from '../../../src/platform/new-id.ts';
import { about, countyOf, holding, on, seen, writing } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

/** A paper of the county about the town. */
const aPaper = (at: Holding) => ({
  ...{ number: `县财农〔2022〕${newId()}号`, title: '下达资金指标', payer: 'county' },
  ...{ payerPlace: countyOf(at), source: 'county_fund', programme: 'special_fund' },
  ...{ measure: 'received', year: 2022, functionCode: null, budgetCode: null },
  ...{ dated: '2022-06-01', amount: '100' },
  lines: [{ place: at.town, amount: '100', note: null }],
  tasks: [{ name: '防返贫监测', binding: true, target: null }],
});
const onPaper = (verb: string, body: (at: Holding) => unknown = () => ({})) =>
  writing((at) => `/api/funds/papers/${at.paper}/${verb}`, body);
/** A rule of the county about the town, which its level refuses. */
const aRule = (at: Holding) => ({
  ...{
    kind: 'payers',
    programme: 'special_fund',
    title: '分担办法',
    document: '县财农〔2022〕1号',
  },
  ...{ yearFrom: 2022, yearTo: null, average: '100', least: null, most: null },
  factors: { villages: 0, rural_population: 0, lifted_people: 0, performance: 0 },
  shares: [{ holdsIn: at.town, units: 'all', weights: [{ payer: 'county', weight: 10_000 }] }],
  amounts: [{ place: at.town, amount: '100' }],
});
const aRaising = {
  ...{ payer: 'assisted_city', programme: 'special_fund', year: 2022 },
  ...{ title: '筹措安排方案', document: '县财农〔2022〕2号' },
  instalments: [{ dueOn: on, amount: '100', note: null }],
};
const onRule = (verb: string, body: (at: Holding) => unknown) =>
  writing((at) => `/api/funds/allocations/${at.rule}/${verb}`, body);
const onRaising = (verb: string, body: object) =>
  writing(
    (at) => `/api/funds/raising-plans/${at.raising}/${verb}`,
    () => body,
  );
const byLevel = { everybody: 'drafted for the own office alone, by its level' };

export const fundsMatrix: Record<string, Row> = {
  'GET /api/funds/standing': about('/api/funds/standing'),
  'GET /api/funds/towns-standing': about('/api/funds/towns-standing'),
  'GET /api/funds/documents': about('/api/funds/documents'),
  'GET /api/funds/documents/:id': {
    answers: holding,
    path: (at) => `/api/funds/documents/${at.document}`,
  },
  'GET /api/funds/entries': about('/api/funds/entries'),
  'GET /api/funds/quotas': about('/api/funds/quotas'),
  'GET /api/funds/standing.csv': about('/api/funds/standing.csv'),
  'GET /api/funds/quotas.csv': about('/api/funds/quotas.csv'),
  'GET /api/funds/entries.xlsx': about('/api/funds/entries.xlsx'),
  'GET /api/funds/quotas.xlsx': about('/api/funds/quotas.xlsx'),
  'GET /api/funds/documents.xlsx': about('/api/funds/documents.xlsx'),
  'GET /api/funds/papers': {
    answers: holding,
    path: (at) => `/api/funds/papers?place=${countyOf(at)}&limit=200`,
  },
  'GET /api/funds/papers/:id': { answers: holding, path: (at) => `/api/funds/papers/${at.paper}` },
  'POST /api/funds/papers': writing(() => '/api/funds/papers', aPaper, {
    everybody: 'a line out of reach is refused by its number',
  }),
  'POST /api/funds/papers/:id/amend': onPaper('amend', (at) => ({
    ...aPaper(at),
    seen,
  })),
  'POST /api/funds/papers/:id/submit': onPaper('submit', () => ({
    explanation: null,
    seen,
  })),
  'POST /api/funds/papers/:id/withdraw': onPaper('withdraw', () => ({ reason: '金额有误' })),
  'POST /api/funds/papers/:id/discard': onPaper('discard', () => ({ reason: '重复登记' })),
  'POST /api/funds/papers/:id/return': onPaper('return', () => ({ reason: '附件不清' })),
  'POST /api/funds/papers/:id/check': onPaper('check', () => ({
    seen,
  })),
  'POST /api/funds/documents/:id/reverse': writing(
    (at) => `/api/funds/documents/${at.document}/reverse`,
    () => ({ entries: [], dated: on, reason: '文件作废' }),
  ),
  'GET /api/funds/closings': {
    answers: holding,
    path: (at) => `/api/funds/closings?place=${countyOf(at)}`,
  },
  'POST /api/funds/closings': writing(
    () => '/api/funds/closings',
    (at) => ({ place: countyOf(at), month: '2022-05' }),
  ),
  'GET /api/funds/due-trial': {
    ...about('/api/funds/due-trial', `&on=${on}`),
    tells: 'sums by payer of the place asked',
  },
  'GET /api/funds/allocations': {
    answers: holding,
    path: (at) => `/api/funds/allocations?place=${countyOf(at)}&limit=200`,
  },
  'GET /api/funds/allocations/:id': {
    answers: holding,
    path: (at) => `/api/funds/allocations/${at.rule}`,
  },
  'GET /api/funds/allocations/:id/numbers': {
    answers: holding,
    path: (at) => `/api/funds/allocations/${at.rule}/numbers?place=${countyOf(at)}&year=2022`,
  },
  'POST /api/funds/allocations': writing(() => '/api/funds/allocations', aRule, byLevel),
  'POST /api/funds/allocations/:id/amend': onRule('amend', (at) => ({ ...aRule(at), seen })),
  'POST /api/funds/allocations/:id/submit': onRule('submit', () => ({ seen })),
  'POST /api/funds/allocations/:id/withdraw': onRule('withdraw', () => ({ reason: '比例有误' })),
  'POST /api/funds/allocations/:id/discard': onRule('discard', () => ({ reason: '重复起草' })),
  'POST /api/funds/allocations/:id/return': onRule('return', () => ({ reason: '依据不清' })),
  'POST /api/funds/allocations/:id/approve': onRule('approve', () => ({
    ...{ year: 2022, split: '0'.repeat(64) },
    seen,
  })),
  'POST /api/funds/allocations/:id/charge': onRule('charge', () => ({
    ...{ year: 2022, split: '0'.repeat(64) },
    seen,
  })),
  'GET /api/funds/factor-values': about('/api/funds/factor-values', '&year=2022'),
  'POST /api/funds/factor-values': writing(
    () => '/api/funds/factor-values',
    (at) => ({
      ...{ factor: 'performance', year: 2022, document: '考核通报' },
      values: [{ place: at.town, value: 90 }],
    }),
    { everybody: 'a town out of reach is refused by the number of its line' },
  ),
  'GET /api/funds/raising': {
    answers: holding,
    path: (at) => `/api/funds/raising?place=${countyOf(at)}&year=2022&on=${on}`,
  },
  'GET /api/funds/raising-plans': {
    answers: holding,
    path: (at) => `/api/funds/raising-plans?place=${countyOf(at)}&limit=200`,
  },
  'GET /api/funds/raising-plans/:id': {
    answers: holding,
    path: (at) => `/api/funds/raising-plans/${at.raising}`,
  },
  'POST /api/funds/raising-plans': writing(
    () => '/api/funds/raising-plans',
    () => aRaising,
    byLevel,
  ),
  'POST /api/funds/raising-plans/:id/amend': onRaising('amend', { ...aRaising, seen }),
  'POST /api/funds/raising-plans/:id/submit': onRaising('submit', { seen }),
  'POST /api/funds/raising-plans/:id/approve': onRaising('approve', { seen }),
  'POST /api/funds/raising-plans/:id/withdraw': onRaising('withdraw', { reason: '日期有误' }),
  'POST /api/funds/raising-plans/:id/discard': onRaising('discard', { reason: '重复起草' }),
  'POST /api/funds/raising-plans/:id/return': onRaising('return', { reason: '金额不清' }),
};
