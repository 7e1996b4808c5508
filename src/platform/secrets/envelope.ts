/**
 * Values sealed before they are kept: an envelope that names its key and is bound to the place it is kept in.
 *
 *   version 2: 02, algorithm, length of the key's id, the id, nonce, tag, text (decision 0025)
 *   version 1: 01, nonce, tag, text; AES-256-GCM under the key itself, as the first versions wrote it
 */
import { createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { algorithms, type Subkeys, subkeysOf, ways } from './algorithms.ts';
import type { Key, Keys } from './keys.ts';

export interface Sealed {
  /** @param place where it is kept (placeOf). Moved elsewhere it does not open. */
  seal(plain: string, place: string): Buffer;
  /** @throws KeyMissing when its key is not there; SealBroken when it was changed, or sealed for another place. */
  open(sealed: Buffer, place: string): string;
}

export interface Secrets extends Sealed {
  /** What an exact search compares, under the key in use: to be kept beside the value. Of `kind` alone. */
  index(kind: string, plain: string): Buffer;
  /** The same under every key there is, the oldest first: rows not yet sealed anew are found too. */
  indexes(kind: string, plain: string): Buffer[];
  /** The first bytes of whatever is sealed under the key in use. */
  head: Buffer;
}

/** The key a value was sealed under is not among those this process was given. */
export class KeyMissing extends Error {
  constructor(id: string) {
    super(`sealed under the key ${id}, which is not among the keys given`);
    this.name = 'KeyMissing';
  }
}

export class SealBroken extends Error {
  constructor() {
    super('what was sealed was changed, or belongs to another place');
    this.name = 'SealBroken';
  }
}

/** Where a value is kept: what its seal is bound to. */
export const placeOf = (table: string, row: string, column: string): string =>
  `${table}/${row}/${column}`;

/** @param nonceOf for tests with known answers alone; chance otherwise */
export function secretsUnder(
  { active, all }: Keys,
  nonceOf: (length: number) => Buffer = randomBytes,
): Secrets {
  const known = new Map(
    all.map((key) => [key.id, { key, ...subkeysOf(key.algorithm, key.bytes) }]),
  );
  const own = { key: active, ...subkeysOf(active.algorithm, active.bytes) };
  const head = headOf(active);
  return {
    head,
    seal(plain, place) {
      const way = ways[active.algorithm];
      const bound = Buffer.concat([head, Buffer.from(place)]);
      const parts = way.seal(own, nonceOf(way.nonceLength), Buffer.from(plain), bound);
      return Buffer.concat([head, parts.nonce, parts.tag, parts.text]);
    },
    open(sealed, place) {
      if (sealed[0] === 1) return openFirst(all, sealed, place);
      const id = keyIdOf(sealed);
      if (id === null) throw new SealBroken();
      const mine = known.get(id);
      if (!mine) throw new KeyMissing(id);
      const way = ways[mine.key.algorithm];
      const start = headOf(mine.key);
      if (!sealed.subarray(0, start.length).equals(start)) throw new SealBroken();
      const tagAt = start.length + way.nonceLength;
      const textAt = tagAt + way.tagLength;
      if (sealed.length < textAt) throw new SealBroken();
      const parts = {
        nonce: sealed.subarray(start.length, tagAt),
        tag: sealed.subarray(tagAt, textAt),
        text: sealed.subarray(textAt),
      };
      const bound = Buffer.concat([start, Buffer.from(place)]);
      return whole(() => way.open(mine, parts, bound));
    },
    index: (kind, plain) => indexUnder(own, kind, plain),
    indexes: (kind, plain) => [...known.values()].map((one) => indexUnder(one, kind, plain)),
  };
}

/** The id of the key an envelope names; null for one of version 1, or none at all. */
export function keyIdOf(sealed: Buffer): string | null {
  const [version, code, length = 0] = sealed;
  const known = algorithms.some((name) => ways[name].code === code);
  if (version !== 2 || !known || sealed.length < 3 + length) return null;
  return sealed.subarray(3, 3 + length).toString('latin1');
}

function headOf({ id, algorithm }: Key): Buffer {
  const name = Buffer.from(id, 'latin1');
  return Buffer.concat([Buffer.of(2, ways[algorithm].code, name.length), name]);
}

const indexUnder = ({ key, index }: Subkeys & { key: Key }, kind: string, plain: string): Buffer =>
  createHmac(ways[key.algorithm].hash, index).update(`${kind}\0${plain}`).digest();

/** Version 1 names no key: the one that opens it is the one. */
function openFirst(all: readonly Key[], sealed: Buffer, place: string): string {
  if (sealed.length < 29) throw new SealBroken();
  for (const { bytes } of all) {
    const cipher = createDecipheriv('aes-256-gcm', bytes, sealed.subarray(1, 13), {
      authTagLength: 16,
    });
    cipher.setAAD(Buffer.from(place));
    cipher.setAuthTag(sealed.subarray(13, 29));
    const text = cipher.update(sealed.subarray(29));
    try {
      return Buffer.concat([text, cipher.final()]).toString('utf8');
    } catch {
      // another key's: the tag does not fit
    }
  }
  throw new SealBroken();
}

function whole(open: () => Buffer): string {
  try {
    return open().toString('utf8');
  } catch {
    throw new SealBroken(); // the library's own words tell nothing more
  }
}
