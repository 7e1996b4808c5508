/** Self-raised and donated money: pledges, their receipts and grants; goods given at value. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import { IdParams, PageQuery } from '../../teams/contract-values.ts';
import {
  ChangeDesignation,
  Donations,
  DonationsQuery,
  DonationWritten,
  GoodsRows,
  PledgeBookings,
  PledgePage,
  PledgeQuery,
  PledgeRows,
  RegisterGoods,
  RegisterGrant,
  RegisterPledge,
  RegisterReceipt,
} from '../contract-donations.ts';
import { PaperWritten, ReasonBody } from '../contract-papers.ts';
import { decideGoods, goodsOf, registerGoods } from '../store/donations/goods.ts';
import {
  bookingsOf,
  donationsOf,
  pledgeFor,
  pledgePage,
  pledgesOf,
} from '../store/donations/pledge.ts';
import { changeDesignation, draftBooking, registerPledge } from '../store/donations/write.ts';

const read = { method: 'GET', permission: 'funds.read' } as const;
const register = {
  method: 'POST',
  permission: 'funds.register',
  constraints: {
    pledge_pkey: 'funds.refusal.id_taken',
    donated_goods_pkey: 'funds.refusal.id_taken',
    paper_pkey: 'funds.refusal.id_taken',
    paper_number: 'funds.refusal.number_taken',
  },
} as const;

export const donationRoutes: Endpoint[] = [
  endpoint({
    ...read,
    url: '/api/funds/donations',
    summary: {
      zh: '自筹和捐赠合计，按捐赠方列出',
      en: 'Self-raised and donated money and goods, in all and by donor',
    },
    query: DonationsQuery,
    reply: { 200: Donations },
    handle: async ({ client, caller, query }) =>
      donationsOf(client, caller, await placeFor(client, caller, query.place)),
  }),
  endpoint({
    ...read,
    url: '/api/funds/pledges',
    summary: { zh: '认捐', en: 'Pledges' },
    query: PledgeQuery,
    reply: { 200: PledgeRows },
    handle: async ({ client, caller, query }) =>
      pledgesOf(client, caller, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    ...read,
    url: '/api/funds/pledges/:id',
    summary: { zh: '一笔认捐', en: 'One pledge' },
    params: IdParams,
    reply: { 200: PledgePage },
    handle: async ({ client, caller, params }) =>
      pledgePage(client, caller, await pledgeFor(client, caller, params.id)),
  }),
  endpoint({
    ...read,
    url: '/api/funds/pledges/:id/bookings',
    summary: { zh: '一笔认捐的到账和拨用', en: 'Receipts and grants of a pledge' },
    params: IdParams,
    query: PageQuery,
    reply: { 200: PledgeBookings },
    handle: async ({ client, caller, params, query }) =>
      bookingsOf(client, caller, await pledgeFor(client, caller, params.id), query),
  }),
  endpoint({
    ...register,
    url: '/api/funds/pledges',
    summary: { zh: '登记认捐', en: 'Register a pledge' },
    body: RegisterPledge,
    reply: { 201: DonationWritten },
    handle: async ({ client, caller, id, body, today, note }) => {
      await registerPledge(client, caller, id, body, today);
      const { donor, ...after } = body;
      // A person's name stays out of the audit as it stays out of the books.
      note({
        object: `pledge ${id}`,
        place: body.place,
        after: body.donorKind === 'person' ? after : { ...after, donor },
      });
      return { id };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/pledges/:id/receipts',
    summary: { zh: '登记到账', en: 'Register a receipt of a pledge' },
    params: IdParams,
    body: RegisterReceipt,
    reply: { 201: PaperWritten },
    handle: async ({ client, caller, id, params, body, note }) => {
      const pledge = await pledgeFor(client, caller, params.id, 'held');
      await draftBooking(client, caller, id, pledge, body);
      note({ object: `paper ${id}`, place: caller.seat, after: { ...body, pledge: pledge.id } });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/pledges/:id/grants',
    summary: { zh: '登记拨用', en: 'Register a grant of a pledge to a use' },
    params: IdParams,
    body: RegisterGrant,
    reply: { 201: PaperWritten },
    handle: async ({ client, caller, id, params, body, note }) => {
      const pledge = await pledgeFor(client, caller, params.id, 'held');
      await draftBooking(client, caller, id, pledge, body);
      note({ object: `paper ${id}`, place: caller.seat, after: { ...body, pledge: pledge.id } });
      return { id, state: 'drafted' as const };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/pledges/:id/designations',
    summary: {
      zh: '变更捐赠意向（须捐赠方同意）',
      en: 'Change what a pledge is for, as its donor consented',
    },
    params: IdParams,
    body: ChangeDesignation,
    reply: { 200: DonationWritten },
    handle: async ({ client, caller, params, body, today, note }) => {
      const pledge = await pledgeFor(client, caller, params.id, 'held');
      await changeDesignation(client, caller, pledge, body, today);
      note({
        ...{ object: `pledge ${pledge.id}`, place: pledge.place },
        ...{ before: { purpose: pledge.purpose }, after: body },
      });
      return { id: pledge.id };
    },
  }),
  endpoint({
    ...read,
    url: '/api/funds/donated-goods',
    summary: { zh: '捐物折价', en: 'Goods given, at value' },
    query: PledgeQuery,
    reply: { 200: GoodsRows },
    handle: async ({ client, caller, query }) =>
      goodsOf(client, caller, await placeFor(client, caller, query.place), query),
  }),
  endpoint({
    ...register,
    url: '/api/funds/donated-goods',
    summary: { zh: '登记捐物', en: 'Register goods given' },
    body: RegisterGoods,
    reply: { 201: DonationWritten },
    handle: async ({ client, caller, id, body, today, note }) => {
      await registerGoods(client, caller, id, body, today);
      const { donor, ...after } = body;
      note({
        object: `donated_goods ${id}`,
        place: body.place,
        after: body.donorKind === 'person' ? after : { ...after, donor },
      });
      return { id };
    },
  }),
  endpoint({
    ...register,
    permission: 'funds.check',
    url: '/api/funds/donated-goods/:id/confirm',
    summary: { zh: '确认捐物', en: 'Confirm goods given' },
    params: IdParams,
    reply: { 200: DonationWritten },
    handle: async ({ client, caller, params, note }) => {
      const { place } = await decideGoods(client, caller, params.id, null);
      note({ object: `donated_goods ${params.id}`, place, after: { state: 'confirmed' } });
      return { id: params.id };
    },
  }),
  endpoint({
    ...register,
    url: '/api/funds/donated-goods/:id/discard',
    summary: { zh: '作废捐物登记', en: 'Discard goods registered' },
    params: IdParams,
    body: ReasonBody,
    reply: { 200: DonationWritten },
    handle: async ({ client, caller, params, body, note }) => {
      const { place } = await decideGoods(client, caller, params.id, body.reason.trim());
      note({ object: `donated_goods ${params.id}`, place, after: { state: 'discarded', ...body } });
      return { id: params.id };
    },
  }),
];
