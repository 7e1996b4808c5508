/** Opening a session for somebody who has shown who they are, however they did. */

import type { Client, Db } from '../../platform/db/pool.ts';
import type { Session } from '../contract.ts';
import { daysOfDevice, deviceCookie } from '../cookies.ts';
import type { Policy } from '../rules/policy.ts';
import { callerOf } from '../store/caller.ts';
import { rememberDevice } from '../store/locks.ts';
import { factorOf } from '../store/own/second-factor.ts';
import { sessionOf } from '../store/session-view.ts';
import { endSessionOf, openSession } from '../store/sessions.ts';

export interface Entering {
  db: Db;
  client: Client;
  from: { address: string; agent: string };
  /** The session cookie that came along. */
  token: string | undefined;
  setToken(token: string): void;
  setCookie(name: string, value: string, days: number): void;
}

/** How somebody showed who they are. */
export type How =
  | { by: 'password'; knownDevice: boolean }
  | { by: 'invitation' }
  /** Whether the provider says that it asked for two factors. */
  | { by: 'sign_on'; twoFactors: boolean };

export async function signedIn(
  entering: Entering,
  account: string,
  policy: Policy,
  how: How,
): Promise<Session> {
  const { db, from, token: earlier, setToken } = entering;
  // Its cookie is about to be replaced: nobody could end that session from this browser any more.
  if (earlier) await endSessionOf(db, earlier, account);
  // A browser that showed a password alone is not the owner's yet.
  const whole = how.by !== 'sign_on' && (await factorOf(db, account)).since === null;
  const token = await openSession(db, account, {
    from,
    hours: policy.sessionHours,
    signedBy: how.by,
    secondFactor: how.by === 'sign_on' && how.twoFactors,
    // What was shown elsewhere opens the pages; a weighty deed asks for a proof of ours.
    steppedUp: whole,
  });
  setToken(token);
  if (whole && !(how.by === 'password' && how.knownDevice)) await remember(entering, account);
  return sessionNow(entering.client, db, token);
}

/** Gives the browser the cookie by which the account knows it. */
export async function remember(
  { db, from, setCookie }: Pick<Entering, 'db' | 'from' | 'setCookie'>,
  account: string,
): Promise<void> {
  setCookie(deviceCookie, await rememberDevice(db, account, from.agent), daysOfDevice);
}

/** The session behind a token as it is this moment. */
export async function sessionNow(client: Client, db: Db, token: string): Promise<Session> {
  const known = await callerOf(client, token);
  if (!known) throw new Error('the session of a request must be known');
  return sessionOf(db, known.caller, known.today);
}
