/** Providers of single sign-on, and which account a subject of theirs signs in to. */
import type { Db } from '../../../platform/db/pool.ts';
import { placeOf, type Sealed } from '../../../platform/secrets/envelope.ts';

const placeOfSecret = (id: string): string => placeOf('access.provider', id, 'client_secret');

export async function providers(db: Db) {
  const rows = await db
    .selectFrom('access.provider as p')
    .select((e) => [
      'p.id',
      'p.name',
      'p.issuer',
      'p.client_id',
      'p.client_secret',
      'p.enabled',
      'p.acr',
      'p.amr',
      e
        .selectFrom('access.identity as i')
        .select((c) => c.fn.countAll<string>().as('count'))
        .whereRef('i.provider_id', '=', 'p.id')
        .as('linked'),
    ])
    .orderBy('p.id')
    .execute();
  return rows.map((p) => ({
    id: p.id,
    name: p.name,
    issuer: p.issuer,
    clientId: p.client_id,
    hasSecret: p.client_secret !== null,
    enabled: p.enabled,
    acr: p.acr,
    amr: p.amr,
    linked: Number(p.linked),
  }));
}

/** What is needed to speak with a provider; null where it is unknown or switched off. */
export async function providerToAsk(db: Db, sealed: Sealed, id: string) {
  const row = await db
    .selectFrom('access.provider')
    .select(['issuer', 'client_id', 'client_secret', 'acr', 'amr', 'recorded_at'])
    .where('id', '=', id)
    .where('enabled', '=', true)
    .executeTakeFirst();
  if (!row) return null;
  const secret = row.client_secret && sealed.open(row.client_secret, placeOfSecret(id));
  return {
    issuer: row.issuer,
    clientId: row.client_id,
    clientSecret: secret,
    acr: row.acr,
    amr: row.amr,
    version: row.recorded_at,
  };
}

export interface NewProvider {
  id: string;
  name: string;
  issuer: string;
  clientId: string;
  clientSecret: string | null;
  acr: string[];
  amr: string[];
}

export async function addProvider(
  db: Db,
  sealed: Sealed,
  { id, name, issuer, clientId, clientSecret, acr, amr }: NewProvider,
  by: string,
): Promise<void> {
  await db
    .insertInto('access.provider')
    .values({
      id,
      name,
      issuer,
      client_id: clientId,
      acr,
      amr,
      client_secret: clientSecret === null ? null : sealed.seal(clientSecret, placeOfSecret(id)),
      recorded_by: by,
    })
    .execute();
}

/** @param change a client secret of null keeps the one there is; @returns false when there is no such provider */
export async function changeProvider(
  db: Db,
  sealed: Sealed,
  id: string,
  change: Omit<NewProvider, 'id' | 'issuer'> & { enabled: boolean },
  by: string,
): Promise<boolean> {
  const secret = change.clientSecret;
  const { numUpdatedRows } = await db
    .updateTable('access.provider')
    .set({
      name: change.name,
      client_id: change.clientId,
      enabled: change.enabled,
      acr: change.acr,
      amr: change.amr,
      recorded_at: new Date(),
      recorded_by: by,
      ...(secret === null ? {} : { client_secret: sealed.seal(secret, placeOfSecret(id)) }),
    })
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends what was opened by a provider that is switched off. */
export async function endSessionsOf(db: Db, provider: string, by: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('access.session')
    .set({ ended_at: new Date(), ended_by: by })
    .where('ended_at', 'is', null)
    .where('signed_by', '=', 'sign_on')
    .where('account_id', 'in', (e) =>
      e.selectFrom('access.identity').select('account_id').where('provider_id', '=', provider),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
