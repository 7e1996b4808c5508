/** Writes come from the product's own pages, or from programs that are no browser: never from another site. */
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../problem.ts';

/**
 * What a browser says of where a request comes from cannot be set by a page's script. A program says nothing,
 * and has no cookie of somebody else to lend.
 * @throws Refusal 403 when it comes from elsewhere
 */
export async function fromOwnPage(request: FastifyRequest): Promise<void> {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const foreign =
    (site !== undefined && site !== 'same-origin') ||
    (origin !== undefined && !isOwn(origin, request));
  if (foreign) throw new Refusal('platform.refusal.foreign_page', {}, 403);
}

/** The browser's Host, never X-Forwarded-Host, which a proxy passes on as the sender wrote it. */
function isOwn(origin: string, request: FastifyRequest): boolean {
  const { host } = request.headers;
  if (host === undefined || !URL.canParse(origin)) return false;
  const own = new URL(origin);
  if (!/^https?:$/.test(own.protocol)) return false;
  if (request.protocol === 'https' && own.protocol !== 'https:') return false;
  // Behind a proxy that ends TLS unannounced the scheme is not known here; the host is.
  const asked = `${own.protocol}//${host}`;
  return URL.canParse(asked) && new URL(asked).host === own.host;
}
