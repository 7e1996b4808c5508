/** Sign-ons under way, and the links between subjects of providers and accounts. */
import { sql } from 'kysely';
import type { Db, Pool } from '../../../platform/db/pool.ts';
import { sha256 } from '../caller.ts';

export interface Attempt {
  provider: string;
  state: string;
  verifier: string;
  nonce: string;
  /** The cookie of the browser that began. */
  browser: string;
  redirectUri: string;
  returnTo: string;
  /** Who asked to be linked; null for a sign-in. */
  linkAccount: string | null;
}

/** Minutes a sign-on may take. */
const patience = 10;

export async function keepAttempt(db: Db, attempt: Attempt): Promise<void> {
  await db
    .deleteFrom('access.sign_on_attempt')
    .where('made_at', '<', sql<string>`now() - make_interval(mins => ${patience})`)
    .execute();
  await db
    .insertInto('access.sign_on_attempt')
    .values({
      state_hash: sha256(attempt.state),
      provider_id: attempt.provider,
      verifier: attempt.verifier,
      nonce: attempt.nonce,
      browser_hash: sha256(attempt.browser),
      redirect_uri: attempt.redirectUri,
      return_to: attempt.returnTo,
      link_account: attempt.linkAccount,
    })
    .execute();
}

/**
 * Takes a sign-on out of those under way, whatever comes of it: a state is good for one return.
 * @param browser the cookie of the browser that returns
 * @returns null when there is none, it took too long, or another browser began it
 */
export async function takeAttempt(pool: Pool, state: string, browser: string | undefined) {
  const { rows } = await pool.query<{
    provider: string;
    verifier: string;
    nonce: string;
    redirectUri: string;
    returnTo: string;
    linkAccount: string | null;
    fits: boolean;
  }>(
    `delete from access.sign_on_attempt where state_hash = $1
     returning provider_id as provider, verifier, nonce, redirect_uri as "redirectUri", return_to as "returnTo",
       link_account as "linkAccount",
       browser_hash = $2 and made_at > now() - make_interval(mins => $3) as fits`,
    [sha256(state), sha256(browser ?? ''), patience],
  );
  const [row] = rows;
  return row?.fits && browser ? row : null;
}

/** The account a subject signs in to, held until the transaction ends. */
export const accountOfSubject = (db: Db, provider: string, subject: string) =>
  db
    .selectFrom('access.identity as i')
    .innerJoin('access.account as a', 'a.id', 'i.account_id')
    .select(['a.id', 'a.name', 'a.role', 'a.disabled_at', 'a.granted_at'])
    .where('i.provider_id', '=', provider)
    .where('i.subject', '=', subject)
    .forUpdate('a')
    .executeTakeFirst();

/** @throws the constraints identity_pkey (the subject is linked) and identity_once (the account is) */
export async function link(
  db: Db,
  provider: string,
  subject: string,
  account: string,
): Promise<void> {
  await db
    .insertInto('access.identity')
    .values({ provider_id: provider, subject, account_id: account })
    .execute();
}

export async function unlink(db: Db, provider: string, account: string): Promise<void> {
  await db
    .deleteFrom('access.identity')
    .where('provider_id', '=', provider)
    .where('account_id', '=', account)
    .execute();
}

/** Providers an account may be linked to, and since when it is. */
export async function linksOf(db: Db, account: string) {
  return db
    .selectFrom('access.provider as p')
    .leftJoin('access.identity as i', (j) =>
      j.onRef('i.provider_id', '=', 'p.id').on('i.account_id', '=', account),
    )
    .select(['p.id as provider', 'p.name', 'p.enabled', 'i.linked_at as linkedAt'])
    .where((e) => e.or([e('p.enabled', '=', true), e('i.linked_at', 'is not', null)]))
    .orderBy('p.id')
    .execute();
}
