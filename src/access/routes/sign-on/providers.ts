/** Providers of single sign-on as the security administrator sets them up. */
import Type from 'typebox';
import { Absent, type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import type { Sealed } from '../../../platform/secrets/envelope.ts';
import { AddProvider, ChangeProvider, ProviderParam, Providers } from '../../contract-sign-in.ts';
import { isOfAll } from '../../store/of-all.ts';
import {
  addProvider,
  changeProvider,
  endSessionsOf,
  providers,
} from '../../store/sign-on/providers.ts';
import type { Asking } from './asking.ts';

const set = { permission: 'access.settings', stepUp: true, secret: 'body' } as const;

export const providerRoutes = (asking: Asking, sealed: Sealed): Endpoint[] => [
  endpoint({
    method: 'GET',
    url: '/api/access/providers',
    permission: 'access.settings',
    summary: { zh: '统一认证平台', en: 'Providers of single sign-on' },
    reply: { 200: Providers },
    handle: async ({ db, client, caller }) => {
      const rows = await providers(db);
      const maySet = await isOfAll(client, caller);
      // How many are linked in the whole province is for who answers for the whole.
      return { rows: maySet ? rows : rows.map((row) => ({ ...row, linked: null })), maySet };
    },
  }),
  endpoint({
    ...set,
    method: 'POST',
    url: '/api/access/providers',
    summary: { zh: '接入统一认证平台', en: 'Add a provider of single sign-on' },
    body: AddProvider,
    reply: { 204: Type.Null() },
    constraints: { provider_pkey: 'access.refusal.provider_known' },
    first: (body, { caller }) => asking.probe(body, caller),
    handle: async ({ db, caller, body, first, note }) => {
      const { clientSecret, ...told } = body;
      note({ object: `provider ${body.id}`, after: { ...told, secret: clientSecret !== null } });
      if (first.refusal) throw first.refusal;
      await addProvider(db, sealed, body, caller.account);
      return undefined;
    },
  }),
  endpoint({
    ...set,
    method: 'PATCH',
    url: '/api/access/providers/:provider',
    summary: { zh: '修改、停用统一认证平台', en: 'Change or switch off a provider' },
    params: ProviderParam,
    body: ChangeProvider,
    reply: { 204: Type.Null() },
    handle: async ({ db, client, caller, params, body, note }) => {
      note({ object: `provider ${params.provider}` });
      if (!(await isOfAll(client, caller))) throw new Refusal('access.refusal.provider_above');
      const before = (await providers(db)).find(({ id }) => id === params.provider);
      const { clientSecret, ...told } = body;
      note({
        before,
        after: { ...told, newSecret: clientSecret !== null },
      });
      if (!(await changeProvider(db, sealed, params.provider, body, caller.account)))
        throw new Absent();
      if (!body.enabled) await endSessionsOf(db, params.provider, caller.account);
      return undefined;
    },
  }),
];
