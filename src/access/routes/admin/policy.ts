/** The security policy: read by everybody signed in, set by security administrators. */
import { type Endpoint, endpoint, Refusal } from '../../../platform/http/endpoint.ts';
import * as contract from '../../contract-accounts.ts';
import { apartFrom, outOfBounds } from '../../rules/policy-bounds.ts';
import { isOfAll } from '../../store/of-all.ts';
import { keepPolicy, policiesSet, policyNow, policySeen, written } from '../../store/policy.ts';

export const policyRoutes: Endpoint[] = [
  endpoint({
    method: 'GET',
    url: '/api/access/policy',
    permission: 'signed_in',
    owing: true,
    summary: { zh: '现行安全策略', en: 'The security policy in force' },
    reply: { 200: contract.PolicyPage },
    handle: async ({ db }) => ({
      policy: written(await policyNow(db)),
      since: await policySeen(db),
    }),
  }),
  endpoint({
    method: 'GET',
    url: '/api/access/policies',
    permission: 'signed_in',
    summary: {
      zh: '安全策略的变更经过，新的在前',
      en: 'What the policy was, when and by whom it was set, the newest first',
    },
    reply: { 200: contract.PolicyChanges },
    handle: async ({ db }) => ({ rows: await policiesSet(db) }),
  }),
  endpoint({
    method: 'POST',
    url: '/api/access/policies',
    permission: 'access.settings',
    stepUp: true,
    summary: { zh: '修改安全策略，立即生效', en: 'Set the security policy; it holds at once' },
    body: contract.SetPolicy,
    reply: { 200: contract.PolicyPage },
    handle: async ({ db, client, caller, body, note }) => {
      note({ object: 'policy' });
      if (!(await isOfAll(client, caller))) throw new Refusal('access.refusal.policy_above');
      await client.query('select pg_advisory_xact_lock(7223)');
      if ((await policySeen(db)) !== body.seen)
        throw new Refusal('access.refusal.policy_changed', {}, 409);
      if (outOfBounds(body.policy).length > 0) throw new Refusal('access.refusal.policy_bounds');
      const before = await policyNow(db);
      const [was, will] = [apartFrom(before), apartFrom(body.policy)];
      if (JSON.stringify(was) === JSON.stringify(will))
        throw new Refusal('access.refusal.nothing_changes');
      await keepPolicy(db, will, caller.account);
      note({ before: was, after: will });
      return { policy: written(await policyNow(db)), since: await policySeen(db) };
    },
  }),
];
