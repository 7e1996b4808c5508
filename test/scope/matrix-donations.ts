/** How each endpoint of self-raised and donated money is asked about a town and what it holds. */
import { newId } from '../../src/platform/new-id.ts';
import { places } from '../places.ts';
import type { Row } from './row.ts';
import type { Holding } from './world.ts';

const holding = 'holding' as const;
const about = (url: string): Row => ({
  answers: holding,
  path: (at) => `${url}?place=${at.town}`,
});
const writing = (path: (at: Holding) => string, body?: (at: Holding) => unknown): Row => ({
  answers: holding,
  path: (at) => `/api/funds/${path(at)}`,
  ...(body ? { body } : {}),
});
const donor = { donorKind: 'organisation', donor: '慈善会' };
const receipt = () => ({ number: newId(), dated: '2022-07-01', amount: '1' });
/** A place elsewhere is named as what it is: nothing of it is told. */
const byRule = { everybody: 'a place out of reach is refused by a rule that tells nothing of it' };

export const donationMatrix: Record<string, Row> = {
  'GET /api/funds/donations': about('/api/funds/donations'),
  'GET /api/funds/pledges': about('/api/funds/pledges'),
  'GET /api/funds/donated-goods': about('/api/funds/donated-goods'),
  'GET /api/funds/pledges/:id': {
    answers: holding,
    path: (at) => `/api/funds/pledges/${at.pledge}`,
  },
  'POST /api/funds/pledges': {
    ...writing(
      () => 'pledges',
      (at) => ({
        ...{ place: at.town, ...donor, payer: 'donor', payerPlace: places.province },
        ...{ source: 'donation', amount: '1', pledgedOn: '2022-07-01' },
        ...{ document: null, purpose: null },
      }),
    ),
    answers: byRule,
  },
  'POST /api/funds/pledges/:id/receipts': writing((at) => `pledges/${at.pledge}/receipts`, receipt),
  'POST /api/funds/pledges/:id/grants': writing(
    (at) => `pledges/${at.pledge}/grants`,
    () => ({ ...receipt(), use: '路灯', purpose: '照明' }),
  ),
  'POST /api/funds/pledges/:id/designations': writing(
    (at) => `pledges/${at.pledge}/designations`,
    () => ({ purpose: '村道', consentedOn: '2022-07-01', consent: '同意函' }),
  ),
  'POST /api/funds/donated-goods': {
    ...writing(
      () => 'donated-goods',
      (at) => ({
        ...{ place: at.town, ...donor, goods: '路灯', quantity: '1盏', value: '1' },
        ...{ valuedBy: '发票', receivedOn: '2022-07-01', usedFor: '照明' },
      }),
    ),
    answers: byRule,
  },
  'POST /api/funds/donated-goods/:id/confirm': writing((at) => `donated-goods/${at.goods}/confirm`),
  'POST /api/funds/donated-goods/:id/discard': writing(
    (at) => `donated-goods/${at.goods}/discard`,
    () => ({ reason: '重复' }),
  ),
};
