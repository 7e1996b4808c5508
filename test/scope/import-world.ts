/** An import of a town's office that waits to be confirmed, with a line. */
import { addAccounts } from '../../src/access/store/accounts.ts';
import { countyOfKey } from '../../src/kit/region-key.ts';
import type { Db } from '../../src/platform/db/pool.ts';
import { newId } from '../../src/platform/new-id.ts';

/** @param name words nobody else may read */
export async function anImport(db: Db, town: string, name: string): Promise<string> {
  const [id, account] = [newId(), newId()];
  await addAccounts(db, [
    {
      ...{ id: account, name: `i-${account.slice(-12)}`, displayName: name },
      ...{ passwordHash: null, role: 'town', homeKey: town },
    },
  ]);
  const at = { county: countyOfKey(town), place_key: town };
  await db
    .insertInto('imports.job')
    .values({
      ...{ ...at, id, kind: 'projects.project', version: 1, state: 'previewed', name },
      ...{ size: 1, lines: 1, by: account },
    })
    .execute();
  const problems = JSON.stringify([{ column: null, code: 'imports.problem.shape' }]);
  await db
    .insertInto('imports.line')
    .values({ ...at, job_id: id, n: 2, cells: JSON.stringify([name]), problems })
    .execute();
  return id;
}
