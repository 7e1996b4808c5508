/** What an operator sets through the environment, read once at start and refused where it makes no sense. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from './db/start-problem.ts';

export type Settings = {
  /** HOST: the address to listen on; this machine only unless told otherwise. */
  host: string;
  /** PORT: 0 lets the system choose. */
  port: number;
  /** DATA_DIR: an absolute path; holds the embedded database and uploaded files. */
  dataDir: string;
  /** DATABASE_URL: an outside PostgreSQL, 17 or newer, instead of the embedded one. */
  databaseUrl: string | undefined;
  /** ZHUZHEN_KEY_FILE: the key that seals secrets in the database, instead of `key` in the data directory. */
  keyFile: string | undefined;
  /** SIGN_ON_PRIVATE: whether a provider of single sign-on may lie in a private network. */
  signOnPrivate: boolean;
};

/** Reads the settings; an empty variable counts as not set. Throws StartProblem. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  return {
    host: hostFrom(given(env.HOST) ?? '127.0.0.1'),
    port: portFrom(given(env.PORT) ?? '8080'),
    dataDir: resolve(given(env.DATA_DIR) ?? fileURLToPath(new URL('../../data', import.meta.url))),
    databaseUrl: databaseFrom(given(env.DATABASE_URL)),
    keyFile: fileFrom(given(env.ZHUZHEN_KEY_FILE)),
    signOnPrivate: switchFrom('SIGN_ON_PRIVATE', given(env.SIGN_ON_PRIVATE) ?? 'no'),
  };
}

function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function hostFrom(text: string): string {
  const name = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
  if (isIP(text) !== 0 || (name.test(text) && !/^[\d.]+$/.test(text))) return text;
  throw new StartProblem(
    `HOST=${text} 不是地址:请填 127.0.0.1、0.0.0.0 之类的地址或主机名,不带端口`,
    `HOST=${text} is not an address: give one like 127.0.0.1 or 0.0.0.0, or a host name, without a port`,
  );
}

function portFrom(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new StartProblem(
    `PORT=${text} 不是端口号:请填 1 至 65535 的整数`,
    `PORT=${text} is not a port: give a whole number from 1 to 65535`,
  );
}

const fileFrom = (text: string | undefined) => (text === undefined ? undefined : resolve(text));

function switchFrom(name: string, text: string): boolean {
  if (text === 'yes' || text === 'no') return text === 'yes';
  throw new StartProblem(
    `${name}=${text} 看不懂:请填 yes 或 no`,
    `${name}=${text} is neither: give yes or no`,
  );
}

function databaseFrom(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1)
    return text;
  // The address is not repeated: it may hold a password.
  throw new StartProblem(
    'DATABASE_URL 格式不对:应为 postgres://用户:密码@主机:端口/数据库',
    'DATABASE_URL is malformed: it must look like postgres://user:password@host:port/database',
  );
}
