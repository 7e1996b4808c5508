/**
 * What a form of the public pages is handed out with: an id made here, and when, under a key. No cookie is needed: nobody is
 * signed in whose browser another site could use, and a form of another site has no ticket. The id names the complaint, so
 * sending the same form twice enters it once.
 */
import { timingSafeEqual } from 'node:crypto';
import { isUuid7 } from '../../kit/id.ts';
import type { Context } from '../../platform/http/endpoint.ts';

type Index = Pick<Context<unknown, unknown, unknown>['secrets'], 'index' | 'indexes'>;

/** How long somebody may take to write. */
const goodMs = 24 * 3_600_000;
const kind = 'disclosure_ticket';

export const ticketFor = (secrets: Pick<Index, 'index'>, id: string, now: number): string =>
  `${id}.${now}.${secrets.index(kind, `${id}.${now}`).toString('hex').slice(0, 40)}`;

/** The id of a ticket of ours that is still good; null of any other. */
export function idOf(secrets: Pick<Index, 'indexes'>, ticket: string, now: number): string | null {
  const [id = '', at = '', sum = '', ...more] = ticket.split('.');
  if (more.length > 0 || !isUuid7(id) || !/^\d{13}$/.test(at)) return null;
  const age = now - Number(at);
  if (age < 0 || age > goodMs) return null;
  const given = Buffer.from(sum);
  const ours = secrets
    .indexes(kind, `${id}.${at}`)
    .map((one) => Buffer.from(one.toString('hex').slice(0, 40)));
  return ours.some((one) => one.length === given.length && timingSafeEqual(one, given)) ? id : null;
}

/** Signs that are not mistaken for one another when they are written down. */
const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** The query code of a complaint: 60 bits that follow from its id under the key, so that it need not be kept. */
export function codeFor(secrets: Pick<Index, 'index'>, id: string): string {
  const bytes = [...secrets.index('disclosure_code', id).subarray(0, 12)];
  const text = bytes.map((byte) => signs[byte % 32]).join('');
  return text.replace(/.{4}(?!$)/g, '$&-');
}

/** As it is compared, however it was typed. */
export const plainCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
