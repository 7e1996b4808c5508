// Signing in and out, and where to go then.
import { get, send } from '../../platform/web/api.ts';
import type { Session } from '../../platform/web/session.ts';
import type { LoginPage } from '../contract.ts';
import type { FirstAdministrators } from '../contract-accounts.ts';

export const sessionKey = ['session'] as const;
export const loginKey = ['login'] as const;

export function session(): Promise<Session> {
  return get<Session>('/api/access/session');
}

export function loginPage(): Promise<LoginPage> {
  return get<LoginPage>('/public/api/access/login');
}

export function signIn(name: string, password: string): Promise<Session> {
  return send<Session>('POST', '/public/api/access/sessions', { name, password });
}

export function signOut(): Promise<void> {
  return send<void>('DELETE', '/api/access/sessions/current');
}

export function createFirstAdministrator(three: {
  name: string;
  password: string;
  security: string;
  audit: string;
}): Promise<FirstAdministrators> {
  return send('POST', '/public/api/access/first-administrator', three);
}

/** Where to go after signing in: only to a page of our own, never back to signing in. */
export function returnTo(wanted: string | undefined): string {
  if (!wanted || !/^\/(?![/\\])/.test(wanted) || wanted.startsWith('/login')) return '/';
  return wanted;
}
