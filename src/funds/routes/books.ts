/** Proof of the books and the statement of accounts. */
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts';
import { placeFor } from '../../regions/in-scope.ts';
import {
  Balances,
  BalancesQuery,
  CheckRan,
  Checks,
  ChecksQuery,
  RunCheck,
} from '../contract-books.ts';
import { balancesOf } from '../store/books/balances.ts';
import { checksOf, runCheck } from '../store/books/checks.ts';

export const bookRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    permission: 'funds.read',
    url: '/api/funds/checks',
    summary: { zh: '平衡校验的最近结果', en: 'What the last proof of the books found' },
    query: ChecksQuery,
    reply: { 200: Checks },
    handle: async ({ client, caller, query }) =>
      checksOf(client, caller, await placeFor(client, caller, query.place)),
  }),
  endpoint({
    method: 'POST',
    permission: 'funds.check',
    cost: 5,
    url: '/api/funds/checks',
    summary: { zh: '立即做平衡校验', en: 'Prove the books now' },
    body: RunCheck,
    reply: { 201: CheckRan },
    constraints: { check_run_pkey: 'funds.refusal.id_taken' },
    handle: async ({ client, caller, id, body, note }) => {
      const place = await placeFor(client, caller, body.place);
      const broken = await runCheck(client, caller, id, place);
      note({ object: `check_run ${id}`, place: place.key, after: { broken } });
      return { id, broken };
    },
  }),
  endpoint({
    method: 'GET',
    permission: 'funds.read',
    cost: 3,
    url: '/api/funds/balances',
    summary: {
      zh: '科目余额：借方、贷方、余额',
      en: 'Statement of accounts: debit, credit, balance',
    },
    query: BalancesQuery,
    reply: { 200: Balances },
    handle: async ({ client, caller, query }) =>
      balancesOf(client, await placeFor(client, caller, query.place), query),
  }),
];
