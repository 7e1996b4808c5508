/** Where the keys lie: in a file beside the database, or in the environment; never in the database. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claim } from '../db/embedded/place.ts';
import { StartProblem } from '../db/start-problem.ts';
import type { Settings } from '../settings.ts';
import { type Keys, keysFrom, linesOf } from './keys.ts';
import { refuseOpenFile } from './own-file.ts';

export type KeySettings = Pick<Settings, 'keyFile' | 'keys' | 'dataDir'>;

/**
 * The keys: from the environment, else from the file the operator names, else from `key` in the data directory, made
 * there once.
 * @throws StartProblem when the named file is missing, or holds no keys, or is open to others
 */
export function keysOf(settings: KeySettings): Keys {
  if (settings.keys !== undefined) return read('ZHUZHEN_KEYS', settings.keys);
  const file = fileOf(settings);
  if (settings.keyFile !== undefined) {
    if (!existsSync(file)) throw notThere(file);
  } else {
    claim(settings.dataDir);
    if (!existsSync(file)) make(file);
  }
  refuseOpenFile(file);
  return read(file, readFileSync(file, 'utf8'));
}

const fileOf = ({ keyFile, dataDir }: KeySettings): string => keyFile ?? join(dataDir, 'key');

/**
 * Writes the file anew, whole or not at all.
 * @throws StartProblem when the keys come from the environment: whoever set it changes it
 */
export function keepKeys(settings: KeySettings, keys: Keys): void {
  if (settings.keys !== undefined)
    throw new StartProblem(
      '密钥来自环境变量 ZHUZHEN_KEYS：请在设置它的地方改，或改用密钥文件',
      'the keys come from ZHUZHEN_KEYS: change them where that is set, or use a key file',
    );
  const file = fileOf(settings);
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, linesOf(keys), { mode: 0o600, flag: 'wx' });
  renameSync(beside, file);
}

function make(file: string): void {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause; // another start was faster
  }
}

function read(from: string, text: string): Keys {
  try {
    return keysFrom(text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StartProblem(
      `${from} 里的密钥看不懂（${error.message}）：每行写“编号 算法 Base64”，Base64 可用 openssl rand -base64 32 生成`,
      `${from} holds no keys (${error.message}): each line is "id algorithm base64", the latter as openssl rand -base64 32 makes`,
    );
  }
}

const notThere = (file: string) =>
  new StartProblem(
    `ZHUZHEN_KEY_FILE 指的文件 ${file} 不存在：请放好原来的密钥；首次启动可用 openssl rand -base64 32 生成`,
    `the file ${file} named by ZHUZHEN_KEY_FILE does not exist: put the key there; for a first start make one with openssl rand -base64 32`,
  );
