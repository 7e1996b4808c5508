/** Makes what the browser tests start from, so that it is there when they do; `npm test` begins with it. */
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { dataDir } from '../embedded-for-tests.ts';
import { prepared } from './server.ts';

const database = await startEmbedded({ dataDir, fast: true, log: console.error });
try {
  await prepared(database.adminUrl);
} finally {
  await database.stop();
}
