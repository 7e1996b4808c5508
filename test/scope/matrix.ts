/**
 * How each endpoint is asked about a town and what it holds. An endpoint without a row here fails the scope
 * matrix: whoever adds one says here how to ask it, and why others may, where they may.
 */
import { presets } from '../../src/access/rules/policy.ts';
import { countyOfKey } from '../../src/kit/region-key.ts';
import { newId } from '../../src/platform/new-id.ts';
import { places } from '../places.ts';
import { madeUpNumbers, newPerson } from '../teams.ts';
import { disclosureMatrix } from './matrix-disclosure.ts';
import { donationMatrix } from './matrix-donations.ts';
import { importMatrix } from './matrix-imports.ts';
import { projectMatrix } from './matrix-projects.ts';
import type { Row } from './row.ts';
import type { Holding } from './world.ts';

const on = '2022-07-28';
const period = 'from=2021-07-29&to=2022-07-28';
const holding = 'holding' as const;
const whole = 'whole' as const;
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

const ownDeed = (path: string, body?: unknown) =>
  writing(
    () => path,
    () => body,
    own,
  );
const signOn = { provider: 'none', returnTo: '/', origin: 'http://127.0.0.1' };
const rights = (at: Holding) => ({
  ...{ role: 'town', home: at.town, person: null, organisation: null },
});
/** A spreadsheet that names a town by its code, which a reply would name. */
const aSheet = (at: Holding) =>
  Buffer.from(`用户名,姓名,岗位,归属地,单位\nm${newId()},某人,镇级,${at.town},\n`).toString(
    'base64',
  );

const countyOf = (at: Holding) => `${countyOfKey(at.town)}000000`;
/** A paper of the county about the town. */
const aPaper = (at: Holding) => ({
  ...{ number: `县财农〔2022〕${newId()}号`, title: '下达资金指标', payer: 'county' },
  ...{ payerPlace: countyOf(at), source: 'county_fund', programme: 'special_fund' },
  ...{ measure: 'received', year: 2022, functionCode: null, budgetCode: null },
  ...{ dated: '2022-06-01', amount: '100' },
  lines: [{ place: at.town, amount: '100', note: null }],
  tasks: [{ name: '防返贫监测', binding: true, target: null }],
});
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
const onPaper = (verb: string, body: (at: Holding) => unknown = () => ({})) =>
  writing((at) => `/api/funds/papers/${at.paper}/${verb}`, body);

const seen = '2022-07-01T00:00:00.000Z';
/** A use plan of the county, as its form sends it. */
const aPlan = { title: '资金使用方案', basis: null };
const planned = (at: Holding, verb = '') => `/api/plans/plans/${at.plan}${verb && `/${verb}`}`;
const onPlan = (verb: string, body: () => unknown = () => ({ seen })) =>
  writing((at) => planned(at, verb), body);
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
const longAgo = { seen: '2022-07-01T00:00:00.000Z' };
const onRule = (verb: string, body: (at: Holding) => unknown) =>
  writing((at) => `/api/funds/allocations/${at.rule}/${verb}`, body);
const onRaising = (verb: string, body: object) =>
  writing(
    (at) => `/api/funds/raising-plans/${at.raising}/${verb}`,
    () => body,
  );
const byLevel = { everybody: 'drafted for the own office alone, by its level' };
const onFinding = (verb: string, body: (at: Holding) => object = () => ({ said: '已核实' })) =>
  writing(
    (at) => `/api/supervision/findings/${at.finding}/${verb}`,
    (at) => ({ ...body(at), seen: '2022-07-01T00:00:00.000Z' }),
  );
/** A scan for the request; each one another file. */
const aScan = (at: Holding) =>
  new URLSearchParams({
    ...{ project: at.payment.project, request: at.payment.request, kind: 'invoice' },
    ...{ title: '发票', dated: '2022-06-01', name: '发票.pdf', class: 'internal' },
  });

export const matrix: Record<string, Row> = {
  ...donationMatrix,
  ...disclosureMatrix,
  ...projectMatrix,
  ...importMatrix,
  'GET /public/api/access/login': { answers: public_, path: () => '/public/api/access/login' },
  'POST /public/api/access/sessions': writing(
    () => '/public/api/access/sessions',
    () => ({ name: 'nobody', password: 'not-my-password' }),
    public_,
  ),
  'POST /public/api/access/first-administrator': writing(
    () => '/public/api/access/first-administrator',
    () => ({ name: 'nobody', password: 'a long password', security: 'other', audit: 'third' }),
    public_,
  ),
  'POST /public/api/access/invitations/open': writing(
    () => '/public/api/access/invitations/open',
    () => ({ token: 'x'.repeat(43) }),
    public_,
  ),
  'POST /public/api/access/invitations/accept': writing(
    () => '/public/api/access/invitations/accept',
    () => ({ token: 'x'.repeat(43), password: 'A long pass-word 7' }),
    public_,
  ),
  'GET /api/access/session': { answers: own, path: () => '/api/access/session' },
  'DELETE /api/access/sessions/current': {
    answers: own,
    path: () => '/api/access/sessions/current',
  },
  'POST /api/access/sessions/current/act-for': writing(
    () => '/api/access/sessions/current/act-for',
    (at) => ({ places: [at.town] }),
    own,
  ),
  'GET /api/access/notices': { answers: listed, path: () => '/api/access/notices' },
  'GET /api/access/own/notices': { answers: own, path: () => '/api/access/own/notices' },
  'GET /api/access/auditors': { answers: listed, path: () => '/api/access/auditors' },
  'POST /api/access/notices': writing(
    () => '/api/access/notices',
    (at) => ({
      number: `审通${newId()}`,
      kind: 'audit',
      organ: '县审计局',
      subject: '资金审计',
      places: [at.town],
      startsOn: on,
      endsOn: on,
      accounts: [newId()],
    }),
  ),
  'POST /api/access/notices/:id/end': writing(
    (at) => `/api/access/notices/${at.notice}/end`,
    () => undefined,
  ),
  'GET /api/access/emergencies': { answers: listed, path: () => '/api/access/emergencies' },
  'POST /api/access/emergencies': writing(
    () => '/api/access/emergencies',
    (at) => ({ place: at.town, reason: '台风登陆，要联系受困群众', hours: 1 }),
    { everybody: 'taken by oneself, for a reason, audited and told to the level above' },
  ),
  'POST /api/access/emergencies/:id/end': writing(
    (at) => `/api/access/emergencies/${at.emergency}/end`,
    () => undefined,
  ),
  'POST /api/access/emergencies/:id/acknowledge': writing(
    (at) => `/api/access/emergencies/${at.emergency}/acknowledge`,
    () => undefined,
  ),
  'POST /api/access/own/password': writing(
    () => '/api/access/own/password',
    () => ({ current: 'not-my-password', password: 'A long pass-word 7' }),
    own,
  ),

  'POST /api/access/sessions/current/second-factor': ownDeed(
    '/api/access/sessions/current/second-factor',
    { code: '000000' },
  ),
  'POST /api/access/sessions/current/step-up': ownDeed('/api/access/sessions/current/step-up', {
    password: 'not-my-password',
  }),
  'GET /api/access/own/account': { answers: own, path: () => '/api/access/own/account' },
  'GET /api/access/own/audit': { answers: own, path: () => '/api/access/own/audit' },
  'GET /api/access/own/sessions': { answers: own, path: () => '/api/access/own/sessions' },
  'GET /api/access/own/devices': { answers: own, path: () => '/api/access/own/devices' },
  'GET /api/access/own/views': {
    answers: own,
    path: () => '/api/access/own/views?page=%2Fprojects',
  },
  'POST /api/access/own/views': ownDeed('/api/access/own/views', {
    ...{ page: '/projects', name: '在建', search: { state: 'building' } },
  }),
  'POST /api/access/own/views/:id/remove': ownDeed(`/api/access/own/views/${newId()}/remove`),
  'GET /api/access/own/sign-ons': { answers: own, path: () => '/api/access/own/sign-ons' },
  'POST /api/access/own/second-factor': ownDeed('/api/access/own/second-factor'),
  'POST /api/access/own/second-factor/confirm': ownDeed('/api/access/own/second-factor/confirm', {
    code: '000000',
  }),
  'POST /api/access/own/second-factor/recovery-codes': ownDeed(
    '/api/access/own/second-factor/recovery-codes',
  ),
  'POST /api/access/own/second-factor/remove': ownDeed('/api/access/own/second-factor/remove'),
  'POST /api/access/own/sessions/:id/end': ownDeed(`/api/access/own/sessions/${newId()}/end`),
  'POST /api/access/own/sessions/end-others': ownDeed('/api/access/own/sessions/end-others'),
  'POST /api/access/own/devices/:id/forget': ownDeed(`/api/access/own/devices/${newId()}/forget`),
  'POST /api/access/own/sign-ons': ownDeed('/api/access/own/sign-ons', signOn),
  'POST /api/access/own/sign-ons/return': ownDeed('/api/access/own/sign-ons/return', {
    code: 'x',
    state: 'x',
  }),
  'POST /api/access/own/sign-ons/:provider/unlink': ownDeed('/api/access/own/sign-ons/none/unlink'),
  'POST /public/api/access/sign-ons': writing(
    () => '/public/api/access/sign-ons',
    () => signOn,
    public_,
  ),
  'POST /public/api/access/sign-ons/return': writing(
    () => '/public/api/access/sign-ons/return',
    () => ({ code: 'x', state: 'x' }),
    public_,
  ),
  'GET /api/access/providers': { answers: published, path: () => '/api/access/providers' },
  'POST /api/access/providers': writing(
    () => '/api/access/providers',
    () => ({
      ...{ id: 'none', name: '某平台', issuer: 'http://127.0.0.1:9', clientId: 'x' },
      ...{ clientSecret: null, acr: [], amr: [] },
    }),
    whole,
  ),
  'PATCH /api/access/providers/:provider': writing(
    () => '/api/access/providers/off',
    () => ({
      ...{ name: '某平台', clientId: 'x', clientSecret: null, enabled: false },
      ...{ acr: [], amr: [] },
    }),
    whole,
  ),
  'GET /api/access/accounts': about('/api/access/accounts'),
  'GET /api/access/accounts/:id': {
    answers: holding,
    path: (at) => `/api/access/accounts/${at.account}`,
  },
  'POST /api/access/accounts': writing(
    () => '/api/access/accounts',
    (at) => ({ name: `n${newId()}`, displayName: '新来的', ...rights(at) }),
  ),
  'POST /api/access/accounts/:id/change': writing(
    (at) => `/api/access/accounts/${at.account}/change`,
    (at) => ({ ...rights(at), role: 'department', home: places.county }),
  ),
  'POST /api/access/accounts/:id/rename': writing(
    (at) => `/api/access/accounts/${at.account}/rename`,
    () => ({ displayName: '改名' }),
  ),
  'POST /api/access/accounts/:id/disable': writing(
    (at) => `/api/access/accounts/${at.account}/disable`,
    () => ({ why: 'left' }),
  ),
  'POST /api/access/accounts/:id/enable': writing(
    (at) => `/api/access/accounts/${at.account}/enable`,
    () => undefined,
  ),
  'POST /api/access/accounts/:id/end-sessions': writing(
    (at) => `/api/access/accounts/${at.account}/end-sessions`,
    () => undefined,
  ),
  'POST /api/access/accounts/:id/reset-password': writing(
    (at) => `/api/access/accounts/${at.account}/reset-password`,
    () => undefined,
  ),
  'POST /api/access/accounts/:id/remove-factor': writing(
    (at) => `/api/access/accounts/${at.account}/remove-factor`,
    () => ({ reason: '手机和恢复码都丢了' }),
  ),
  'GET /api/access/grants': about('/api/access/grants'),
  'POST /api/access/grants/confirm': writing(
    () => '/api/access/grants/confirm',
    (at) => ({ requests: [at.request] }),
  ),
  'POST /api/access/grants/:id/refuse': writing(
    (at) => `/api/access/grants/${at.request}/refuse`,
    () => ({ reason: '岗位不对' }),
  ),
  'POST /api/access/grants/:id/remove-factor': writing(
    (at) => `/api/access/grants/${at.request}/remove-factor`,
    () => undefined,
  ),
  'GET /api/access/invitations': about('/api/access/invitations'),
  'POST /api/access/invitations': writing(
    () => '/api/access/invitations',
    (at) => ({ accounts: [at.account] }),
  ),
  'POST /api/access/invitations/:id/revoke': writing(
    (at) => `/api/access/invitations/${at.invitation}/revoke`,
    () => undefined,
  ),
  'GET /api/access/people': {
    answers: listed,
    path: (at) =>
      `/api/access/people?name=${encodeURIComponent(at.personName)}&organisation=${at.unit}`,
  },
  'GET /api/access/units': {
    answers: bodies,
    path: () => `/api/access/units?q=${encodeURIComponent('县单位')}`,
  },
  'POST /api/access/account-sheets/preview': {
    ...writing(
      () => '/api/access/account-sheets/preview',
      (at) => ({ file: aSheet(at) }),
      listed,
    ),
    tells: 'what the caller wrote, place and all; whether it exists elsewhere is not said',
  },
  'POST /api/access/account-sheets': writing(
    () => '/api/access/account-sheets',
    (at) => ({ file: aSheet(at) }),
    listed,
  ),
  'GET /api/access/policy': { answers: published, path: () => '/api/access/policy' },
  'GET /api/access/policies': { answers: published, path: () => '/api/access/policies' },
  'POST /api/access/policies': writing(
    () => '/api/access/policies',
    () => ({ policy: presets.level3, seen: null }),
    whole,
  ),
  'GET /api/access/audit/rows': about('/api/access/audit/rows'),
  'GET /api/access/audit/rows/:id': {
    answers: holding,
    path: (at) => `/api/access/audit/rows/${at.audit}`,
  },
  'GET /api/access/audit/rows.csv': about('/api/access/audit/rows.csv'),
  'GET /api/access/audit/evidence.tar': {
    answers: holding,
    path: (at) =>
      `/api/access/audit/evidence.tar?place=${countyOfKey(at.town)}000000&since=2020-01-01&until=2099-12-31`,
  },
  'GET /api/access/audit/actors': {
    answers: listed,
    path: () => '/api/access/audit/actors?q=county',
  },
  'GET /api/access/audit/people': {
    answers: listed,
    path: (at) => `/api/access/audit/people?q=${encodeURIComponent(at.personName)}`,
  },
  'GET /api/access/audit/vocabulary': {
    answers: published,
    path: () => '/api/access/audit/vocabulary',
  },
  'GET /api/access/audit/state': { answers: listed, path: () => '/api/access/audit/state' },
  'POST /api/access/prints': writing(
    () => '/api/access/prints',
    (at) => ({ page: '/teams', title: '工作队', place: at.town, from: on, to: on }),
  ),

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

  'GET /api/dossiers/requests': about('/api/dossiers/requests'),
  'GET /api/dossiers/requests/:id': {
    answers: holding,
    path: (at) => `/api/dossiers/requests/${at.payment.request}`,
  },
  'POST /api/dossiers/files': writing(
    (at) => `/api/dossiers/files?${aScan(at)}`,
    () => Buffer.from(`%PDF-1.7 ${newId()}`),
  ),
  'GET /api/dossiers/projects/:id/files': {
    answers: holding,
    path: (at) => `/api/dossiers/projects/${at.payment.project}/files`,
  },
  'GET /api/dossiers/files/:id/content': {
    answers: holding,
    path: (at) => `/api/dossiers/files/${at.payment.file}/content`,
  },
  'POST /api/dossiers/files/:id/withdraw': writing(
    (at) => `/api/dossiers/files/${at.payment.file}/withdraw`,
    () => ({ reason: '开错抬头' }),
  ),
  'GET /api/dossiers/checklists': about('/api/dossiers/checklists'),
  'POST /api/dossiers/checklists': writing(
    () => '/api/dossiers/checklists',
    (at) => ({
      ...{ place: at.town, requestKind: 'progress', validFrom: on, basis: '县财农〔2022〕6号' },
      items: [{ kind: 'contract', required: true }],
    }),
  ),
  'POST /api/dossiers/dossiers': writing(
    () => '/api/dossiers/dossiers',
    (at) => ({ request: at.payment.request, explanation: null }),
  ),
  'GET /api/dossiers/dossiers/:id/content': {
    answers: holding,
    path: (at) => `/api/dossiers/dossiers/${at.payment.dossier}/content`,
  },
  'GET /api/evidence/packages': about('/api/evidence/packages'),
  'GET /api/evidence/package.zip': about('/api/evidence/package.zip'),

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
  'POST /api/access/reveals': writing(
    () => '/api/access/reveals',
    (at) => ({ field: 'teams.person.phone', row: at.person, reason: '台风预警，电话通知本人' }),
  ),
  'GET /api/access/looks': {
    answers: listed,
    path: (at) => `/api/access/looks?person=${at.person}`,
  },
  'GET /api/access/own/looks': { answers: own, path: () => '/api/access/own/looks' },

  'POST /api/teams/batches': writing(
    () => '/api/teams/batches',
    () => ({ number: 9, name: '第九批', startsOn: '2045-07-01', endsOn: null }),
    { everybody: 'one list for the province' },
  ),
  'POST /api/teams/batches/:id/change': writing(
    (at) => `/api/teams/batches/${at.batch}/change`,
    () => ({
      ...{ name: '第一批', startsOn: '2021-07-01', endsOn: null },
      seen: '2022-07-01T00:00:00.000Z',
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
    seen: '2022-07-01T00:00:00.000Z',
  })),
  'POST /api/funds/papers/:id/submit': onPaper('submit', () => ({
    explanation: null,
    seen: '2022-07-01T00:00:00.000Z',
  })),
  'POST /api/funds/papers/:id/withdraw': onPaper('withdraw', () => ({ reason: '金额有误' })),
  'POST /api/funds/papers/:id/discard': onPaper('discard', () => ({ reason: '重复登记' })),
  'POST /api/funds/papers/:id/return': onPaper('return', () => ({ reason: '附件不清' })),
  'POST /api/funds/papers/:id/check': onPaper('check', () => ({
    seen: '2022-07-01T00:00:00.000Z',
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
  'GET /api/funds/due-trial': {
    ...about('/api/funds/due-trial', `&on=${on}`),
    tells: 'sums by payer of the place asked',
  },
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
          seen: '2022-07-01T00:00:00.000Z',
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
  'POST /api/funds/allocations/:id/amend': onRule('amend', (at) => ({ ...aRule(at), ...longAgo })),
  'POST /api/funds/allocations/:id/submit': onRule('submit', () => longAgo),
  'POST /api/funds/allocations/:id/withdraw': onRule('withdraw', () => ({ reason: '比例有误' })),
  'POST /api/funds/allocations/:id/discard': onRule('discard', () => ({ reason: '重复起草' })),
  'POST /api/funds/allocations/:id/return': onRule('return', () => ({ reason: '依据不清' })),
  'POST /api/funds/allocations/:id/approve': onRule('approve', () => ({
    ...{ year: 2022, split: '0'.repeat(64) },
    ...longAgo,
  })),
  'POST /api/funds/allocations/:id/charge': onRule('charge', () => ({
    ...{ year: 2022, split: '0'.repeat(64) },
    ...longAgo,
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
  'POST /api/funds/raising-plans/:id/amend': onRaising('amend', { ...aRaising, ...longAgo }),
  'POST /api/funds/raising-plans/:id/submit': onRaising('submit', longAgo),
  'POST /api/funds/raising-plans/:id/approve': onRaising('approve', longAgo),
  'POST /api/funds/raising-plans/:id/withdraw': onRaising('withdraw', { reason: '日期有误' }),
  'POST /api/funds/raising-plans/:id/discard': onRaising('discard', { reason: '重复起草' }),
  'POST /api/funds/raising-plans/:id/return': onRaising('return', { reason: '金额不清' }),
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
