/** How each endpoint of disclosure is asked about a town and what it holds. */
import { newId } from '../../../src/platform/new-id.ts';
import { holding } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

const open = { everybody: 'what was published for everybody, and nothing else' };
const here = '/public/api/disclosure';
const about = (path: (at: Holding) => string): Row => ({
  answers: holding,
  path: (at) => `/api/disclosure/${path(at)}`,
});
const writing = (path: (at: Holding) => string, body: (at: Holding) => unknown): Row => ({
  ...about(path),
  body,
});
const published = { answers: open, tells: 'what hangs on the public pages, for everybody' };
const read = (path: string): Row => ({ ...published, path: () => `${here}/${path}` });

export const disclosureMatrix: Record<string, Row> = {
  'GET /api/disclosure/copies': about((at) => `copies?place=${at.town}`),
  'GET /api/disclosure/waiting': about((at) => `waiting?place=${at.town}&year=2022`),
  'GET /api/disclosure/copies/:id': about((at) => `copies/${at.disclosed.copy}`),
  'GET /api/disclosure/copies/:id/files/:name': about(
    (at) => `copies/${at.disclosed.copy}/files/copy.html`,
  ),
  'POST /api/disclosure/copies': {
    ...writing(
      () => 'copies',
      (at) => ({ kind: 'project', place: at.town, object: at.disclosed.project, year: 2022 }),
    ),
  },
  'POST /api/disclosure/copies/:id/publications': writing(
    (at) => `copies/${at.disclosed.copy}/publications`,
    () => ({ channel: 'village_board', shownAt: '公开栏', fromDay: '2022-07-01', untilDay: null }),
  ),
  'POST /api/disclosure/publications/:id/take-down': writing(
    (at) => `publications/${at.disclosed.publication}/take-down`,
    () => ({ on: '2022-07-28', reason: '期满' }),
  ),
  'GET /api/disclosure/complaints': about((at) => `complaints?place=${at.town}`),
  'GET /api/disclosure/complaints/:id': about((at) => `complaints/${at.disclosed.complaint}`),
  'POST /api/disclosure/complaints/:id/reply': writing(
    (at) => `complaints/${at.disclosed.complaint}/reply`,
    () => ({ reply: '已办理' }),
  ),
  [`GET ${here}/copies`]: read('copies'),
  [`GET ${here}/copies.csv`]: read('copies.csv'),
  [`GET ${here}/oc4ids`]: read('oc4ids'),
  [`GET ${here}/copies/:id`]: {
    ...published,
    path: (at) => `${here}/copies/${at.disclosed.copy}`,
  },
  [`GET ${here}/copies/:id/oc4ids`]: {
    ...published,
    path: (at) => `${here}/copies/${at.disclosed.copy}/oc4ids`,
  },
  [`GET ${here}/copies/:id/files/:name`]: {
    ...published,
    path: (at) => `${here}/copies/${at.disclosed.copy}/files/copy.html`,
  },
  [`POST ${here}/complaints`]: {
    ...read('complaints'),
    body: (at) => ({
      ...{ ticket: newId(), place: at.town, copy: null, subject: '反映', said: '内容' },
      contact: null,
    }),
  },
  [`POST ${here}/complaints/look-up`]: {
    ...read('complaints/look-up'),
    body: () => ({ receipt: '20220728-000001', code: 'AAAA-AAAA-AAAA' }),
  },
};
