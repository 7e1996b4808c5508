/**
 * How each endpoint is asked about a town and what it holds. An endpoint without a row here fails the scope
 * matrix: whoever adds one says here how to ask it, and why others may, where they may.
 */
import { newId } from '../../src/platform/new-id.ts';
import { places } from '../places.ts';
import { newPerson } from '../teams.ts';
import type { Holding } from './world.ts';

export interface Row {
  /** 'holding': whoever is not above the town gets 404. Otherwise everybody is answered, and this is why. */
  answers: 'holding' | { everybody: string };
  path(at: Holding): string;
  body?(at: Holding): unknown;
  /** Tells other counties' rows on purpose; what holds it in. */
  tells?: string;
}

const on = '2022-07-28';
const period = 'from=2021-07-29&to=2022-07-28';
const holding = 'holding' as const;
const own = { everybody: 'answers about the caller alone' };
const published = { everybody: 'published, the same for all' };
const listed = { everybody: 'lists what lies in the caller’s ranges' };
const public_ = { everybody: 'asked before signing in' };
const bodies = { everybody: 'sending units are public bodies known to all' };

const about = (url: string, more = '') => ({
  answers: holding,
  path: (at: Holding) => `${url}?place=${at.town}${more}`,
});
const writing = (
  path: (at: Holding) => string,
  body: (at: Holding) => unknown,
  answers: Row['answers'] = holding,
): Row => ({ answers, path, body });

export const matrix: Record<string, Row> = {
  'GET /public/api/access/login': { answers: public_, path: () => '/public/api/access/login' },
  'POST /public/api/access/sessions': writing(
    () => '/public/api/access/sessions',
    () => ({ name: 'nobody', password: 'nothing' }),
    public_,
  ),
  'POST /public/api/access/first-administrator': writing(
    () => '/public/api/access/first-administrator',
    () => ({ name: 'nobody', password: 'a long password' }),
    public_,
  ),
  'GET /api/access/session': { answers: own, path: () => '/api/access/session' },
  'DELETE /api/access/sessions/current': {
    answers: own,
    path: () => '/api/access/sessions/current',
  },

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

  'GET /api/teams/teams': about('/api/teams/teams', `&on=${on}`),
  'GET /api/teams/teams/:id': {
    answers: holding,
    path: (at) => `/api/teams/teams/${at.team}?on=${on}`,
  },
  'GET /api/teams/teams/:id/changes': {
    answers: holding,
    path: (at) => `/api/teams/teams/${at.team}/changes`,
  },
  'GET /api/teams/organisations': { answers: bodies, path: () => '/api/teams/organisations' },
  'GET /api/teams/organisations/:id': {
    answers: bodies,
    path: (at) => `/api/teams/organisations/${at.unit}`,
  },
  'GET /api/teams/organisations/:id/postings': {
    answers: bodies,
    path: (at) => `/api/teams/organisations/${at.unit}/postings`,
  },
  'GET /api/teams/pairings': about('/api/teams/pairings', `&on=${on}`),
  'GET /api/teams/vacancies': about('/api/teams/vacancies', `&on=${on}`),
  'GET /api/teams/endings': about('/api/teams/endings', `&on=${on}`),
  'GET /api/teams/batches': { answers: published, path: () => '/api/teams/batches' },
  'GET /api/teams/people': {
    answers: holding,
    path: (at) => `/api/teams/people?place=${at.town}&q=${encodeURIComponent(at.personName)}`,
  },
  'GET /api/teams/people/same': {
    answers: listed,
    path: (at) =>
      `/api/teams/people/same?name=${encodeURIComponent(at.personName)}&organisation=${at.unit}`,
    tells: 'id and name of somebody whose exact name and unit the caller already knows; audited',
  },

  'POST /api/teams/teams': writing(
    () => '/api/teams/teams',
    (at) => ({ place: at.emptyTown, formedOn: on, lead: at.unit, members: [] }),
  ),
  'POST /api/teams/teams/:id/dissolve': writing(
    (at) => `/api/teams/teams/${at.team}/dissolve`,
    () => ({ dissolvedOn: on }),
  ),
  'POST /api/teams/team-units': writing(
    () => '/api/teams/team-units',
    (at) => ({ team: at.team, organisation: at.otherUnit, lead: false, startsOn: on }),
  ),
  'POST /api/teams/team-units/:id/end': writing(
    (at) => `/api/teams/team-units/${at.teamUnit}/end`,
    () => ({ endsOn: on }),
  ),
  'POST /api/teams/postings': writing(
    () => '/api/teams/postings',
    (at) => ({
      ...{ team: at.team, person: newPerson(), organisation: at.unit, batch: at.batch },
      ...{ category: 'cadre', role: 'member', village: null, townPost: null, main: true },
      ...{ startsOn: on, dueOn: null },
    }),
  ),
  'POST /api/teams/postings/:id/change': writing(
    (at) => `/api/teams/postings/${at.posting}/change`,
    () => ({
      ...{ role: 'deputy_captain', village: null, townPost: null, dueOn: null },
      seen: '2022-07-01T00:00:00.000Z',
    }),
  ),
  'POST /api/teams/postings/:id/end': writing(
    (at) => `/api/teams/postings/${at.posting}/end`,
    () => ({ endsOn: on, reason: 'rotation', note: null }),
  ),
  'POST /api/teams/pairings': writing(
    () => '/api/teams/pairings',
    (at) => ({
      ...{ kind: 'society', place: at.town, helper: { organisation: at.unit }, lead: false },
      ...{ startsOn: on, document: '粤乡振〔2022〕4号', duties: [] },
    }),
  ),
  'POST /api/teams/pairings/:id/end': writing(
    (at) => `/api/teams/pairings/${at.pairing}/end`,
    () => ({ endsOn: on }),
  ),
  'POST /api/teams/duties': writing(
    () => '/api/teams/duties',
    (at) => ({ pairing: at.pairing, kind: 'people', promise: '派两名专家' }),
  ),
  'POST /api/teams/duties/:id/fulfil': writing(
    (at) => `/api/teams/duties/${at.duty}/fulfil`,
    () => ({ fulfilled: '已派', fulfilledOn: on }),
  ),
  'POST /api/teams/organisations': writing(
    () => '/api/teams/organisations',
    () => ({
      ...{ name: `单位${newId()}`, creditCode: null, kind: 'university', level: 'provincial' },
      ...{ home: places.province, validFrom: '2021-01-01' },
    }),
    bodies,
  ),
  'POST /api/teams/organisations/:id/succeed': writing(
    (at) => `/api/teams/organisations/${at.localUnit}/succeed`,
    (at) => ({ successor: at.unit, on }),
  ),
};
