/** What a restored database is asked before it is called sound. */
import { expect, test } from 'vitest';
import { useDatabase } from '../../../test/database.ts';
import {
  asSuperuser,
  auditSettings,
  town,
  writeDay,
} from '../../access/audit/history-for-tests.ts';
import { sealAndAnchor } from '../../access/audit/job.ts';
import { product } from './product.ts';

const database = useDatabase();

test('an audit that is what was written has no fault, whatever the anchor files are; an edited row has one', async () => {
  const day = await writeDay(database, 1);
  await sealAndAnchor(database.jobs, await auditSettings());
  expect(await product.faultsOf(database.adminUrl)).toEqual([]);
  await asSuperuser(database, (client) =>
    client.query(
      `update access.audit set action = 'POST /other' where county = '${town}' and day = '${day}' and n = 5`,
    ),
  );
  expect(await product.faultsOf(database.adminUrl)).toEqual([`audit ${town} ${day} 5: changed`]);
});
