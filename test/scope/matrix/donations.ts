/** How each endpoint of donated money, of the year and of the books as a whole is asked about a town and what it holds. */
import { newId } from '../../../src/platform/new-id.ts';
import { places } from '../../places.ts';
import { about, countyOf, holding } from '../asking.ts';
import type { Row } from '../row.ts';
import type { Holding } from '../world.ts';

const writing = (path: (at: Holding) => string, body?: (at: Holding) => unknown): Row => ({
  answers: holding,
  path: (at) => `/api/funds/${path(at)}`,
  ...(body ? { body } : {}),
});
const donor = { donorKind: 'organisation', donor: '慈善会' };
const receipt = () => ({ number: newId(), dated: '2022-07-01', amount: '1' });
/** A place elsewhere is named as what it is: nothing of it is told. */
const byRule = { everybody: 'a place out of reach is refused by a rule that tells nothing of it' };

const seen = () => ({ seen: '2022-07-01T00:00:00.000000Z' });
const budgetYear = (url: string, more = ''): Row => ({
  answers: holding,
  path: (at) => `${url}?place=${at.town}&year=2022${more}`,
});
const onCarryOver = (verb: string, body: () => unknown) =>
  writing((at) => `carry-overs/${at.carryOver}/${verb}`, body);

export const donationMatrix: Record<string, Row> = {
  'GET /api/funds/donations': about('/api/funds/donations'),
  'GET /api/funds/pledges': about('/api/funds/pledges'),
  'GET /api/funds/donated-goods': about('/api/funds/donated-goods'),
  'GET /api/funds/pledges/:id/bookings': {
    answers: holding,
    path: (at) => `/api/funds/pledges/${at.pledge}/bookings`,
    nameless: 'nothing of the pledge arrived yet',
  },
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
  'GET /api/funds/carry-overs': {
    answers: holding,
    path: (at) => `/api/funds/carry-overs?place=${countyOf(at)}`,
  },
  'GET /api/funds/carry-overs/:id': {
    answers: holding,
    path: (at) => `/api/funds/carry-overs/${at.carryOver}`,
  },
  'POST /api/funds/carry-overs': {
    ...writing(
      () => 'carry-overs',
      () => ({ year: 2021, document: '年终办法' }),
    ),
    answers: { everybody: 'drafted for the own office alone, from its own ledger' },
  },
  'POST /api/funds/carry-overs/:id/amend': onCarryOver('amend', seen),
  'POST /api/funds/carry-overs/:id/submit': onCarryOver('submit', seen),
  'POST /api/funds/carry-overs/:id/approve': onCarryOver('approve', seen),
  'POST /api/funds/carry-overs/:id/withdraw': onCarryOver('withdraw', () => ({ reason: '更正' })),
  'POST /api/funds/carry-overs/:id/discard': onCarryOver('discard', () => ({ reason: '更正' })),
  'POST /api/funds/carry-overs/:id/return': onCarryOver('return', () => ({ reason: '更正' })),
  'GET /api/funds/execution': budgetYear('/api/funds/execution'),
  'GET /api/funds/execution/places': {
    answers: holding,
    path: (at) => `/api/funds/execution/places?place=${countyOf(at)}&year=2022&month=2022-06`,
  },
  'GET /api/funds/execution.csv': budgetYear('/api/funds/execution.csv'),
  'GET /api/funds/remittances': {
    ...about('/api/funds/remittances'),
    nameless: 'the town remits nothing to places of others',
  },
  'GET /api/funds/checks': about('/api/funds/checks'),
  'POST /api/funds/checks': writing(
    () => 'checks',
    (at) => ({ place: countyOf(at) }),
  ),
  'GET /api/funds/balances': {
    answers: holding,
    path: (at) => `/api/funds/balances?place=${countyOf(at)}`,
    nameless: 'sums of accounts by kind',
  },
  'GET /api/funds/factor-batches': about('/api/funds/factor-batches'),
  'POST /api/funds/factor-batches/:id/approve': writing(
    (at) => `factor-batches/${at.factorBatch}/approve`,
  ),
  'POST /api/funds/factor-batches/:id/discard': writing(
    (at) => `factor-batches/${at.factorBatch}/discard`,
  ),
};
