/** What is kept can be opened with its key and in no other state than it was written. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { StartProblem } from '../../db/start-problem.ts';
import { backupsIn, clearRemains, inDraft, nameOf, removeBackup, requireFree } from './folder.ts';
import { keyFrom, readKey, readOrMakeKey, refuseOpenKey, writeKey } from './key.ts';
import { type Manifest, packName, readProven, writeManifest } from './manifest.ts';
import { readPack, type Source, writePack } from './pack.ts';
import { labelOf, seal, unseal } from './sealed.ts';

const folder = mkdtempSync(join(tmpdir(), 'zhuzhen-format-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let made = 0;
const fresh = () => {
  made += 1;
  return join(folder, String(made));
};

const key = keyFrom(Buffer.alloc(32, 7));
const otherKey = keyFrom(Buffer.alloc(32, 8));
const chunk = 65_536;
const header = 9 + 16 + 8 + 2;

async function* bytes(...parts: Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}
async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
const sealed = (plain: Buffer, label = 'x') => all(seal(key, label)(bytes(plain)));
const opened = (cipher: Buffer, label = 'x', by = key) =>
  all(unseal(by, 'the file', label)(bytes(cipher)));
const counted = (length: number) => Buffer.from(Array.from({ length }, (_, n) => n % 251));

describe('a sealed stream', () => {
  test.each([0, 1, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17])(
    'of %i bytes comes back',
    async (length) => {
      const plain = counted(length);
      expect((await opened(await sealed(plain))).equals(plain)).toBe(true);
    },
  );

  test('comes back in whatever pieces it arrives, and hides what it holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 90_000 }), { maxLength: 6 }),
        async (parts) => {
          const pieces = parts.map((p) => Buffer.from(p));
          const cipher = await all(seal(key, 'x')(bytes(...pieces)));
          const cut = Math.floor(cipher.length / 3);
          const arrived = unseal(
            key,
            'f',
            'x',
          )(bytes(cipher.subarray(0, cut), Buffer.alloc(0), cipher.subarray(cut)));
          expect((await all(arrived)).equals(Buffer.concat(pieces))).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
    expect((await sealed(Buffer.alloc(1_000, 'secret'))).includes('secret')).toBe(false);
  });

  const long = counted(3 * chunk + 100);
  const at = (n: number) => header + 1 + n * (chunk + 16); // the label is one byte
  const swapped = (c: Buffer) =>
    Buffer.concat([
      c.subarray(0, at(0)),
      c.subarray(at(1), at(2)),
      c.subarray(at(0), at(1)),
      c.subarray(at(2)),
    ]);
  test.each([
    ['cut off by a byte', (c: Buffer) => c.subarray(0, -1)],
    ['cut off between two chunks', (c: Buffer) => c.subarray(0, at(2))],
    ['cut off after its head', (c: Buffer) => c.subarray(0, at(0))],
    ['cut off in its head', (c: Buffer) => c.subarray(0, 20)],
    ['empty', () => Buffer.alloc(0)],
    ['longer by a byte', (c: Buffer) => Buffer.concat([c, Buffer.alloc(1)])],
    ['followed by itself', (c: Buffer) => Buffer.concat([c, c])],
    ['with two chunks changed about', swapped],
    [
      'with a chunk left out',
      (c: Buffer) => Buffer.concat([c.subarray(0, at(1)), c.subarray(at(2))]),
    ],
    ['with a chunk twice', (c: Buffer) => Buffer.concat([c.subarray(0, at(1)), c.subarray(at(0))])],
    [
      'with another label',
      (c: Buffer) =>
        Buffer.concat([c.subarray(0, header), Buffer.from('y'), c.subarray(header + 1)]),
    ],
  ])('is refused %s', async (_, change) => {
    await expect(opened(change(await sealed(long)))).rejects.toThrow(/damaged or was changed/);
  });

  test('is refused when any bit of it is flipped', async () => {
    const cipher = await sealed(counted(300));
    const bits = fc.integer({ min: 0, max: cipher.length * 8 - 1 });
    await fc.assert(
      fc.asyncProperty(bits, async (bit) => {
        const bad = Buffer.from(cipher);
        bad[bit >> 3] = (bad[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        await expect(opened(bad)).rejects.toThrow(StartProblem);
      }),
    );
  });

  test('says that the key is another one, and which', async () => {
    await expect(opened(await sealed(long), 'x', otherKey)).rejects.toThrow(
      new RegExp(`${key.id}, this one is ${otherKey.id}`),
    );
  });

  test('is bound to its label, which can be read without the key', async () => {
    const file = fresh();
    writeFileSync(file, await sealed(long, '{"at":"2026"}'));
    expect(labelOf(file)).toBe('{"at":"2026"}');
    await expect(opened(await sealed(long, 'a'), 'b')).rejects.toThrow(/damaged/);
  });

  test('never looks the same twice', async () => {
    expect((await sealed(long)).equals(await sealed(long))).toBe(false);
  });
});

describe('a pack', () => {
  async function* sources(files: Record<string, Buffer>): AsyncGenerator<Source> {
    for (const [path, content] of Object.entries(files)) yield { path, bytes: bytes(content) };
  }
  const files = { a: counted(10), empty: Buffer.alloc(0), 'b/c': counted(400_000), d: counted(1) };

  test('gives back its files in order, and knows their sums', async () => {
    const file = fresh();
    const packed = await writePack(file, key, 'p', sources(files));
    expect(packed.size).toBe(400_011);
    expect(packed.stored).toBe(statSync(file).size);
    const read: Record<string, Buffer> = {};
    await readPack(file, key, 'p', packed.entries, async ({ path }, content) => {
      read[path] = await all(content);
    });
    expect(Object.keys(read)).toEqual(Object.keys(files));
    expect(Object.values(read).map((b) => b.length)).toEqual(
      Object.values(files).map((b) => b.length),
    );
    expect(read['b/c']?.equals(files['b/c'])).toBe(true);
  });

  test('is refused when a sum, a size or the number of files differs', async () => {
    const file = fresh();
    const { entries } = await writePack(file, key, 'p', sources(files));
    const read = (list: typeof entries) =>
      readPack(file, key, 'p', list, async (_, content) => void (await all(content)));
    const [first, ...rest] = entries;
    if (!first) throw new Error('nothing was packed');
    await expect(read([{ ...first, sha256: '0'.repeat(64) }, ...rest])).rejects.toThrow(/damaged/);
    await expect(read([{ ...first, size: 11 }, ...rest])).rejects.toThrow(/damaged/);
    await expect(read(entries.slice(0, -1))).rejects.toThrow(/damaged/);
    await expect(read([...entries, { ...first, size: 5 }])).rejects.toThrow(/damaged/);
  });

  test('is not left half-written by a source that fails', async () => {
    const dir = fresh();
    const failing = async function* (): AsyncGenerator<Source> {
      yield { path: 'a', bytes: bytes(counted(100_000)) };
      throw new Error('the disk of the source broke');
    };
    const name = nameOf(0, 'physical', '0000000a');
    await expect(
      inDraft(dir, name, (draft) => writePack(join(draft, packName), key, name, failing())),
    ).rejects.toThrow('the disk of the source broke');
    expect(readdirSync(dir)).toEqual([]);
  });
});

const manifestOf = (name: string): Manifest => ({
  ...{ format: 1, name, kind: 'physical', line: name.slice(-8), product: '0.1.0', migrations: [] },
  ...{ postgres: '18.4', keyId: key.id, cipher: 'aes-256-gcm', compression: 'zstd' },
  ...{ startedAt: '2026-07-28T00:00:00.000Z', stoppedAt: '2026-07-28T00:00:05.000Z' },
  ...{ size: 1, stored: 1, tables: [], files: [] },
});

describe('the folder of the backups', () => {
  const write = (dir: string, name: string) =>
    inDraft(dir, name, async (draft) => {
      writeFileSync(join(draft, packName), 'x');
      writeManifest(draft, manifestOf(name), key);
    });

  test('lists what is whole, in order, and nothing that was begun, broken or is something else', async () => {
    const dir = fresh();
    const [one, two] = [nameOf(1e12, 'physical', '0000000a'), nameOf(2e12, 'physical', '0000000a')];
    await write(dir, two);
    await write(dir, one);
    mkdirSync(join(dir, nameOf(3e12, 'physical', '0000000a'))); // no manifest
    mkdirSync(join(dir, `${nameOf(4e12, 'physical', '0000000a')}.partial`));
    mkdirSync(join(dir, 'photos'));
    expect(backupsIn(dir).map((b) => b.name)).toEqual([one, two]);
    expect(backupsIn(join(dir, 'absent'))).toEqual([]);
  });

  test('is cleared of what a kill left, of one database only', () => {
    const dir = fresh();
    const mine = nameOf(0, 'physical', '0000000a');
    const theirs = nameOf(0, 'physical', '0000000b');
    for (const name of [`${mine}.partial`, `${mine}.removing`, `${theirs}.partial`])
      mkdirSync(join(dir, name), { recursive: true });
    clearRemains(dir, '0000000a');
    expect(readdirSync(dir)).toEqual([`${theirs}.partial`]);
  });

  test('loses a backup whole', async () => {
    const dir = fresh();
    await write(dir, nameOf(0, 'physical', '0000000a'));
    for (const backup of backupsIn(dir)) removeBackup(backup);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('says that the disk is too small before anything is written', () => {
    expect(() => requireFree(fresh(), 1e18)).toThrow(/too little disk/);
  });

  test('says that the disk is full, and leaves nothing', async () => {
    const dir = fresh();
    const full = Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
    await expect(
      inDraft(dir, nameOf(0, 'physical', '0000000a'), () => Promise.reject(full)),
    ).rejects.toThrow(/the disk is full/);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('proves a manifest by its key', async () => {
    const dir = fresh();
    const name = nameOf(0, 'physical', '0000000a');
    await write(dir, name);
    const at = join(dir, name);
    expect(readProven(at, key)).toEqual(manifestOf(name));
    expect(() => readProven(at, otherKey)).toThrow(/another key/);
    const file = join(at, 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"size": 1', '"size": 2'));
    expect(() => readProven(at, key)).toThrow(/damaged/);
  });
});

describe('the key', () => {
  test('is made once, for its owner alone, and told loudly', () => {
    const [keyFile, told] = [fresh(), [] as string[]];
    const first = readOrMakeKey({ keyFile, keyNamed: false }, (line) => told.push(line));
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(told.join()).toContain(keyFile);
    expect(told.join()).toMatch(/Keep a copy elsewhere/);
    const again = readOrMakeKey({ keyFile, keyNamed: false }, (line) => told.push(line));
    expect(again).toEqual(first);
    expect(told).toHaveLength(1);
  });

  test('that was named is never made', () => {
    expect(() => readOrMakeKey({ keyFile: fresh(), keyNamed: true }, () => {})).toThrow(
      /is not there/,
    );
  });

  test.each([0o640, 0o604, 0o620])('that others may read, mode %o, makes no backup', (mode) => {
    const keyFile = fresh();
    writeKey(keyFile, key);
    chmodSync(keyFile, mode);
    const refused = new RegExp(`run chmod 600 ${keyFile}`);
    expect(() => readOrMakeKey({ keyFile, keyNamed: true }, () => {})).toThrow(refused);
    expect(() => refuseOpenKey(keyFile)).toThrow(refused);
    expect(readKey(keyFile)).toEqual(key);
    chmodSync(keyFile, 0o400);
    expect(readOrMakeKey({ keyFile, keyNamed: true }, () => {})).toEqual(key);
    expect(() => refuseOpenKey(fresh())).not.toThrow();
  });

  test('is read as hexadecimal or base64, and nothing else', () => {
    const file = fresh();
    for (const form of ['hex', 'base64', 'base64url'] as const) {
      writeFileSync(file, `${key.bytes.toString(form)}\n`);
      expect(readKey(file)).toEqual(key);
    }
    writeFileSync(file, 'my password');
    expect(() => readKey(file)).toThrow(/holds no backup key/);
  });
});
