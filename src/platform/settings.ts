/** What an operator sets through the environment, read once at start and refused where it makes no sense. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StartProblem } from './db/start-problem.ts';
import { type LogLevel, logLevels } from './observe/log.ts';

export type Settings = {
  /** HOST: the address to listen on; this machine only unless told otherwise. */
  host: string;
  /** PORT: 0 lets the system choose. */
  port: number;
  /** DATA_DIR: an absolute path; holds the embedded database and uploaded files. */
  dataDir: string;
  /** DATABASE_URL: an outside PostgreSQL, 17 or newer, instead of the embedded one. */
  databaseUrl: string | undefined;
  /** ZHUZHEN_KEY_FILE: the keys that seal secrets and sensitive fields, instead of `key` in the data directory. */
  keyFile: string | undefined;
  /** ZHUZHEN_KEYS: the keys themselves, lines apart by semicolons, instead of any file. */
  keys: string | undefined;
  /** SIGN_ON_PRIVATE: whether a provider of single sign-on may lie in a private network. */
  signOnPrivate: boolean;
  /** TRUST_PROXY: addresses or networks of reverse proxies whose X-Forwarded-For and -Proto are believed. */
  trustProxy: readonly string[];
  /** RATE_LIMIT: how many times the usual everybody may ask; 0 for no limit. */
  rateLimit: number;
  /** LOG_LEVEL: what is written at least; undefined lets the command choose. */
  logLevel: LogLevel | undefined;
  /** METRICS_TOKEN: who carries it may read /metrics; without one only this machine may. */
  metricsToken: string | undefined;
  /** STOP_DELAY: seconds to serve on when stopping, while /health/ready already says no. */
  stopDelay: number;
};

/** Reads the settings; an empty variable counts as not set. Throws StartProblem. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  return {
    host: hostFrom(given(env.HOST) ?? '127.0.0.1'),
    port: portFrom(given(env.PORT) ?? '8080'),
    dataDir: resolve(given(env.DATA_DIR) ?? fileURLToPath(new URL('../../data', import.meta.url))),
    databaseUrl: databaseFrom(given(env.DATABASE_URL)),
    keyFile: fileFrom(given(env.ZHUZHEN_KEY_FILE)),
    keys: given(env.ZHUZHEN_KEYS),
    signOnPrivate: switchFrom('SIGN_ON_PRIVATE', given(env.SIGN_ON_PRIVATE) ?? 'no'),
    trustProxy: proxiesFrom(given(env.TRUST_PROXY)),
    rateLimit: factorFrom(given(env.RATE_LIMIT) ?? '1'),
    logLevel: levelFrom(given(env.LOG_LEVEL)),
    metricsToken: tokenFrom(given(env.METRICS_TOKEN)),
    stopDelay: secondsFrom(given(env.STOP_DELAY) ?? '0'),
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

/** Whoever is believed may claim any address, so nobody is by a word like "true", and never everybody. */
function proxiesFrom(text: string | undefined): string[] {
  const proxies = text?.split(/[\s,]+/).filter((one) => one !== '') ?? [];
  const wrong = proxies.find((one) => !isNetwork(one));
  if (wrong === undefined) return proxies;
  throw new StartProblem(
    `TRUST_PROXY 里的 ${wrong} 不是地址或网段:请填反向代理的地址,如 127.0.0.1 或 10.1.2.0/24,多个用逗号隔开`,
    `${wrong} in TRUST_PROXY is no address or network: give the proxies' addresses, like 127.0.0.1 or 10.1.2.0/24, apart by commas`,
  );
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...more] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (bits === 0 || more.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits);
}

function factorFrom(text: string): number {
  if (/^\d{1,4}(\.\d{1,2})?$/.test(text)) return Number(text);
  throw new StartProblem(
    `RATE_LIMIT=${text} 不是倍数:请填 1(通常)、2(放宽一倍)之类的数,0 为不限`,
    `RATE_LIMIT=${text} is no factor: give a number like 1 (as usual) or 2 (twice as much), 0 for no limit`,
  );
}

function levelFrom(text: string | undefined): LogLevel | undefined {
  const level = logLevels.find((one) => one === text);
  if (text === undefined || level !== undefined) return level;
  throw new StartProblem(
    `LOG_LEVEL=${text} 不是日志级别:请填 ${logLevels.join('、')} 之一`,
    `LOG_LEVEL=${text} is no level: give one of ${logLevels.join(', ')}`,
  );
}

function tokenFrom(text: string | undefined): string | undefined {
  if (text === undefined || /^[\w.~+/=-]{16,512}$/.test(text)) return text;
  // The token is not repeated.
  throw new StartProblem(
    'METRICS_TOKEN 太短或含空格等字符:请填至少 16 个字母、数字,如 openssl rand -hex 32 的结果',
    'METRICS_TOKEN is too short or has characters a header cannot carry: give 16 or more letters and digits, like openssl rand -hex 32 prints',
  );
}

function secondsFrom(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 300) return Number(text);
  throw new StartProblem(
    `STOP_DELAY=${text} 不是秒数:请填 0 至 300 的整数`,
    `STOP_DELAY=${text} is no number of seconds: give a whole number from 0 to 300`,
  );
}
