// Leaving for a provider of single sign-on and coming back.
import { send } from '../../../platform/web/api.ts';
import type { Returned, SignOnAddress } from '../../contract-sign-in.ts';

const entering = '/public/api/access/sign-ons';
const linking = '/api/access/own/sign-ons';

/** Leaves the page; does not come back from it. */
export const beginSignOn = (provider: string, returnTo: string) =>
  leave(entering, provider, returnTo);
export const beginLink = (provider: string, returnTo: string) => leave(linking, provider, returnTo);

async function leave(path: string, provider: string, returnTo: string): Promise<void> {
  const { origin } = window.location;
  const { url } = await send<SignOnAddress>('POST', path, { provider, returnTo, origin });
  window.location.assign(url);
}

/**
 * Hands on what the provider put into the address. The page asks from here, because the cookies of this site do not
 * come with a navigation from another one.
 */
export function endSignOn(search: Record<string, string | undefined>): Promise<Returned> {
  const { code = '', state = '', iss } = search;
  const path = state.startsWith('link.') ? linking : entering;
  return send<Returned>('POST', `${path}/return`, { code, state, ...(iss ? { iss } : {}) });
}
