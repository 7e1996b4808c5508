/**
 * Encrypted streams: AES-256-GCM over chunks of 64 KiB, each with its number and whether it is the last one in
 * its nonce, so that nothing can be changed, dropped, repeated, put into another order or cut off unnoticed.
 * The file's own key comes from a random salt, so no nonce is ever used twice under one key. This file alone
 * decides how backups are encrypted.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { StartProblem } from '../../db/start-problem.ts';
import { type BackupKey, derived } from './key.ts';

export const cipherName = 'aes-256-gcm';

const magic = Buffer.from('ZZBACKUP1');
const saltBytes = 16;
const keyIdBytes = 8;
const tagBytes = 16;
const chunkBytes = 65_536;
const fixedBytes = magic.length + saltBytes + keyIdBytes + 2;

/** @param label readable without the key, and bound to the contents: what the file is. 1,000 bytes at most. */
export function seal(key: BackupKey, label: string) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const salt = randomBytes(saltBytes);
    const header = headerOf(key, salt, label);
    yield header;
    const chunk = sealer(key, salt, header);
    let number = 0n;
    // One chunk is held back: only when the next one comes is it known not to be the last.
    let held: Buffer | undefined;
    for await (const next of chunked(source, chunkBytes)) {
      if (held !== undefined) yield chunk(number++, false, held);
      held = next;
    }
    yield chunk(number, true, held ?? Buffer.alloc(0));
  };
}

/** @param where names the file in what is said when it cannot be opened. Throws StartProblem. */
export function unseal(key: BackupKey, where: string, label: string) {
  return async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const bytes = reader(source);
    const fixed = await bytes.take(fixedBytes);
    if (fixed.length < fixedBytes || !fixed.subarray(0, magic.length).equals(magic))
      throw damaged(where);
    const header = Buffer.concat([fixed, await bytes.take(fixed.readUInt16BE(fixedBytes - 2))]);
    requireKey(key, header, where);
    if (header.subarray(fixedBytes).toString('utf8') !== label) throw damaged(where);
    const open = opener(key, header.subarray(magic.length, magic.length + saltBytes), header);
    let number = 0n;
    for (;;) {
      const chunk = await bytes.take(chunkBytes + tagBytes);
      const last = await bytes.ended();
      const plain = chunk.length < tagBytes ? undefined : open(number++, last, chunk);
      if (plain === undefined) throw damaged(where);
      if (plain.length > 0) yield plain;
      if (last) return;
    }
  };
}

/** The label of a sealed file, read without the key; proven only when the file is opened. */
export function labelOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(fixedBytes + 1_000);
    const read = readSync(handle, start, 0, start.length, 0);
    if (read < fixedBytes || !start.subarray(0, magic.length).equals(magic)) throw damaged(file);
    const length = start.readUInt16BE(fixedBytes - 2);
    if (fixedBytes + length > read) throw damaged(file);
    return start.subarray(fixedBytes, fixedBytes + length).toString('utf8');
  } finally {
    closeSync(handle);
  }
}

function headerOf(key: BackupKey, salt: Buffer, label: string): Buffer {
  const text = Buffer.from(label, 'utf8');
  if (text.length > 1_000) throw new RangeError('a label has at most 1,000 bytes');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(text.length);
  return Buffer.concat([magic, salt, Buffer.from(key.id, 'hex'), length, text]);
}

function requireKey(key: BackupKey, header: Buffer, where: string): void {
  const at = magic.length + saltBytes;
  const id = header.subarray(at, at + keyIdBytes).toString('hex');
  if (id !== key.id) throw wrongKey(where, id, key.id);
}

export const wrongKey = (where: string, made: string, given: string): StartProblem =>
  new StartProblem(
    `${where} 是用另一把密钥加密的(密钥号 ${made},现在这把是 ${given}):请用 BACKUP_KEY_FILE 指明当时的密钥文件`,
    `${where} was encrypted with another key (number ${made}, this one is ${given}): name the file of that key with BACKUP_KEY_FILE`,
  );

export const damaged = (where: string): StartProblem =>
  new StartProblem(
    `${where} 已损坏或被改动,打不开:请换一份备份`,
    `${where} is damaged or was changed and cannot be opened: use another backup`,
  );

const nonceOf = (number: bigint, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(number, 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
};

const aadOf = (header: Buffer) => createHash('sha256').update(header).digest();

function sealer(key: BackupKey, salt: Buffer, header: Buffer) {
  const [own, aad] = [derived(key, salt, 'file'), aadOf(header)];
  return (number: bigint, last: boolean, plain: Buffer): Buffer => {
    const cipher = createCipheriv(cipherName, own, nonceOf(number, last));
    cipher.setAAD(aad);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  };
}

function opener(key: BackupKey, salt: Buffer, header: Buffer) {
  const [own, aad] = [derived(key, salt, 'file'), aadOf(header)];
  return (number: bigint, last: boolean, chunk: Buffer): Buffer | undefined => {
    const cipher = createDecipheriv(cipherName, own, nonceOf(number, last));
    cipher.setAAD(aad);
    cipher.setAuthTag(chunk.subarray(chunk.length - tagBytes));
    try {
      return Buffer.concat([
        cipher.update(chunk.subarray(0, chunk.length - tagBytes)),
        cipher.final(),
      ]);
    } catch {
      return undefined; // the tag does not fit: the one question asked here
    }
  };
}

/** The same bytes in pieces of one size; the last may be shorter. */
async function* chunked(source: AsyncIterable<Buffer>, size: number): AsyncGenerator<Buffer> {
  const bytes = reader(source);
  for (;;) {
    const piece = await bytes.take(size);
    if (piece.length > 0) yield piece;
    if (piece.length < size) return;
  }
}

/** Reads a stream by counts of bytes. */
export function reader(source: AsyncIterable<Buffer>) {
  const from = source[Symbol.asyncIterator]();
  let waiting: Buffer[] = [];
  let length = 0;
  let done = false;
  const fill = async (wanted: number) => {
    while (length < wanted && !done) {
      const next = await from.next();
      if (next.done) done = true;
      else if (next.value.length > 0) {
        waiting.push(next.value);
        length += next.value.length;
      }
    }
  };
  return {
    /** That many bytes, or what is left of them. */
    async take(count: number): Promise<Buffer> {
      await fill(count);
      const all = waiting.length === 1 ? waiting[0] : Buffer.concat(waiting);
      const piece = (all ?? Buffer.alloc(0)).subarray(0, count);
      const rest = (all ?? Buffer.alloc(0)).subarray(piece.length);
      waiting = rest.length > 0 ? [rest] : [];
      length = rest.length;
      return piece;
    },
    /** What is there of the next bytes without waiting for all of them; empty at the end. */
    async some(most: number): Promise<Buffer> {
      await fill(1);
      return this.take(Math.min(most, length));
    },
    async ended(): Promise<boolean> {
      await fill(1);
      return length === 0;
    },
  };
}
