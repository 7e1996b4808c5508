/** Linking the own account with a provider, and undoing it. */
import Type from 'typebox';
import { type Caller, type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import {
  BeginSignOn,
  OwnSignOns,
  ProviderParam,
  Returned,
  SignOnAddress,
  SignOnReturn,
} from '../../contract-sign-in.ts';
import { signOnCookie } from '../../cookies.ts';
import { administrators } from '../../roles.ts';
import { keepAttempt, link, linksOf, unlink } from '../../store/sign-on/identities.ts';
import type { Asking } from './asking.ts';

const own = { permission: 'signed_in', stepUp: true } as const;
const days = 1 / 96;

export const linkingRoutes = (asking: Asking): Endpoint[] => [
  endpoint({
    method: 'GET',
    url: '/api/access/own/sign-ons',
    permission: 'signed_in',
    summary: { zh: '本人关联的统一认证', en: 'Providers the own account is linked to' },
    reply: { 200: OwnSignOns },
    handle: async ({ db, caller }) => ({
      rows: await linksOf(db, caller.account),
      mayLink: mayLink(caller),
    }),
  }),
  endpoint({
    ...own,
    method: 'POST',
    url: '/api/access/own/sign-ons',
    summary: {
      zh: '关联统一认证：取得要前往的地址',
      en: 'Link with a provider: get the address to go to',
    },
    body: BeginSignOn,
    reply: { 200: SignOnAddress },
    first: (body) => asking.begin(body, 'link'),
    handle: async ({ db, caller, body, first, note, setCookie }) => {
      note({ object: `account ${caller.account}`, after: { provider: body.provider } });
      if (!mayLink(caller)) throw new Refusal('access.refusal.administrator_by_password');
      if (first.refusal) throw first.refusal;
      const { url, ...begun } = first.value;
      await keepAttempt(db, { ...begun, ...body, linkAccount: caller.account });
      setCookie(signOnCookie, begun.browser, days);
      return { url };
    },
  }),
  endpoint({
    // The renewed proof was given when it began, which nobody else's session may end.
    method: 'POST',
    url: '/api/access/own/sign-ons/return',
    permission: 'signed_in',
    summary: { zh: '关联统一认证：从认证平台回来', en: 'Link with a provider: back from it' },
    body: SignOnReturn,
    reply: { 200: Returned },
    constraints: {
      identity_pkey: 'access.refusal.subject_taken',
      identity_once: 'access.refusal.already_linked',
    },
    first: (body, { cookie }) => asking.end(body, cookie(signOnCookie)),
    handle: async ({ db, caller, first, note }) => {
      note({ object: `account ${caller.account}` });
      if (first.refusal) throw first.refusal;
      const { provider, subject, returnTo, linkAccount } = first.value;
      if (linkAccount !== caller.account) throw new Refusal('access.refusal.sign_on_lapsed');
      if (!mayLink(caller)) throw new Refusal('access.refusal.administrator_by_password');
      note({ after: { provider } });
      await link(db, provider, subject, caller.account);
      return { returnTo };
    },
  }),
  endpoint({
    ...own,
    method: 'POST',
    url: '/api/access/own/sign-ons/:provider/unlink',
    summary: { zh: '取消关联统一认证', en: 'Undo the link with a provider' },
    params: ProviderParam,
    reply: { 204: Type.Null() },
    handle: async ({ db, caller, params, note }) => {
      note({ object: `account ${caller.account}`, after: { provider: params.provider } });
      await unlink(db, params.provider, caller.account);
      return undefined;
    },
  }),
];

const mayLink = ({ role }: Caller): boolean => !administrators.some((one) => one === role);
