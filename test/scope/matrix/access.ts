/** How each endpoint of accounts, rights, the audit and one’s own settings is asked about a town and what it holds. */
import { presets } from '../../../src/access/rules/policy.ts';
import { countyOfKey } from '../../../src/kit/region-key.ts';
import { newId } from '../../../src/platform/new-id.ts';
import { places } from '../../places.ts';
import {
  about,
  bodies,
  holding,
  listed,
  on,
  own,
  public_,
  published,
  whole,
  writing,
} from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

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

export const accessMatrix: Record<string, Row> = {
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
  'POST /api/access/reveals': writing(
    () => '/api/access/reveals',
    (at) => ({ field: 'teams.person.phone', row: at.person, reason: '台风预警，电话通知本人' }),
  ),
  'GET /api/access/looks': {
    answers: listed,
    path: (at) => `/api/access/looks?person=${at.person}`,
  },
  'GET /api/access/own/looks': { answers: own, path: () => '/api/access/own/looks' },
};
