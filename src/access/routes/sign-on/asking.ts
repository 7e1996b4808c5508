/** The two ends of a sign-on, the same for signing in and for linking: both ask the provider before any transaction. */
import { randomBytes } from 'node:crypto';
import type { Configuration } from 'openid-client';
import { kyselyOver, type Pool } from '../../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { Sealed } from '../../../platform/secrets/envelope.ts';
import { turns } from '../../../platform/turns.ts';
import { countsAsTwo, type Wanted } from '../../rules/sign-on-strength.ts';
import {
  type Begun,
  begin,
  discover,
  ProviderFault,
  type ProviderSettings,
  signedOn,
} from '../../sign-on/provider-client.ts';
import { isOfAll } from '../../store/of-all.ts';
import { takeAttempt } from '../../store/sign-on/identities.ts';
import { providerToAsk } from '../../store/sign-on/providers.ts';

export interface SignOnMeans {
  pool: Pool;
  sealed: Sealed;
  /** Whether a provider may lie in a network of the house. */
  allowPrivate: boolean;
}

/** What a provider answered, or why it did not; refused in the transaction, where that leaves an audit row. */
export type Outcome<T> = { refusal: Refusal } | { refusal: null; value: T };

export interface Begin {
  provider: string;
  origin: string;
}
export interface Returned {
  subject: string;
  /** Whether the ID token says what the provider's setting asks for. */
  twoFactors: boolean;
  provider: string;
  returnTo: string;
  linkAccount: string | null;
}

export type Asking = ReturnType<typeof askingOf>;

/** Path of our page a provider sends the browser back to. */
const returnPath = '/sign-on/return';
const keptMs = 10 * 60_000;

export function askingOf({ pool, sealed, allowPrivate }: SignOnMeans) {
  const kept = new Map<string, { version: string; until: number; config: Configuration }>();
  const inTurn = turns(8, 100); // a provider that does not answer must not gather everybody here

  /** What the provider said of itself, asked anew after ten minutes and when its settings changed. */
  async function configOf(id: string): Promise<{ config: Configuration; wanted: Wanted }> {
    const settings = await providerToAsk(kyselyOver(pool), sealed, id);
    if (!settings) throw new Refusal('access.refusal.provider_off');
    const before = kept.get(id);
    if (before && before.version === settings.version && before.until > Date.now())
      return { config: before.config, wanted: settings };
    const config = await inTurn(() => discover(settings, allowPrivate));
    kept.set(id, { version: settings.version, until: Date.now() + keptMs, config });
    return { config, wanted: settings };
  }

  return {
    /** For `first` of what begins a sign-on. */
    begin: ({ provider, origin }: Begin, kind: 'in' | 'link') =>
      outcomeOf(async (): Promise<Begun & { browser: string; redirectUri: string }> => {
        const redirectUri = `${origin}${returnPath}`;
        const { config, wanted } = await configOf(provider);
        const begun = await begin(config, { redirectUri, kind, acr: wanted.acr });
        return { ...begun, redirectUri, browser: randomBytes(32).toString('base64url') };
      }),

    /** For `first` of what ends one. */
    end: (returned: { code: string; state: string; iss?: string }, browser: string | undefined) =>
      outcomeOf(async (): Promise<Returned> => {
        const attempt = await takeAttempt(pool, returned.state, browser);
        if (!attempt) throw new Refusal('access.refusal.sign_on_lapsed');
        const { config, wanted } = await configOf(attempt.provider);
        const { subject, ...said } = await inTurn(() => signedOn(config, returned, attempt));
        return { ...attempt, subject, twoFactors: countsAsTwo(wanted, said) };
      }),

    /** Whether a provider can be spoken with at all; nobody is asked for a caller who may not set one. */
    probe: (settings: ProviderSettings, caller: Caller) =>
      outcomeOf(async () => {
        if (!(await isOfAll(pool, caller))) throw new Refusal('access.refusal.provider_above');
        await inTurn(() => discover(settings, allowPrivate));
        return true;
      }),
  };
}

async function outcomeOf<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { refusal: null, value: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    if (error instanceof ProviderFault) return { refusal: refusalOf(error) };
    throw error;
  }
}

const refusalOf = ({ fault }: ProviderFault): Refusal =>
  ({
    unreachable: new Refusal('access.refusal.provider_unreachable'),
    refused: new Refusal('access.refusal.sign_on_refused'),
    elsewhere: new Refusal('access.refusal.provider_elsewhere'),
    insecure: new Refusal('access.refusal.provider_insecure'),
    private: new Refusal('access.refusal.provider_private'),
    redirected: new Refusal('access.refusal.provider_redirects'),
    too_much: new Refusal('access.refusal.sign_on_refused'),
  })[fault];
