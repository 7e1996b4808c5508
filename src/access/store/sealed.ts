/** Secrets sealed before they are kept: AES-256-GCM, bound to the place they are kept in. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

export interface Sealed {
  /** @param aad where it is kept: table, row, column. Moved elsewhere it does not open. */
  seal(plain: string, aad: string): Buffer;
  /** @throws Error when it was sealed under another key or for another place, or was changed. */
  open(sealed: Buffer, aad: string): string;
}

const version = 1;

/** @param key 32 bytes */
export function sealedUnder(key: Buffer): Sealed {
  if (key.length !== 32) throw new Error('the key that seals must have 32 bytes');
  return {
    seal(plain, aad) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: 16 });
      cipher.setAAD(Buffer.from(aad));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), text]);
    },
    open(sealed, aad) {
      if (sealed[0] !== version || sealed.length < 29)
        throw new Error('not sealed by this version');
      const options = { authTagLength: 16 };
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13), options);
      cipher.setAAD(Buffer.from(aad));
      cipher.setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([cipher.update(sealed.subarray(29)), cipher.final()]).toString('utf8');
    },
  };
}
