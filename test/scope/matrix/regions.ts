/** How each endpoint of places, of figures over them and of the installation is asked about a town and what it holds. */
import { about, holding, listed, published, writing } from '../asking.ts';
import type { Row } from '../row.ts';

const period = 'from=2021-07-29&to=2022-07-28';

export const regionsMatrix: Record<string, Row> = {
  'GET /api/regions/places': {
    answers: listed,
    path: (at) => `/api/regions/places?q=${encodeURIComponent(at.townName)}`,
  },
  'GET /api/regions/places/:key': {
    answers: holding,
    path: (at) => `/api/regions/places/${at.town}`,
  },
  'GET /api/regions/places/:key/children': {
    answers: holding,
    path: (at) => `/api/regions/places/${at.town}/children`,
  },
  'GET /api/regions/places/:key/path': {
    answers: holding,
    path: (at) => `/api/regions/places/${at.village}/path`,
  },
  'GET /api/regions/editions': { answers: published, path: () => '/api/regions/editions' },
  'GET /api/regions/changes': {
    answers: listed,
    path: () => '/api/regions/changes?older=2020&newer=2021&limit=200',
  },
  'GET /api/regions/change-counts': {
    answers: listed,
    path: () => '/api/regions/change-counts?older=2020&newer=2021',
  },
  'POST /api/regions/decisions': writing(
    () => '/api/regions/decisions',
    () => ({
      ...{ edition: '2021', change: '440883107000>440883108000' },
      ...{ verdict: 'accept', reason: '核实' },
    }),
    { everybody: 'the administrator alone; a change outside the ranges is one there is not' },
  ),
  'GET /api/regions/findings': { answers: listed, path: () => '/api/regions/findings' },
  'GET /api/indicators/definitions': {
    answers: published,
    path: () => '/api/indicators/definitions',
  },
  'GET /api/indicators/values': about(
    '/api/indicators/values',
    `&codes=teams.cadres,funds.issued&${period}`,
  ),
  'GET /api/indicators/children': about(
    '/api/indicators/children',
    `&codes=teams.cadres,funds.issued&${period}`,
  ),
  'GET /api/indicators/children-series': about(
    '/api/indicators/children-series',
    `&code=teams.cadres&${period}`,
  ),
  'GET /api/indicators/series': about('/api/indicators/series', `&codes=teams.cadres&${period}`),
  'GET /api/indicators/definitions/:code/rows': about(
    '/api/indicators/definitions/teams.cadres/rows',
    `&${period}`,
  ),
  'GET /api/indicators/definitions/:code/rows.csv': about(
    '/api/indicators/definitions/funds.issued/rows.csv',
    `&${period}`,
  ),
  'GET /api/reports/figures': about('/api/reports/figures'),
  'GET /api/operations/backups': {
    answers: { everybody: 'about the installation as a whole; holds no row of any place' },
    path: () => '/api/operations/backups',
  },
};
