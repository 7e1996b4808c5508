/** The cookie that carries the session's token. */
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * Over TLS the name begins with __Host-: browsers then refuse it from any other host, without Secure, or for
 * a part of the site, so nobody can plant one (ASVS 5.0, 3.3.1 and 3.3.3).
 */
const nameFor = (request: FastifyRequest): string =>
  request.protocol === 'https' ? '__Host-zz_session' : 'zz_session';

/** 32 random bytes in base64url; what has another form is no token, and nobody asks the database about it. */
const form = /^[\w-]{43}$/;

export function tokenOf(request: FastifyRequest): string | undefined {
  const token = request.cookies[nameFor(request)];
  return token !== undefined && form.test(token) ? token : undefined;
}

/** Gives the token to the browser; null takes it away. */
export function setToken(reply: FastifyReply, request: FastifyRequest, token: string | null): void {
  const kept = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  if (token === null) reply.clearCookie(nameFor(request), kept);
  else reply.setCookie(nameFor(request), token, kept);
}
