/** The second factor at signing in, and the renewed proof before a weighty deed. */
import { kyselyOver, type Pool } from '../../../platform/db/pool.ts';
import { type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import type { Sealed } from '../../../platform/secrets/envelope.ts';
import { Session } from '../../contract.ts';
import { GiveCode, StepUp } from '../../contract-sign-in.ts';
import { passwordFits } from '../../password.ts';
import { passwordsOf } from '../../store/accounts.ts';
import { forgetAttempt } from '../../store/locks.ts';
import { noteProof } from '../../store/own/proofs.ts';
import { factorOf } from '../../store/own/second-factor.ts';
import { remember, sessionNow } from '../signed-in.ts';
import { countProof, refuseLocked, spendCode } from './prove.ts';

export const proofRoutes = (pool: Pool, sealed: Sealed): Endpoint[] => [
  endpoint({
    method: 'POST',
    url: '/api/access/sessions/current/second-factor',
    permission: 'signed_in',
    owing: true,
    summary: { zh: '登录时出示动态验证码', en: 'Give the one-time code of a sign-in' },
    body: GiveCode,
    reply: { 200: Session },
    first: (_, arriving) => countProof(pool, arriving),
    handle: async (context) => {
      const { db, client, caller, body, first, note, setToken } = context;
      note({ object: `account ${caller.account}` });
      refuseLocked(first);
      if (caller.owes !== 'second_factor') throw new Refusal('access.refusal.no_code_owed');
      const kind = await spendCode(db, sealed, caller.account, body.code, first);
      note({ after: { by: kind } });
      await forgetAttempt(client, first.buckets);
      const token = await noteProof(db, caller.session, { secondFactor: true });
      setToken(token);
      if (!first.known) await remember(context, caller.account);
      return sessionNow(client, db, token);
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/sessions/current/step-up',
    permission: 'signed_in',
    owing: true,
    secret: 'body',
    summary: { zh: '再确认一次是本人', en: 'Prove again to be there' },
    body: StepUp,
    reply: { 200: Session },
    first: async (body, arriving) => {
      const attempt = await countProof(pool, arriving);
      const asks = attempt.seconds === 0 && 'password' in body;
      const [stored = null] = asks
        ? await passwordsOf(kyselyOver(pool), arriving.caller.account, 1)
        : [];
      const fits = asks && (await passwordFits(stored, body.password));
      return { ...attempt, fitting: fits ? stored : null };
    },
    handle: async ({ db, client, caller, body, first, note, setToken }) => {
      note({ object: `account ${caller.account}` });
      refuseLocked(first);
      if (caller.owes === 'second_factor')
        throw new Refusal('platform.refusal.owes_second_factor', {}, 403);
      const factor = (await factorOf(db, caller.account)).since !== null;
      if (factor && !('code' in body)) throw new Refusal('access.refusal.code_wanted');
      if (factor && 'code' in body)
        note({ after: { by: await spendCode(db, sealed, caller.account, body.code, first) } });
      const [stored = null] = await passwordsOf(db, caller.account, 1);
      if (!factor && stored === null) throw new Refusal('access.refusal.nothing_to_prove_with');
      if (!factor && (first.fitting === null || first.fitting !== stored))
        throw new Refusal('access.refusal.wrong_current');
      await forgetAttempt(client, first.buckets);
      const token = await noteProof(db, caller.session, { secondFactor: factor });
      setToken(token);
      return sessionNow(client, db, token);
    },
  }),
];
