/** The own second factor: set up, confirm, replace, remove, and its recovery codes. */
import { randomBytes } from 'node:crypto';
import Type from 'typebox';
import type { Db } from '../../../platform/db/pool.ts';
import { type Caller, type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import type { Sealed } from '../../../platform/secrets/envelope.ts';
import { GiveCode, NewFactor, RecoveryCodes } from '../../contract-sign-in.ts';
import { asTyped, bytesNeeded, grouped, recoveryCodes } from '../../rules/second-factor.ts';
import { sha256 } from '../../store/caller.ts';
import { noteProof } from '../../store/own/proofs.ts';
import {
  confirmFactor,
  factorOf,
  keepPending,
  pendingOf,
  placeOfSecret,
  removeFactor,
  replaceRecoveryCodes,
} from '../../store/own/second-factor.ts';
import { policyNow } from '../../store/policy.ts';
import { endSessions } from '../../store/sessions.ts';
import { newSecret, stepOf, uriOf } from './one-time-code.ts';

const own = { permission: 'signed_in', stepUp: true } as const;
const url = '/api/access/own/second-factor';

export const secondFactorRoutes = (sealed: Sealed): Endpoint[] => [
  endpoint({
    ...own,
    method: 'POST',
    url,
    owing: true,
    secret: 'reply',
    summary: {
      zh: '绑定或更换手机验证器：取得密钥',
      en: 'Set up or replace the authenticator: get a secret',
    },
    reply: { 200: NewFactor },
    handle: async ({ db, caller, note }) => {
      note({ object: `account ${caller.account}` });
      refuseBefore(caller);
      const secret = newSecret();
      const place = placeOfSecret(caller.account, 'pending_secret');
      await keepPending(db, caller.account, sealed.seal(secret, place));
      const { name } = await db
        .selectFrom('access.account')
        .select('name')
        .where('id', '=', caller.account)
        .executeTakeFirstOrThrow();
      return { secret, uri: uriOf(secret, name) };
    },
  }),
  endpoint({
    ...own,
    method: 'POST',
    url: `${url}/confirm`,
    owing: true,
    secret: 'reply',
    summary: {
      zh: '绑定手机验证器：用验证码确认',
      en: 'Set up the authenticator: confirm with a code',
    },
    body: GiveCode,
    reply: { 200: RecoveryCodes },
    handle: async ({ db, caller, body, note, setToken }) => {
      note({ object: `account ${caller.account}` });
      refuseBefore(caller);
      const kept = await pendingOf(db, caller.account);
      if (!kept) throw new Refusal('access.refusal.nothing_pending');
      const secret = sealed.open(kept, placeOfSecret(caller.account, 'pending_secret'));
      const given = asTyped(body.code);
      const step = given?.kind === 'code' ? stepOf(secret, given.text, Date.now()) : null;
      if (step === null) throw new Refusal('access.refusal.wrong_first_code');
      const place = placeOfSecret(caller.account, 'secret');
      await confirmFactor(db, caller.account, sealed.seal(secret, place), step);
      setToken(await noteProof(db, caller.session, { secondFactor: true }));
      await endSessions(db, caller.account, caller.account, { but: caller.session });
      return newRecoveryCodes(db, caller.account);
    },
  }),
  endpoint({
    ...own,
    method: 'POST',
    url: `${url}/recovery-codes`,
    secret: 'reply',
    summary: { zh: '换一套恢复码', en: 'Get new recovery codes' },
    reply: { 200: RecoveryCodes },
    handle: async ({ db, caller, note }) => {
      note({ object: `account ${caller.account}` });
      if ((await factorOf(db, caller.account)).since === null)
        throw new Refusal('access.refusal.no_factor');
      return newRecoveryCodes(db, caller.account);
    },
  }),
  endpoint({
    ...own,
    method: 'POST',
    url: `${url}/remove`,
    summary: { zh: '解绑手机验证器', en: 'Remove the authenticator' },
    reply: { 204: Type.Null() },
    handle: async ({ db, caller, note }) => {
      note({ object: `account ${caller.account}` });
      const policy = await policyNow(db);
      if (policy.secondFactorRoles.some((role) => role === caller.role))
        throw new Refusal('access.refusal.factor_required');
      if ((await factorOf(db, caller.account)).since === null)
        throw new Refusal('access.refusal.no_factor');
      await removeFactor(db, caller.account);
      await endSessions(db, caller.account, caller.account, { but: caller.session });
      return undefined;
    },
  }),
];

/** What else is owed comes first: whoever has the password alone may not put a factor of theirs in the place of the owner's. */
function refuseBefore({ owes }: Caller): void {
  if (owes !== null && owes !== 'enrolment')
    throw new Refusal(`platform.refusal.owes_${owes}`, {}, 403);
}

async function newRecoveryCodes(db: Db, account: string): Promise<{ codes: string[] }> {
  const codes = recoveryCodes(randomBytes(bytesNeeded));
  await replaceRecoveryCodes(db, account, codes.map(sha256));
  return { codes: codes.map(grouped) };
}
