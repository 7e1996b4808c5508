/** One-time codes of an authenticator: RFC 6238 with SHA-1, six digits and thirty seconds, as every authenticator reads them. */
import { Secret, TOTP } from 'otpauth';

const period = 30;

/** 160 random bits in Base32, as people can type them. */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

/** What the picture to scan says. */
export const uriOf = (secret: string, login: string): string => codesOf(secret, login).toString();

/**
 * The time step a code is of: the present one, the one before or the one after.
 * @param now milliseconds
 * @returns null when it is the code of none of them
 */
export function stepOf(secret: string, code: string, now: number): number | null {
  const delta = codesOf(secret, '').validate({ token: code, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / period) + delta;
}

const codesOf = (secret: string, login: string) =>
  new TOTP({
    issuer: '驻镇通',
    label: login,
    algorithm: 'SHA1',
    digits: 6,
    period,
    secret: Secret.fromBase32(secret),
  });
