import { expect, test } from 'vitest';
import { ownDeed } from './own-deeds.ts';

test.each([
  ['POST /public/api/access/sessions', 'done', { deed: 'sign_in', done: true, why: null }],
  [
    'POST /public/api/access/sessions',
    'refused access.refusal.wrong_password',
    { deed: 'sign_in', done: false, why: 'access.refusal.wrong_password' },
  ],
  [
    'POST /api/access/own/password',
    'refused access.refusal.password_short',
    { deed: 'password', done: false, why: null },
  ],
  [
    'POST /api/access/own/sessions/:id/end',
    'done',
    { deed: 'sessions_ended', done: true, why: null },
  ],
  [
    'POST /api/access/own/sign-ons/:provider/unlink',
    'done',
    { deed: 'unlinked', done: true, why: null },
  ],
  ['POST /api/access/own/sign-ons/return', 'done', { deed: 'linked', done: true, why: null }],
  ['PATCH /api/elsewhere/things/:id', 'done', { deed: 'other', done: true, why: null }],
])('%s, %s', (action, outcome, told) => expect(ownDeed(action, outcome)).toEqual(told));
