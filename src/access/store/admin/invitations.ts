/** Links with which somebody sets a password, once. Only the SHA-256 of what stands in the link is kept. */
import { randomBytes } from 'node:crypto';
import type { Client, Pool } from '../../../platform/db/pool.ts';
import { newId } from '../../../platform/new-id.ts';
import type { InvitationRow, Invited } from '../../contract-accounts.ts';
import { sha256 } from '../caller.ts';
import { homeColumns, homeJoins } from './account-columns.ts';
import { cursorParts, idCursor, paged, type Rows } from './list-accounts.ts';

/** Makes a link for each account; earlier ones are void. @returns what is told once */
export async function invite(
  client: Client,
  accounts: readonly string[],
  { hours, by, resets = false }: { hours: number; by: string | null; resets?: boolean },
): Promise<Invited['rows']> {
  const made = accounts.map((account) => {
    const token = randomBytes(32).toString('base64url');
    return { id: newId(), account, token, hash: sha256(token) };
  });
  await client.query({
    name: 'void-earlier-invitations',
    text: `update access.invitation set revoked_at = now(), revoked_by = $2
           where account_id = any ($1) and used_at is null and revoked_at is null`,
    values: [accounts, by],
  });
  const { rows } = await client.query<Omit<Invited['rows'][number], 'token'>>({
    name: 'invite',
    text: `
      with made as (
        insert into access.invitation (id, token_hash, account_id, made_by, resets, expires_at)
        select w.id, w.hash, w.account, $4, $5, now() + make_interval(hours => $6)
        from unnest($1::uuid[], $2::bytea[], $3::uuid[]) w (id, hash, account)
        returning account_id, expires_at
      )
      select a.id as account, a.name, a.display_name as "displayName", a.role, home.name as "homeName",
        m.expires_at as "expiresAt"
      from made m join access.account a on a.id = m.account_id ${homeJoins('a.home_key')}
      order by a.home_key, a.name collate "C"`,
    values: [made.map((m) => m.id), made.map((m) => m.hash), accounts, by, resets, hours],
  });
  const tokens = new Map(made.map(({ account, token }) => [account, token]));
  return rows.map((row) => ({ ...row, token: tokens.get(row.account) ?? '' }));
}

/** Takes the password of an account away and ends its sessions; it is kept among the earlier ones. */
export async function takePassword(client: Client, account: string, by: string): Promise<void> {
  await client.query({
    name: 'take-password',
    text: `
      with filed as (
        insert into access.password_history (account_id, set_at, password_hash)
        select id, password_set_at, password_hash from access.account where id = $1 and password_hash is not null
        on conflict do nothing
      ), ended as (
        update access.session set ended_at = now(), ended_by = $2 where account_id = $1 and ended_at is null
      )
      update access.account set password_hash = null where id = $1`,
    values: [account, by],
  });
}

/** Links of a place and everything in it that were neither used nor taken back, the newest first. */
export async function invitationsOf(
  client: Client,
  place: { lo: string; hi: string },
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Rows<InvitationRow>> {
  const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
  const [id] = cursorParts(after, idCursor, [last]);
  const { rows } = await client.query<InvitationRow>({
    name: 'invitations-of',
    text: `
      select i.id, a.id as account, a.name, a.display_name as "displayName", a.role, ${homeColumns}, i.resets,
        i.made_at as "madeAt", i.expires_at as "expiresAt", i.expires_at <= now() as expired
      from access.invitation i join access.account a on a.id = i.account_id ${homeJoins('a.home_key')}
      where a.home_key between $1 and $2 and i.used_at is null and i.revoked_at is null and a.disabled_at is null
        and i.id < $3
      order by i.id desc limit $4`,
    values: [place.lo, place.hi, id, limit + 1],
  });
  return paged(rows, limit, (row) => row.id);
}

/** The account a link was made for; null where there is no such link. */
export async function accountOfInvitation(client: Client, id: string): Promise<string | null> {
  const { rows } = await client.query<{ account_id: string }>({
    name: 'account-of-invitation',
    text: 'select account_id from access.invitation where id = $1',
    values: [id],
  });
  return rows[0]?.account_id ?? null;
}

/** Takes a link back. @returns whether it was still open. */
export async function revoke(client: Client, id: string, by: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'revoke-invitation',
    text: `update access.invitation set revoked_at = now(), revoked_by = $2
           where id = $1 and used_at is null and revoked_at is null`,
    values: [id, by],
  });
  return rowCount === 1;
}

export interface OpenInvitation {
  id: string;
  account: string;
  name: string;
  display_name: string;
  home_key: string;
  resets: boolean;
  expires_at: string;
  granted: boolean;
}

/** The account a link is for; null when it was used, taken back or is too old, or the account is disabled. */
export async function invitationOf(
  on: Pool | Client,
  token: string,
): Promise<OpenInvitation | null> {
  const { rows } = await on.query<OpenInvitation>({
    name: 'invitation-of',
    text: `select i.id, a.id as account, a.name, a.display_name, a.home_key::text as home_key, i.resets, i.expires_at, a.granted_at is not null as granted
           from access.invitation i join access.account a on a.id = i.account_id
           where i.token_hash = $1 and i.used_at is null and i.revoked_at is null and i.expires_at > now()
             and a.disabled_at is null`,
    values: [sha256(token)],
  });
  return rows[0] ?? null;
}

/** Uses a link up. @returns false when another was quicker. */
export async function useUp(client: Client, id: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: 'use-invitation',
    text: `update access.invitation set used_at = now()
           where id = $1 and used_at is null and revoked_at is null and expires_at > now()`,
    values: [id],
  });
  return rowCount === 1;
}
