/** Setting a password by a link. The link says who somebody is; its token comes in the body, never in an address. */
import { kyselyOver, type Pool } from '../../platform/db/pool.ts';
import { type Deed, type Endpoint, endpoint, Refusal } from '../../platform/http/endpoint.ts';
import {
  AcceptedInvitation,
  AcceptInvitation,
  OpenedInvitation,
  OpenInvitation,
} from '../contract-accounts.ts';
import { hashPassword } from '../password.ts';
import { passwordsOf, setPassword } from '../store/accounts.ts';
import {
  type OpenInvitation as FoundInvitation,
  invitationOf,
  useUp,
} from '../store/admin/invitations.ts';
import { policyNow } from '../store/policy.ts';
import { refuseUsed, refuseWeak } from './new-password.ts';
import { signedIn } from './signed-in.ts';

/** Whoever comes with a link that holds is known: the row stands with those of the account's own place. */
const ofWhom = (found: FoundInvitation | null): Deed =>
  found
    ? { object: `account ${found.account}`, place: found.home_key }
    : { object: 'invitation unknown' };

const gone = () => new Refusal('access.refusal.invitation_gone');

/** The pool looks up what a link is for before its transaction begins, where hashing holds no connection. */
export function acceptRoutes(pool: Pool): Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      url: '/public/api/access/invitations/open',
      permission: 'public',
      summary: {
        zh: '打开邀请链接：给谁、密码有什么要求',
        en: 'Open a link: whose it is and what the password must be',
      },
      body: OpenInvitation,
      reply: { 200: OpenedInvitation },
      handle: async ({ client, db, body, note }) => {
        const found = await invitationOf(client, body.token);
        note(ofWhom(found));
        if (!found) throw gone();
        const { minLength, classes, history } = await policyNow(db);
        return {
          name: found.name,
          displayName: found.display_name,
          resets: found.resets,
          expiresAt: found.expires_at,
          policy: { minLength, classes, history },
        };
      },
    }),
    endpoint({
      method: 'POST',
      url: '/public/api/access/invitations/accept',
      permission: 'public',
      summary: {
        zh: '用邀请链接设置密码，已授权的随即登录',
        en: 'Set a password by a link; whoever is granted is signed in',
      },
      body: AcceptInvitation,
      reply: { 200: AcceptedInvitation },
      first: async ({ token, password }) => {
        const found = await invitationOf(pool, token);
        if (!found) return null; // an unknown link costs no hash
        const db = kyselyOver(pool);
        const policy = await policyNow(db);
        const earlier = await passwordsOf(db, found.account, policy.history);
        const refusal = await refusalOf(async () => {
          refuseWeak(password, found.name, policy);
          await refuseUsed(password, earlier, policy);
        });
        return { policy, refusal, hash: refusal ? '' : await hashPassword(password) };
      },
      handle: async (context) => {
        const { client, db, body, first, note } = context;
        const found = await invitationOf(client, body.token);
        note(ofWhom(found));
        if (!found || !first) throw gone();
        if (first.refusal) throw first.refusal;
        if (!(await useUp(client, found.id))) throw gone();
        await setPassword(db, found.account, first.hash, { mustChange: false, keepSession: null });
        note({ after: { passwordSet: true } });
        if (!found.granted) return { session: null };
        const { policy } = first;
        return { session: await signedIn(context, found.account, policy, { by: 'invitation' }) };
      },
    }),
  ];
}

/** The refusal some work ends with, thrown later where it leaves an audit row; null when it went well. */
async function refusalOf(work: () => Promise<void>): Promise<Refusal | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
