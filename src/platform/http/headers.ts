/** What every answer tells the browser it may do with it: OWASP ASVS 5.0, V3.2 to V3.5. */
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer of the API is no document: nothing in it may load, run, be framed or sent anywhere. */
const noDocument =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** No page of the product asks for any of these, so no script that got in may. */
const noDevices = [
  'accelerometer',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'usb',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Not 'no-referrer': browsers would then send `Origin: null` with our own writes.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': noDevices,
};

/** One year, the host's own subdomains included: the longest the standard asks for. */
const onlyOverTls = 'max-age=31536000; includeSubDomains';

/** Sets what is missing: a content policy or a cache rule that a page set itself stays. */
export function setHeaders(request: FastifyRequest, reply: FastifyReply): void {
  reply.headers(always).header('x-request-id', request.id);
  if (!reply.hasHeader('content-security-policy'))
    reply.header('content-security-policy', noDocument);
  if (request.protocol === 'https') reply.header('strict-transport-security', onlyOverTls);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
}
