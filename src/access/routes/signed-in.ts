/** Opening a session for somebody who has shown who they are, however they did. */

import type { Client, Db } from '../../platform/db/pool.ts';
import type { Session } from '../contract.ts';
import { daysOfDevice, deviceCookie } from '../cookies.ts';
import type { Policy } from '../rules/policy.ts';
import { callerOf } from '../store/caller.ts';
import { rememberDevice } from '../store/locks.ts';
import { sessionOf } from '../store/session-view.ts';
import { openSession } from '../store/sessions.ts';

export interface Entering {
  db: Db;
  client: Client;
  from: { address: string; agent: string };
  setToken(token: string): void;
  setCookie(name: string, value: string, days: number): void;
}

export async function signedIn(
  { db, client, from, setToken, setCookie }: Entering,
  account: string,
  policy: Policy,
  signedBy: 'password' | 'sign_on' | 'invitation',
  knownDevice: boolean,
): Promise<Session> {
  const token = await openSession(db, account, { from, hours: policy.sessionHours, signedBy });
  setToken(token);
  if (!knownDevice) setCookie(deviceCookie, await rememberDevice(db, account), daysOfDevice);
  const known = await callerOf(client, token);
  if (!known) throw new Error('a session just opened must be known');
  return sessionOf(db, known.caller, known.today);
}
