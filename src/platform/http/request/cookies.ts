/** Our cookies: the one that carries the session's token, and those that outlive it. */
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Over TLS a name begins with __Host-: browsers then refuse it from any other host, without Secure, or for a part of
 * the site, so nobody can plant one (ASVS 5.0, 3.3.1 and 3.3.3).
 */
const nameFor = (request: FastifyRequest, name: string): string =>
  request.protocol === 'https' ? `__Host-${name}` : name;

const session = 'zz_session';

/** 32 random bytes in base64url; what has another form is no token, and nobody asks the database about it. */
const form = /^[\w-]{43}$/;

export function tokenOf(request: FastifyRequest): string | undefined {
  const token = cookieOf(request, session);
  return token !== undefined && form.test(token) ? token : undefined;
}

/** A cookie of ours beside the session's. */
export const cookieOf = (request: FastifyRequest, name: string): string | undefined =>
  request.cookies[nameFor(request, name)];

/** Gives the token to the browser; null takes it away. */
export function setToken(reply: FastifyReply, request: FastifyRequest, token: string | null): void {
  if (token === null) reply.clearCookie(nameFor(request, session), kept(request));
  else reply.setCookie(nameFor(request, session), token, kept(request));
}

/** Sets a cookie of ours for so many days. */
export function setCookie(
  reply: FastifyReply,
  request: FastifyRequest,
  name: string,
  value: string,
  days: number,
): void {
  reply.setCookie(nameFor(request, name), value, { ...kept(request), maxAge: days * 86_400 });
}

const kept = (request: FastifyRequest) =>
  ({
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  }) as const;
