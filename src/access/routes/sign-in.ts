/** Signing in with name and password. */
import { kyselyOver, type Pool } from '../../platform/db/pool.ts';
import { type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import { LoginPage, Session, SignIn } from '../contract.ts';
import { deviceCookie } from '../cookies.ts';
import { passwordFits } from '../password.ts';
import { bucketsOf } from '../rules/locks.ts';
import { accountByName, anyAccount, passwordHashOf } from '../store/accounts.ts';
import { countAttempt, forgetAttempt, knownDevice } from '../store/locks.ts';
import { policyNow } from '../store/policy.ts';
import { demonstration } from '../store/session-view.ts';
import { signedIn } from './signed-in.ts';

const asName = (typed: string) => typed.trim().toLowerCase();

/** The pool looks up the password to compare with before a sign-in's transaction begins. */
export function signInRoutes(pool: Pool): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      url: '/public/api/access/login',
      permission: 'public',
      summary: { zh: '登录页需要的信息', en: 'What the sign-in page needs' },
      reply: { 200: LoginPage },
      handle: async ({ db }) => {
        const demo = await demonstration(db);
        const providers = await db
          .selectFrom('access.provider')
          .select(['id', 'name'])
          .where('enabled', '=', true)
          .orderBy('id')
          .execute();
        return {
          demo: demo !== null,
          empty: !(await anyAccount(db)),
          identities: demo?.identities ?? [],
          providers,
        };
      },
    }),
    endpoint({
      method: 'POST',
      url: '/public/api/access/sessions',
      permission: 'public',
      summary: { zh: '登录', en: 'Sign in' },
      body: SignIn,
      reply: { 200: Session },
      // The hash takes its time: a connection held meanwhile would be missing to everybody else.
      first: async ({ name: typed, password }, { from, cookie }) => {
        const name = asName(typed);
        const policy = await policyNow(kyselyOver(pool));
        const device = await knownDevice(pool, name, cookie(deviceCookie));
        const buckets = bucketsOf({ name, address: from.address, device }, policy);
        const seconds = await countAttempt(pool, buckets, policy.lockMinutes);
        const stored = seconds > 0 ? null : await passwordHashOf(pool, name);
        const fits = seconds === 0 && (await passwordFits(stored, password));
        return {
          name,
          policy,
          known: device !== null,
          buckets,
          seconds,
          fitting: fits ? stored : null,
        };
      },
      handle: async (context) => {
        const { db, client, first, note } = context;
        const { name, policy, seconds } = first;
        const account = await accountByName(db, name);
        // What is typed where nobody has the name may be a password.
        note({ object: account ? `account ${name}` : 'account unknown' });
        if (seconds > 0)
          throw new Refusal('access.refusal.locked', { minutes: Math.ceil(seconds / 60) }, 429);
        if (!account || first.fitting === null || account.password_hash !== first.fitting)
          throw new Refusal(
            'access.refusal.wrong_password',
            { failures: policy.lockAfter, minutes: policy.lockMinutes },
            401,
          );
        if (account.disabled_at) throw new Refusal('access.refusal.disabled', {}, 403);
        if (!account.granted_at) throw new Refusal('access.refusal.not_granted', {}, 403);
        await forgetAttempt(client, first.buckets);
        return signedIn(context, account.id, policy, { by: 'password', knownDevice: first.known });
      },
    }),
  ];
}
