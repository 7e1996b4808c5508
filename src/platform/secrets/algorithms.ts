/** The two ways a value is sealed: AES-256-GCM, and SM4-CBC with HMAC-SM3 over everything (encrypt, then authenticate). */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  timingSafeEqual,
} from 'node:crypto';

export const algorithms = ['aes-256-gcm', 'sm4-hmac-sm3'] as const;
export type Algorithm = (typeof algorithms)[number];

/** The keys made of one: each for one purpose alone. */
export interface Subkeys {
  seal: Buffer;
  /** Authenticates where the cipher does not. */
  mac: Buffer;
  index: Buffer;
}

/** A value as an algorithm leaves it. */
export interface Parts {
  nonce: Buffer;
  tag: Buffer;
  text: Buffer;
}

/** How an algorithm works; `bound` is what the value is tied to beside itself. */
interface Way {
  /** Its byte in an envelope. */
  code: number;
  nonceLength: number;
  tagLength: number;
  hash: 'sha256' | 'sm3';
  sealLength: number;
  seal(keys: Subkeys, nonce: Buffer, plain: Buffer, bound: Buffer): Parts;
  /** @throws Error when it was changed, or is bound to something else */
  open(keys: Subkeys, parts: Parts, bound: Buffer): Buffer;
}

export const ways: Record<Algorithm, Way> = {
  'aes-256-gcm': {
    code: 1,
    nonceLength: 12,
    tagLength: 16,
    hash: 'sha256',
    sealLength: 32,
    seal({ seal }, nonce, plain, bound) {
      const cipher = createCipheriv('aes-256-gcm', seal, nonce, { authTagLength: 16 });
      cipher.setAAD(bound);
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return { nonce, tag: cipher.getAuthTag(), text };
    },
    open({ seal }, { nonce, tag, text }, bound) {
      const cipher = createDecipheriv('aes-256-gcm', seal, nonce, { authTagLength: 16 });
      cipher.setAAD(bound);
      cipher.setAuthTag(tag);
      return Buffer.concat([cipher.update(text), cipher.final()]);
    },
  },
  'sm4-hmac-sm3': {
    code: 2,
    nonceLength: 16,
    tagLength: 32,
    hash: 'sm3',
    sealLength: 16,
    seal({ seal, mac }, nonce, plain, bound) {
      const cipher = createCipheriv('sm4-cbc', seal, nonce);
      const text = Buffer.concat([cipher.update(plain), cipher.final()]);
      return { nonce, tag: tagOf(mac, nonce, text, bound), text };
    },
    open({ seal, mac }, { nonce, tag, text }, bound) {
      // Before anything is decrypted: what was changed tells nothing by the way it fails.
      if (!timingSafeEqual(tag, tagOf(mac, nonce, text, bound))) throw new Error('wrong tag');
      const cipher = createDecipheriv('sm4-cbc', seal, nonce);
      return Buffer.concat([cipher.update(text), cipher.final()]);
    },
  },
};

/** The length of what it is bound to comes first, so that no byte can move from one part to the next. */
function tagOf(key: Buffer, nonce: Buffer, text: Buffer, bound: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bound.length);
  const hmac = createHmac('sm3', key);
  for (const part of [length, bound, nonce, text]) hmac.update(part);
  return hmac.digest();
}

export function subkeysOf(algorithm: Algorithm, key: Buffer): Subkeys {
  const { hash, sealLength } = ways[algorithm];
  const derived = (purpose: string, length: number) =>
    Buffer.from(hkdfSync(hash, key, '', `zhuzhen/${algorithm}/${purpose}`, length));
  return {
    seal: derived('seal', sealLength),
    mac: derived('mac', 32),
    index: derived('index', 32),
  };
}
