/** What every case starts from: a small province with teams and pairings, and somebody signed in who may write. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { addAccounts } from '../../../src/access/store/accounts.ts';
import { openSession } from '../../../src/access/store/sessions.ts';
import { prepare } from '../../../src/app/prepare.ts';
import { startEmbedded } from '../../../src/platform/db/embedded.ts';
import { type Db, kyselyOver, openPool } from '../../../src/platform/db/pool.ts';
import { newId } from '../../../src/platform/new-id.ts';
import { aProvince, aTown, places } from '../../places.ts';
import { aBatch, anOrganisation, aTeam } from '../../teams.ts';

/** Plain values: handed from the set-up to the test files. */
export interface World {
  /** A stopped data directory of the product; cases work on copies. */
  dataDir: string;
  cookie: string;
  batch: string;
  organisation: string;
  teams: string[];
  pairings: string[];
}

const towns = 40;

/** Makes the world in a data directory of its own below the folder. Durable: it is what crashes are about. */
export async function aWorld(folder: string): Promise<World> {
  const dataDir = join(folder, 'prepared');
  const embedded = await startEmbedded({ dataDir, log: () => {} });
  try {
    const { urls } = await prepare(embedded.adminUrl);
    const owner = openPool(urls.zz_owner, { max: 1 });
    try {
      const made = await fill(kyselyOver(owner));
      await owner.query('analyze');
      return { dataDir, ...made };
    } finally {
      await owner.end();
    }
  } finally {
    await embedded.stop();
  }
}

async function fill(db: Db): Promise<Omit<World, 'dataDir'>> {
  await aProvince(db);
  const batch = await aBatch(db);
  const organisation = await anOrganisation(db, '市农业农村局');
  const teams: string[] = [];
  const pairings: string[] = [];
  for (let i = 0; i < towns; i += 1) {
    const { key } = await aTown(db, { name: `测试${i + 1}镇` });
    teams.push(await aTeam(db, key, organisation));
    pairings.push(await aPairing(db, key, organisation));
  }
  const account = newId();
  await addAccounts(db, [
    {
      id: account,
      name: 'faults',
      displayName: 'faults',
      passwordHash: 'none',
      role: 'province',
      homeKey: places.province,
    },
  ]);
  const cookie = `zz_session=${await openSession(db, account)}`;
  return { cookie, batch, organisation, teams, pairings };
}

async function aPairing(db: Db, place: string, organisation: string): Promise<string> {
  const id = newId();
  await db
    .insertInto('teams.pairing')
    .values({
      id,
      kind: 'designated',
      place_key: place,
      organisation_id: organisation,
      lead: true,
      starts_on: '2021-07-01',
      document: '粤乡振〔2021〕2号',
    })
    .execute();
  return id;
}

/** A copy of the prepared data directory, owners and modes included, which Node's own copying forgets. */
export function copyOf({ dataDir }: World, to: string): string {
  execFileSync('cp', ['-a', dataDir, to]);
  return to;
}
