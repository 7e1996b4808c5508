/** How each endpoint of teams is asked about a town and what it holds. */
import { newId } from '../../../src/platform/new-id.ts';
import { places } from '../../places.ts';
import { madeUpNumbers, newPerson } from '../../teams.ts';
import { about, bodies, holding, listed, on, published, seen, writing } from '../asking.ts';
import type { Row } from '../row.ts';

export const teamsMatrix: Record<string, Row> = {
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
  'GET /api/teams/postings/:id/left-open': {
    answers: holding,
    path: (at) => `/api/teams/postings/${at.posting}/left-open?on=${on}`,
  },
  'GET /api/teams/pairings': about('/api/teams/pairings', `&on=${on}`),
  'GET /api/teams/unit-homes': about('/api/teams/unit-homes', `&on=${on}`),
  'GET /api/teams/cities': { answers: published, path: () => '/api/teams/cities' },
  'GET /api/teams/vacancies': about('/api/teams/vacancies', `&on=${on}`),
  'GET /api/teams/endings': about('/api/teams/endings', `&on=${on}`),
  'GET /api/teams/batches': { answers: published, path: () => '/api/teams/batches' },
  'GET /api/teams/requirements': about('/api/teams/requirements', `&on=${on}`),
  'GET /api/teams/limits': about('/api/teams/limits', `&on=${on}`),
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
  'GET /api/teams/people/:id': {
    answers: holding,
    path: (at) => `/api/teams/people/${at.person}`,
  },
  'POST /api/teams/people/:id/correct': writing(
    (at) => `/api/teams/people/${at.person}/correct`,
    () => ({ ...madeUpNumbers(), seen: '2022-07-28T00:00:00.000Z' }),
  ),
  'POST /api/teams/people/find': writing(
    () => '/api/teams/people/find',
    (at) => ({ by: 'id_number', number: at.numbers.idNumber, reason: '核对是否重复登记' }),
    listed,
  ),
  'POST /api/teams/batches': writing(
    () => '/api/teams/batches',
    () => ({ number: 9, name: '第九批', startsOn: '2045-07-01', endsOn: null }),
    { everybody: 'one list for the province' },
  ),
  'POST /api/teams/batches/:id/change': writing(
    (at) => `/api/teams/batches/${at.batch}/change`,
    () => ({
      ...{ name: '第一批', startsOn: '2021-07-01', endsOn: null },
      seen,
    }),
    { everybody: 'one list for the province' },
  ),
  'POST /api/teams/requirements': writing(
    () => '/api/teams/requirements',
    (at) => ({
      ...{ place: at.town, tiers: [], kinds: [], role: 'captain', atLeast: 1 },
      ...{ validFrom: on, document: '粤乡振〔2022〕4号' },
    }),
  ),
  'POST /api/teams/requirements/:id/end': writing(
    (at) => `/api/teams/requirements/${at.requirement}/end`,
    () => ({ validTo: on }),
  ),
  'POST /api/teams/limits': writing(
    () => '/api/teams/limits',
    (at) => ({
      ...{ name: 'team_least', place: at.town, value: 4 },
      ...{ validFrom: on, document: '粤乡振〔2022〕4号' },
    }),
  ),
  'POST /api/teams/limits/:id/end': writing(
    (at) => `/api/teams/limits/${at.limit}/end`,
    () => ({ validTo: on }),
  ),
  'POST /api/teams/teams': writing(
    () => '/api/teams/teams',
    (at) => ({ place: at.emptyTown, formedOn: on, lead: at.unit, members: [] }),
  ),
  'POST /api/teams/teams/:id/dissolve': writing(
    (at) => `/api/teams/teams/${at.team}/dissolve`,
    () => ({ dissolvedOn: on, reason: '并入邻镇' }),
  ),
  'POST /api/teams/team-units': writing(
    () => '/api/teams/team-units',
    (at) => ({ team: at.team, organisation: at.otherUnit, lead: false, startsOn: on }),
  ),
  'POST /api/teams/team-units/:id/lead': writing(
    (at) => `/api/teams/team-units/${at.teamUnit}/lead`,
    () => ({ on }),
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
      seen,
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
  'POST /api/teams/duties/:id/end': writing(
    (at) => `/api/teams/duties/${at.duty}/end`,
    () => ({ endsOn: on, note: '不再需要' }),
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
    (at) => ({ successor: { id: at.unit }, on }),
  ),
};
