/** A real OpenID provider on this machine for the tests of single sign-on: whoever it is told to be signs in at once. */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Who signs in from now on, and what the ID token says of how. */
  be(subject: string, how?: { acr?: string; amr?: string[] }): void;
  /** Follows an address as a browser does, up to where it leaves the provider. */
  follow(url: string): Promise<URL>;
  stop(): Promise<void>;
}

/** @param host the name it goes by; 'localhost' is another site than 127.0.0.1 to a browser */
export async function aProvider(
  redirectUri: string,
  host: 'localhost' | '127.0.0.1' = '127.0.0.1',
): Promise<TestProvider> {
  let subject = 'nobody';
  let how: { acr?: string; amr?: string[] } = {};
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://${host}:${(server.address() as AddressInfo).port}`;
  const clientId = 'zhuzhen';
  const clientSecret = randomBytes(24).toString('base64url');
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    cookies: { keys: [randomBytes(16).toString('hex')] },
    acrValues: ['urn:example:gold', 'urn:example:silver'],
    claims: { openid: ['sub', 'acr', 'amr'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async ({ oidc }) => {
      const clientId = oidc.client?.clientId ?? '';
      const grant = new oidc.provider.Grant({
        clientId,
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
    ttl: { Session: 1, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
  });
  const answer = provider.callback();
  server.on('request', (request, reply) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, reply);
    void provider.interactionFinished(request, reply, {
      login: { accountId: subject, ...how },
    });
  });
  return {
    issuer,
    clientId,
    clientSecret,
    be: (one, said = {}) => {
      subject = one;
      how = said;
    },
    follow: (url) => followed(url, new URL(redirectUri).origin),
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function followed(start: string, until: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(start);
  for (let steps = 0; steps < 10 && at.origin !== until; steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = reply.headers.get('location');
    if (!next) throw new Error(`the provider stays at ${at}: ${await reply.text()}`);
    at = new URL(next, at);
  }
  return at;
}
