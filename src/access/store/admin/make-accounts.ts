/** Accounts made and changed; each time role and place are asked for anew. */
import type { Client } from '../../../platform/db/pool.ts';
import { newId } from '../../../platform/new-id.ts';
import type { RoleName } from '../../roles.ts';
import type { KnownAccount } from './account-in-reach.ts';

export interface Made {
  id: string;
  name: string;
  displayName: string;
  role: RoleName;
  home: string;
  person: string | null;
  organisation: string | null;
}

/** Adds accounts without password and without rights, and asks for their rights. */
export async function makeAccounts(
  client: Client,
  accounts: readonly Made[],
  by: string,
): Promise<void> {
  const requests = accounts.map(() => newId()).sort(); // listed in this order
  const column = <T>(of: (one: Made) => T) => accounts.map(of);
  await client.query({
    name: 'make-accounts',
    text: `
      with made as (
        insert into access.account (id, name, display_name, role, home_key, person_id, organisation_id, created_by)
        select w.id, w.name, w.display_name, w.role, w.home_key, w.person_id, w.organisation_id, $9
        from unnest($1::uuid[], $2::text[], $3::text[], $4::access.role[], $5::bigint[], $6::uuid[], $7::uuid[])
          w (id, name, display_name, role, home_key, person_id, organisation_id)
        returning id, role, home_key
      )
      insert into access.grant_request (id, account_id, kind, role, home_key, asked_by)
      select r.id, m.id, 'new', m.role, m.home_key, $9 from made m
      join unnest($1::uuid[], $8::uuid[]) r (account_id, id) on r.account_id = m.id`,
    values: [
      ...[column((a) => a.id), column((a) => a.name), column((a) => a.displayName)],
      ...[column((a) => a.role), column((a) => a.home), column((a) => a.person)],
      ...[column((a) => a.organisation), requests, by],
    ],
  });
}

export interface Rights {
  role: RoleName;
  home: string;
  person: string | null;
  organisation: string | null;
}

/** Gives an account other rights, which hold once they are confirmed; until then it has none and no session. */
export async function changeRights(
  client: Client,
  before: KnownAccount,
  rights: Rights,
  by: string,
): Promise<void> {
  await client.query({
    name: 'change-rights',
    text: `update access.account set role = $2, home_key = $3, person_id = $4, organisation_id = $5,
             granted_at = null, granted_by = null where id = $1`,
    values: [before.id, rights.role, rights.home, rights.person, rights.organisation],
  });
  await askAgain(client, before, 'change', rights, by);
}

/** Takes away the right to sign in, at once: sessions end, invitations and requests are void. */
export async function disable(
  client: Client,
  account: string,
  why: 'left' | 'unused' | 'misused' | 'other',
  by: string,
): Promise<void> {
  await client.query({
    name: 'disable-account',
    text: 'update access.account set disabled_at = now(), disabled_why = $2 where id = $1',
    values: [account, why],
  });
  await endAll(client, account, by);
  await withdraw(client, account, by);
  await client.query({
    name: 'void-invitations',
    text: `update access.invitation set revoked_at = now(), revoked_by = $2
           where account_id = $1 and used_at is null and revoked_at is null`,
    values: [account, by],
  });
}

/** Lets an account in again, once its rights are confirmed anew. */
export async function enable(client: Client, before: KnownAccount, by: string): Promise<void> {
  await client.query({
    name: 'enable-account',
    text: `update access.account set disabled_at = null, disabled_why = null, granted_at = null, granted_by = null
           where id = $1`,
    values: [before.id],
  });
  const same = { role: before.role, home: before.home_key };
  await askAgain(client, before, 'enable', same, by);
}

export async function rename(client: Client, account: string, displayName: string): Promise<void> {
  await client.query('update access.account set display_name = $2 where id = $1', [
    account,
    displayName,
  ]);
}

async function askAgain(
  client: Client,
  before: KnownAccount,
  kind: 'change' | 'enable',
  { role, home }: Pick<Rights, 'role' | 'home'>,
  by: string,
): Promise<void> {
  await endAll(client, before.id, by);
  await withdraw(client, before.id, by);
  const changed = kind === 'change';
  await client.query({
    name: 'ask-for-grant',
    text: `insert into access.grant_request (id, account_id, kind, role, home_key, role_before, home_before, asked_by)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      ...[newId(), before.id, kind, role, home],
      ...[changed ? before.role : null, changed ? before.home_key : null, by],
    ],
  });
}

const withdraw = (client: Client, account: string, by: string) =>
  client.query({
    name: 'withdraw-requests',
    text: `update access.grant_request set state = 'withdrawn', decided_at = now(), decided_by = $2
           where account_id = $1 and state = 'waiting'`,
    values: [account, by],
  });

/** Sessions, and the wider scopes taken with the rights that end. */
async function endAll(client: Client, account: string, by: string): Promise<void> {
  for (const [what, table] of [
    ['sessions', 'access.session'],
    ['emergencies', 'access.emergency'],
  ])
    await client.query({
      name: `end-all-${what}`,
      text: `update ${table} set ended_at = now(), ended_by = $2 where account_id = $1 and ended_at is null`,
      values: [account, by],
    });
}
