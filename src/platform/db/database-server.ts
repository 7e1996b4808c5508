/** The database the settings ask for: the embedded server, or a checked outside one. */
import type { Settings } from '../settings.ts';
import { type Embedded, startEmbedded } from './embedded.ts';
import { oneConnection } from './one-connection.ts';
import { StartProblem } from './start-problem.ts';

/** The oldest PostgreSQL whose SQL the product uses (the builtin locale provider came with it). */
const oldestMajor = 17;

/** Starts, joins or checks the database server. Stopping an outside one does nothing. */
export async function databaseServer(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl'>,
  log: (line: string) => void,
): Promise<Embedded> {
  const url = settings.databaseUrl;
  if (url === undefined) return startEmbedded({ dataDir: settings.dataDir, log, keepUp: true });
  await checkOutside(url);
  const port = Number(new URL(url).port || 5432);
  return { adminUrl: url, port, startedHere: false, stop: async () => {} };
}

/** Refuses an outside server that cannot be reached, is too old, or does not store UTF-8. */
export async function checkOutside(url: string): Promise<void> {
  const client = oneConnection(url, { connectionTimeoutMillis: 10_000 });
  const where = new URL(url).host;
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_encoding') as encoding`,
    );
    const { version = '?', encoding = '?' } = rows[0] ?? {};
    if (!(Number.parseInt(version, 10) >= oldestMajor)) {
      throw new StartProblem(
        `DATABASE_URL 指向的 PostgreSQL 是 ${version},需要 ${oldestMajor} 或更新版本`,
        `the PostgreSQL of DATABASE_URL is ${version}; ${oldestMajor} or newer is needed`,
      );
    }
    if (encoding !== 'UTF8') {
      throw new StartProblem(
        `DATABASE_URL 的数据库编码是 ${encoding},需要 UTF8:请用 create database … encoding 'UTF8' 新建`,
        `the database of DATABASE_URL is encoded in ${encoding} and UTF8 is needed: make one with create database … encoding 'UTF8'`,
      );
    }
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause;
    const why = reason(cause);
    throw new StartProblem(
      `连不上 DATABASE_URL 的数据库(${where}:${why}):请检查地址、账号和网络`,
      `the database of DATABASE_URL cannot be reached (${where}: ${why}): check the address, the account and the network`,
      { cause },
    );
  } finally {
    await client.end();
  }
}

/** A name with several addresses fails with an AggregateError, whose own message is empty. */
function reason(cause: unknown): string {
  const first = cause instanceof AggregateError ? cause.errors[0] : cause;
  return first instanceof Error ? first.message : String(first);
}
