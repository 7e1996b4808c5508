/**
 * Requests to a provider of single sign-on, and to nobody else: one host, https (http on this machine only), no
 * redirect, five seconds, one megabyte. The address is looked at when the connection is made, so that a name cannot
 * mean one machine when asked about and another when called.
 */
import { type LookupAddress, lookup } from 'node:dns';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { CustomFetch, CustomFetchOptions } from 'openid-client';
import { networkOf } from './addresses.ts';

export type Fault =
  | 'elsewhere'
  | 'insecure'
  | 'private'
  | 'redirected'
  | 'too_much'
  | 'unreachable';

/** Why a request to a provider was not made or not answered. */
export class GuardFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, cause?: unknown) {
    super(`sign-on: ${fault}`, { cause });
    this.name = 'GuardFault';
    this.fault = fault;
  }
}

const patienceMs = 5_000;
const mostBytes = 1_000_000;

/** @param allowPrivate whether the provider may lie in a network of the house */
export function guardedFetch(issuer: string, allowPrivate: boolean): CustomFetch {
  const home = new URL(issuer);
  return async (url, options) => {
    const target = new URL(url);
    if (target.origin !== home.origin) throw new GuardFault('elsewhere');
    const secure = target.protocol === 'https:';
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const mayMeet = (address: string): boolean => {
      const network = networkOf(address);
      if (network === 'loopback') return true;
      return secure && (network === 'public' || (network === 'private' && allowPrivate));
    };
    if (!secure && target.protocol !== 'http:') throw new GuardFault('insecure');
    if (isIP(host) && !mayMeet(host)) throw new GuardFault(secure ? 'private' : 'insecure');
    const message = await answered(target, options, guardedLookup(mayMeet, secure));
    const status = message.statusCode ?? 0;
    if (status >= 300 && status < 400) {
      message.destroy();
      throw new GuardFault('redirected');
    }
    const body = await whole(message);
    const headers = Object.entries(message.headers).map(([name, value]): [string, string] => [
      name,
      [value ?? ''].flat().join(', '),
    ]);
    return new Response(status === 204 ? null : new Uint8Array(body), { status, headers });
  };
}

const guardedLookup =
  (mayMeet: (address: string) => boolean, secure: boolean): LookupFunction =>
  (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[] = []) => {
      const fault = found.every(({ address }) => mayMeet(address))
        ? null
        : new GuardFault(secure ? 'private' : 'insecure');
      const [first] = found;
      if (error || fault || !first) return done(error ?? fault, '', 0);
      if (options.all) return done(null, found);
      return done(null, first.address, first.family);
    });

function answered(
  target: URL,
  { method, headers, body, signal }: CustomFetchOptions,
  guard: LookupFunction,
): Promise<IncomingMessage> {
  const patience = AbortSignal.timeout(patienceMs);
  const send = target.protocol === 'https:' ? overHttps : overHttp;
  return new Promise((resolve, reject) => {
    const asked = send(target, {
      method,
      headers,
      lookup: guard,
      agent: false,
      signal: signal ? AbortSignal.any([signal, patience]) : patience,
    });
    asked.once('response', resolve);
    asked.once('error', (error) =>
      reject(error instanceof GuardFault ? error : new GuardFault('unreachable', error)),
    );
    asked.end(body instanceof URLSearchParams ? body.toString() : (body as string | undefined)); // openid-client sends one of these
  });
}

async function whole(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of message as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > mostBytes) throw new GuardFault('too_much');
      parts.push(part);
    }
  } catch (error) {
    throw error instanceof GuardFault ? error : new GuardFault('unreachable', error);
  }
  return Buffer.concat(parts);
}
