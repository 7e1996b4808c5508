/** The key that seals secrets in the database; it lies beside the database, never in it. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claim } from './db/embedded/place.ts';
import { StartProblem } from './db/start-problem.ts';
import type { Settings } from './settings.ts';

/**
 * The 32 bytes of the key: from the file the operator names, else from `key` in the data directory, made there once.
 * @throws StartProblem when the named file is missing, or a file holds no key or is open to others
 */
export function keyFrom({ keyFile, dataDir }: Pick<Settings, 'keyFile' | 'dataDir'>): Buffer {
  if (keyFile !== undefined) return read(keyFile);
  const file = join(dataDir, 'key');
  claim(dataDir);
  if (!existsSync(file)) make(file);
  return read(file);
}

function make(file: string): void {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause; // another start was faster
  }
}

function read(file: string): Buffer {
  if (!existsSync(file))
    throw new StartProblem(
      `ZHUZHEN_KEY_FILE 指的文件 ${file} 不存在：请放好原来的密钥；首次启动可用 openssl rand -base64 32 生成`,
      `the file ${file} named by ZHUZHEN_KEY_FILE does not exist: put the key there; for a first start make one with openssl rand -base64 32`,
    );
  if ((statSync(file).mode & 0o077) !== 0)
    throw new StartProblem(
      `密钥文件 ${file} 其他用户也能读：请执行 chmod 600 ${file}`,
      `others may read the key file ${file}: run chmod 600 ${file}`,
    );
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length === 32) return key;
  throw new StartProblem(
    `${file} 里不是密钥：应为 32 字节的 Base64，可用 openssl rand -base64 32 生成`,
    `${file} holds no key: it must be the Base64 of 32 bytes, as openssl rand -base64 32 makes`,
  );
}
