/** Signing in by a provider. Nobody gets an account by it: a subject without a link is told what to do. */
import { type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import { BeginSignOn, Returned, SignOnAddress, SignOnReturn } from '../../contract-sign-in.ts';
import { signOnCookie } from '../../cookies.ts';
import { administrators } from '../../roles.ts';
import { policyNow } from '../../store/policy.ts';
import { accountOfSubject, keepAttempt } from '../../store/sign-on/identities.ts';
import { signedIn } from '../signed-in.ts';
import type { Asking } from './asking.ts';

/** A quarter of an hour; the attempt itself ends before. */
const days = 1 / 96;

export const enteringRoutes = (asking: Asking): Endpoint[] => [
  endpoint({
    method: 'POST',
    url: '/public/api/access/sign-ons',
    permission: 'public',
    summary: {
      zh: '开始统一认证登录：取得要前往的地址',
      en: 'Begin signing in by a provider: get the address to go to',
    },
    body: BeginSignOn,
    reply: { 200: SignOnAddress },
    first: (body) => asking.begin(body, 'in'),
    handle: async ({ db, body, first, note, setCookie }) => {
      note({ object: `provider ${body.provider}` });
      if (first.refusal) throw first.refusal;
      const { url, ...begun } = first.value;
      await keepAttempt(db, { ...begun, ...body, linkAccount: null });
      setCookie(signOnCookie, begun.browser, days);
      return { url };
    },
  }),
  endpoint({
    method: 'POST',
    url: '/public/api/access/sign-ons/return',
    permission: 'public',
    summary: {
      zh: '统一认证登录：从认证平台回来',
      en: 'Signing in by a provider: back from it',
    },
    body: SignOnReturn,
    reply: { 200: Returned },
    first: (body, { cookie }) => asking.end(body, cookie(signOnCookie)),
    handle: async (context) => {
      const { db, first, note } = context;
      if (first.refusal) throw first.refusal;
      const { provider, subject, twoFactors, returnTo, linkAccount } = first.value;
      note({ object: `provider ${provider}` });
      if (linkAccount !== null) throw new Refusal('access.refusal.sign_on_lapsed');
      const account = await accountOfSubject(db, provider, subject);
      if (!account) throw new Refusal('access.refusal.not_linked', {}, 403);
      note({ object: `account ${account.name}`, after: { by: provider, twoFactors } });
      if (account.disabled_at) throw new Refusal('access.refusal.disabled', {}, 403);
      if (!account.granted_at) throw new Refusal('access.refusal.not_granted', {}, 403);
      if (administrators.some((role) => role === account.role))
        throw new Refusal('access.refusal.administrator_by_password', {}, 403);
      const policy = await policyNow(db);
      await signedIn(context, account.id, policy, { by: 'sign_on', twoFactors });
      return { returnTo };
    },
  }),
];
