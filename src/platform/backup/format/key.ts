/**
 * The key of the backups: 32 bytes in a file, as hexadecimal or base64 text. What encrypts with it is in
 * sealed.ts alone.
 */
import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartProblem } from '../../db/start-problem.ts';
import { refuseOpenFile } from '../../secrets/own-file.ts';
import { syncFolder } from './durable.ts';

export interface BackupKey {
  bytes: Buffer;
  /** Tells keys apart without telling them: written on every backup. */
  id: string;
}

export function keyFrom(bytes: Buffer): BackupKey {
  const id = createHash('sha256').update('zhuzhen backup key\0').update(bytes).digest('hex');
  return { bytes, id: id.slice(0, 16) };
}

/** A key for one purpose, from the key of the backups. */
export function derived({ bytes }: BackupKey, salt: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', bytes, salt, `zhuzhen backup ${purpose}`, 32));
}

/**
 * Reads the key of a file. Throws StartProblem when it is not there or holds no key. A restore takes it from wherever a
 * copy was kept, and a stick has no modes: what makes backups asks for those first.
 */
export function readKey(file: string): BackupKey {
  if (!existsSync(file)) {
    throw new StartProblem(
      `找不到备份密钥 ${file}:请把当初另存的密钥文件放好,用 BACKUP_KEY_FILE 指明`,
      `the backup key ${file} is not there: name the copy of it that was kept elsewhere with BACKUP_KEY_FILE`,
    );
  }
  const text = readFileSync(file, 'utf8').trim();
  const bytes = /^[0-9a-f]{64}$/i.test(text)
    ? Buffer.from(text, 'hex')
    : /^[A-Za-z0-9+/_-]{43}=?$/.test(text)
      ? Buffer.from(text, 'base64url')
      : undefined;
  if (bytes?.length === 32) return keyFrom(bytes);
  throw new StartProblem(
    `备份密钥文件 ${file} 的内容不是密钥:应为 32 字节,写成 64 位十六进制或 base64`,
    `${file} holds no backup key: it must be 32 bytes, as 64 hexadecimal digits or base64`,
  );
}

/**
 * Reads the key, or makes one where there is none and the place is ours to choose. A new key is told loudly:
 * without it no backup can ever be opened. Throws StartProblem also when others may read the file.
 */
export function readOrMakeKey(
  { keyFile, keyNamed }: { keyFile: string; keyNamed: boolean },
  tell: (line: string) => void,
): BackupKey {
  refuseOpenKey(keyFile);
  if (existsSync(keyFile) || keyNamed) return readKey(keyFile);
  const key = keyFrom(randomBytes(32));
  writeKey(keyFile, key);
  tell(`
==== 已生成备份密钥 / a backup key was made =====================================
  ${keyFile}
  请立即另存一份到别处(不要和备份放在一起)。没有它,任何备份都打不开。
  Keep a copy elsewhere now, not beside the backups. Without it no backup can be opened.
=================================================================================
`);
  return key;
}

/** @throws StartProblem when others may read the key; a key still to be made is nobody's yet */
export function refuseOpenKey(file: string): void {
  if (existsSync(file)) refuseOpenFile(file);
}

/** Writes a key into a file that is not there yet, for its owner alone. */
export function writeKey(file: string, { bytes }: BackupKey): void {
  const handle = openSync(file, 'wx', 0o600);
  try {
    writeSync(handle, `${bytes.toString('base64url')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  syncFolder(dirname(file));
}
