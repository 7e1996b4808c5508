/** The own account: what it is, its password, and what the audit says of it. */
import Type from 'typebox';
import { kyselyOver, type Pool } from '../../../platform/db/pool.ts';
import { type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import { ChangePassword } from '../../contract.ts';
import { OwnAccount, OwnAudit } from '../../contract-sign-in.ts';
import { hashPassword, passwordFits } from '../../password.ts';
import { ownDeed } from '../../rules/own-deeds.ts';
import { nameOf, passwordsOf, setPassword } from '../../store/accounts.ts';
import { forgetAttempt } from '../../store/locks.ts';
import { ownAudit } from '../../store/own/browsers.ts';
import { factorOf } from '../../store/own/second-factor.ts';
import { policyNow } from '../../store/policy.ts';
import { refuseUsed, refuseWeak } from '../new-password.ts';
import { type Attempt, countProof, refuseLocked } from './prove.ts';

export const ownAccountRoutes = (pool: Pool): Endpoint[] => [
  endpoint({
    method: 'GET',
    url: '/api/access/own/account',
    permission: 'signed_in',
    owing: true,
    summary: { zh: '我的账户', en: 'The own account' },
    reply: { 200: OwnAccount },
    handle: async ({ db, caller }) => {
      const account = await db
        .selectFrom('access.account')
        .select(['name', 'display_name', 'password_hash', 'password_set_at'])
        .where('id', '=', caller.account)
        .executeTakeFirstOrThrow();
      const { minLength, classes, history, rotateDays, secondFactorRoles } = await policyNow(db);
      return {
        login: account.name,
        name: account.display_name,
        hasPassword: account.password_hash !== null,
        passwordSetAt: account.password_set_at,
        policy: { minLength, classes, history, rotateDays },
        secondFactor: {
          ...(await factorOf(db, caller.account)),
          required: secondFactorRoles.some((role) => role === caller.role),
        },
      };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/own/password',
    permission: 'signed_in',
    owing: true,
    secret: 'body',
    summary: { zh: '修改自己的密码', en: 'Change the own password' },
    body: ChangePassword,
    reply: { 204: Type.Null() },
    first: async (body, arriving) => {
      const { caller } = arriving;
      const attempt = await countProof(pool, arriving);
      try {
        if (caller.owes === 'second_factor')
          throw new Refusal('platform.refusal.owes_second_factor', {}, 403);
        return { attempt, refusal: null, ...(await newHash(pool, caller.account, body, attempt)) };
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        return { attempt, refusal: error, hash: '', before: '' }; // refused below, where it leaves an audit row
      }
    },
    handle: async ({ db, client, caller, first, note }) => {
      note({ object: `account ${caller.account}` });
      if (first.refusal) throw first.refusal;
      const [stored] = await passwordsOf(db, caller.account, 1);
      if (stored !== first.before) throw new Refusal('access.refusal.wrong_current');
      await forgetAttempt(client, first.attempt.buckets);
      await setPassword(db, caller.account, first.hash, {
        mustChange: false,
        keepSession: caller.session,
      });
      return undefined;
    },
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/own/audit',
    permission: 'signed_in',
    summary: { zh: '本人账户的操作记录', en: 'What the audit says of the own account' },
    reply: { 200: OwnAudit },
    handle: async ({ db }) => ({
      rows: (await ownAudit(db)).map(({ at, action, outcome }) => ({
        at,
        ...ownDeed(action, outcome),
      })),
    }),
  }),
];

/** The hash of a new password that may be set, and of the one it follows. Half a second of work, so outside any transaction. */
async function newHash(
  pool: Pool,
  account: string,
  { current, password }: { current: string; password: string },
  attempt: Attempt,
): Promise<{ hash: string; before: string }> {
  refuseLocked(attempt);
  const db = kyselyOver(pool);
  const { policy } = attempt;
  const earlier = await passwordsOf(db, account, policy.history);
  const [before = null] = earlier;
  if (!(await passwordFits(before, current)) || before === null)
    throw new Refusal('access.refusal.wrong_current');
  refuseWeak(password, await nameOf(db, account), policy);
  await refuseUsed(password, earlier, policy);
  return { hash: await hashPassword(password), before };
}
