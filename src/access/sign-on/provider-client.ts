/** Speaking OpenID Connect with a provider: authorisation code with PKCE, state and nonce; its ID token is checked by its keys. */
import * as oidc from 'openid-client';
import type { Said } from '../rules/sign-on-strength.ts';
import { GuardFault, guardedFetch } from './guarded-fetch.ts';

export interface ProviderSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | null;
}

/** A sign-on as it begins; all but the address is kept for its return. */
export interface Begun {
  url: string;
  state: string;
  nonce: string;
  verifier: string;
}

/** The provider could not be asked, or what it said does not hold. */
export class ProviderFault extends Error {
  readonly fault: GuardFault['fault'] | 'refused';
  constructor(cause: unknown) {
    super('the provider of single sign-on', { cause });
    this.name = 'ProviderFault';
    this.fault = guardIn(cause)?.fault ?? (isTimeout(cause) ? 'unreachable' : 'refused');
  }
}

/** @throws ProviderFault */
export async function discover(
  { issuer, clientId, clientSecret }: ProviderSettings,
  allowPrivate: boolean,
): Promise<oidc.Configuration> {
  return told(async () => {
    const insecure = new URL(issuer).protocol === 'http:' ? [oidc.allowInsecureRequests] : []; // this machine only: guarded-fetch.ts
    const config = await oidc.discovery(new URL(issuer), clientId, undefined, proof(clientSecret), {
      execute: [...insecure, oidc.enableNonRepudiationChecks],
      timeout: 5,
      [oidc.customFetch]: guardedFetch(issuer, allowPrivate),
    });
    const page = config.serverMetadata().authorization_endpoint ?? '';
    if (!URL.canParse(page) || new URL(page).origin !== new URL(issuer).origin)
      throw new GuardFault('elsewhere');
    return config;
  });
}

export async function begin(
  config: oidc.Configuration,
  { redirectUri, kind, acr }: { redirectUri: string; kind: 'in' | 'link'; acr: readonly string[] },
): Promise<Begun> {
  const verifier = oidc.randomPKCECodeVerifier();
  // The page that is returned to reads from the state what it is about; the server trusts its own row.
  const state = `${kind}.${oidc.randomState()}`;
  const nonce = oidc.randomNonce();
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: 'openid',
    response_type: 'code',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
  });
  return { url: url.toString(), state, nonce, verifier };
}

/** Who signed in at the provider, and how, by its ID token. */
export interface SignedOn extends Said {
  /** The provider's stable subject. */
  subject: string;
}

/**
 * Trades the code for who signed in.
 * @throws ProviderFault
 */
export async function signedOn(
  config: oidc.Configuration,
  returned: { code: string; state: string; iss?: string },
  begun: { redirectUri: string; verifier: string; nonce: string },
): Promise<SignedOn> {
  return told(async () => {
    const address = new URL(begun.redirectUri);
    for (const [name, value] of Object.entries(returned)) address.searchParams.set(name, value);
    const tokens = await oidc.authorizationCodeGrant(config, address, {
      pkceCodeVerifier: begun.verifier,
      expectedState: returned.state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims?.sub || claims.sub.length > 500) throw new Error('no subject');
    return { subject: claims.sub, acr: claims.acr, amr: claims.amr };
  });
}

/** As the provider says it wants the secret; by default as the standard has it. */
function proof(secret: string | null): oidc.ClientAuth {
  if (secret === null) return oidc.None();
  const [basic, post] = [oidc.ClientSecretBasic(secret), oidc.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const wanted = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (wanted.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new ProviderFault(cause);
  }
}

function guardIn(error: unknown): GuardFault | null {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof GuardFault) return at;
  return null;
}

const isTimeout = (error: unknown): boolean =>
  (error as { code?: string } | null)?.code === 'OAUTH_TIMEOUT';
