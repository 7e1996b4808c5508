/** How each endpoint of imports is asked about a town and what it holds. */
import { holding } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

const own = { everybody: 'about the caller’s own office alone' };
const job = (at: Holding, more = '') => `/api/imports/jobs/${at.importing}${more}`;
const reading = (more = ''): Row => ({ answers: holding, path: (at) => job(at, more) });
const moving = (verb: string): Row => ({
  ...{ answers: holding, path: (at) => job(at, `/${verb}`), body: () => undefined },
});

export const importMatrix: Record<string, Row> = {
  'GET /api/imports/kinds': { answers: own, path: () => '/api/imports/kinds' },
  'GET /api/imports/kinds/:kind/template.xlsx': {
    answers: own,
    path: () => '/api/imports/kinds/projects.project/template.xlsx',
  },
  'GET /api/imports/jobs': {
    answers: holding,
    path: (at) => `/api/imports/jobs?place=${at.town}`,
  },
  'POST /api/imports/jobs': {
    answers: own,
    path: () => '/api/imports/jobs?kind=projects.project&name=x.xlsx',
    body: () => Buffer.from('PK\u0003\u0004 no workbook'),
  },
  'GET /api/imports/jobs/:id': reading(),
  'GET /api/imports/jobs/:id/problems': reading('/problems'),
  'GET /api/imports/jobs/:id/reasons.xlsx': reading('/reasons.xlsx'),
  'POST /api/imports/readings': {
    ...{ answers: holding, path: () => '/api/imports/readings' },
    body: (at) => ({ job: at.importing }),
  },
  'POST /api/imports/jobs/:id/check': moving('check'),
  'POST /api/imports/jobs/:id/commit': moving('commit'),
  'POST /api/imports/jobs/:id/discard': moving('discard'),
  'POST /api/imports/jobs/:id/undo': moving('undo'),
};
