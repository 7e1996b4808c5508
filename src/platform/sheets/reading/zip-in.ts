/** Parts of a ZIP archive, unpacked as far as they are asked for. Runs in the program of its own alone. */
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { createInflateRaw } from 'node:zlib';
import { type Fault, limits } from './limits.ts';

export class Unreadable extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault);
    this.name = 'Unreadable';
    this.fault = fault;
  }
}

export interface Archive {
  has(name: string): boolean;
  /** Text of a part. @throws Unreadable when it is not there, torn, or unpacks to more than is allowed */
  text(name: string): AsyncGenerator<string, void>;
}

interface Entry {
  method: number;
  packed: number;
  at: number;
  locked: boolean;
}

const endMark = 0x06054b50;

export function openArchive(path: string): Archive {
  const entries = entriesOf(path);
  let unpacked = 0;
  return {
    has: (name) => entries.has(name),
    async *text(name) {
      const entry = entries.get(name);
      if (!entry) throw new Unreadable('broken');
      if (entry.locked) throw new Unreadable('encrypted');
      const start = dataStart(path, entry);
      const raw = createReadStream(path, { start, end: Math.max(start, start + entry.packed - 1) });
      const utf8 = new TextDecoder('utf-8', { fatal: true });
      try {
        const bytes = entry.method === 0 ? raw : raw.pipe(createInflateRaw());
        raw.once('error', (error) => bytes.destroy(error));
        for await (const piece of bytes as AsyncIterable<Buffer>) {
          unpacked += piece.length;
          if (unpacked > limits.unpacked) throw new Unreadable('too_large');
          yield utf8.decode(piece, { stream: true });
        }
        yield utf8.decode();
      } catch (error) {
        throw error instanceof Unreadable ? error : new Unreadable('broken');
      } finally {
        raw.destroy();
      }
    },
  };
}

/** The directory at the end of the archive. What its entries claim of sizes is not believed. */
function entriesOf(path: string): ReadonlyMap<string, Entry> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const tail = readAt(file, Math.max(0, size - 65_558), Math.min(size, 65_558));
    let end = tail.length - 22;
    while (end >= 0 && tail.readUInt32LE(end) !== endMark) end -= 1;
    if (end < 0)
      throw new Unreadable(tail.readUInt32LE(0) === 0xe011cfd0 ? 'old_format' : 'broken');
    const count = tail.readUInt16LE(end + 10);
    if (count > limits.parts) throw new Unreadable('too_large');
    const [length, start] = [tail.readUInt32LE(end + 12), tail.readUInt32LE(end + 16)];
    if (start + length > size || length > 4 * 1_048_576) throw new Unreadable('broken');
    return readEntries(readAt(file, start, length), count);
  } finally {
    closeSync(file);
  }
}

function readEntries(bytes: Buffer, count: number): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new Unreadable('broken');
    const [name, extra, comment] = [28, 30, 32].map((from) => bytes.readUInt16LE(at + from));
    const after = at + 46 + (name ?? 0);
    const entry = {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
      locked: (bytes.readUInt16LE(at + 8) & 1) === 1,
    };
    if (entry.method !== 0 && entry.method !== 8) throw new Unreadable('broken');
    entries.set(bytes.toString('utf8', at + 46, after), entry);
    at = after + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

function dataStart(path: string, { at }: Entry): number {
  const file = openSync(path, 'r');
  try {
    const head = readAt(file, at, 30);
    if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new Unreadable('broken');
    return at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, position));
}
