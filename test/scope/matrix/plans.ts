/** How each endpoint of use plans is asked about a town and what it holds. */
import { about, countyOf, holding, on, seen, writing } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

/** A use plan of the county, as its form sends it. */
const aPlan = { title: '资金使用方案', basis: null };
const planned = (at: Holding, verb = '') => `/api/plans/plans/${at.plan}${verb && `/${verb}`}`;
const onPlan = (verb: string, body: () => unknown = () => ({ seen })) =>
  writing((at) => planned(at, verb), body);

export const plansMatrix: Record<string, Row> = {
  'GET /api/plans/plans': {
    answers: holding,
    path: (at) => `/api/plans/plans?place=${countyOf(at)}&limit=200`,
  },
  'GET /api/plans/missing': {
    ...about('/api/plans/missing'),
    tells: 'sums of the place asked',
  },
  'GET /api/plans/plans/:id': { answers: holding, path: (at) => planned(at) },
  'GET /api/plans/plans/:id/choices': { answers: holding, path: (at) => planned(at, 'choices') },
  'GET /api/plans/plans/:id/comparison': {
    answers: holding,
    path: (at) => planned(at, 'comparison'),
  },
  'GET /api/plans/plans/:id/plan.csv': { answers: holding, path: (at) => planned(at, 'plan.csv') },
  'GET /api/plans/plans/:id/comparison.csv': {
    answers: holding,
    path: (at) => planned(at, 'comparison.csv'),
  },
  'POST /api/plans/plans': writing(
    () => '/api/plans/plans',
    () => ({ ...aPlan, programme: 'special_fund', year: 2022 }),
    { everybody: 'makes the plan of the caller’s own county' },
  ),
  'POST /api/plans/plans/:id/adjust': onPlan('adjust', () => aPlan),
  'POST /api/plans/plans/:id/amend': onPlan('amend', () => ({
    ...{ ...aPlan, tasks: [], lines: [], seen },
  })),
  'POST /api/plans/plans/:id/submit': onPlan('submit'),
  'POST /api/plans/plans/:id/withdraw': onPlan('withdraw', () => ({ reason: '金额有误' })),
  'POST /api/plans/plans/:id/discard': onPlan('discard', () => ({ reason: '重复起草' })),
  'POST /api/plans/plans/:id/return': onPlan('return', () => ({ reason: '附件不清' })),
  'POST /api/plans/plans/:id/approve': onPlan('approve'),
  'POST /api/plans/plans/:id/file': onPlan('file', () => ({
    ...{ reference: '备〔2022〕1号', filedOn: on, seen },
  })),
};
