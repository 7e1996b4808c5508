/** How each endpoint of supervision is asked about a town and what it holds. */
import { about, holding, listed, on, seen, writing } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

const onFinding = (verb: string, body: (at: Holding) => object = () => ({ said: '已核实' })) =>
  writing(
    (at) => `/api/supervision/findings/${at.finding}/${verb}`,
    (at) => ({ ...body(at), seen }),
  );

export const supervisionMatrix: Record<string, Row> = {
  'GET /api/supervision/findings': about('/api/supervision/findings'),
  'GET /api/supervision/findings/:id': {
    answers: holding,
    path: (at) => `/api/supervision/findings/${at.finding}`,
  },
  'POST /api/supervision/findings': writing(
    () => '/api/supervision/findings',
    (at) => ({
      ...{ place: at.town, source: 'audit', paper: '县审报〔2022〕3号', title: '进度款支付偏快' },
      ...{ said: null, amount: '100', foundOn: on, project: null, owner: at.town, replyBy: on },
    }),
  ),
  'POST /api/supervision/findings/:id/assign': onFinding('assign', (at) => ({
    ...{ owner: at.town, replyBy: on },
  })),
  'POST /api/supervision/findings/:id/return': onFinding('return', () => ({
    ...{ said: '请补依据', replyBy: on },
  })),
  'POST /api/supervision/findings/:id/explain': onFinding('explain'),
  'POST /api/supervision/findings/:id/confirm': onFinding('confirm'),
  'POST /api/supervision/findings/:id/clear': onFinding('clear'),
  'POST /api/supervision/findings/:id/rectify': onFinding('rectify'),
  'POST /api/supervision/findings/:id/close': onFinding('close'),
  'POST /api/supervision/findings/:id/appeal': onFinding('appeal'),
  'GET /api/supervision/rules': { answers: listed, path: () => '/api/supervision/rules' },
  'POST /api/supervision/rules/:code/versions': writing(
    () => '/api/supervision/rules/over_budget/versions',
    () => ({
      ...{ values: {}, enabled: true, blocking: true, replyDays: 7, validFrom: on },
      ...{ validTo: null, basis: '粤乡振〔2022〕4号', seen: 0 },
    }),
    { everybody: 'the province alone; a rule refuses the others' },
  ),
  'POST /api/supervision/trials': writing(
    () => '/api/supervision/trials',
    (at) => ({ place: at.town, rule: 'over_budget', values: {} }),
  ),
  'GET /api/supervision/hints': {
    answers: holding,
    path: (at) => `/api/supervision/hints?kind=project&id=${at.foundProject}`,
  },
};
