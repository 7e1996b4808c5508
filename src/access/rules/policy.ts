/**
 * The security policy as one value: two presets, and what an administrator changed. Pure.
 * 'level3' follows GB/T 22239-2019 level 3 (等保三级) as commonly assessed; 'nist' follows NIST SP 800-63B-4: length
 * instead of classes, no rotation.
 */
import { type RoleName, roleNames } from '../roles.ts';

export interface Policy {
  preset: 'level3' | 'nist';
  /** Characters a password has at least. */
  minLength: number;
  /** Of lower case, upper case, digits, others: how many kinds at least. */
  classes: number;
  /** So many earlier passwords are refused, the present one included. */
  history: number;
  /** Days after which a password must be changed; null = never. */
  rotateDays: number | null;
  /** Failures that lock one account against one address. */
  lockAfter: number;
  lockMinutes: number;
  /** Failures on one account from anywhere that lock it against browsers it does not know. */
  lockAccountAfter: number;
  /** Failures from one address that lock the address for accounts that do not know the browser. */
  lockAddressAfter: number;
  idleMinutes: number;
  sessionHours: number;
  /** Days without use after which an account is disabled; null = never. */
  unusedDays: number | null;
  /** Minutes a renewed proof of being there holds. */
  stepUpMinutes: number;
  invitationHours: number;
  secondFactorRoles: readonly RoleName[];
}

const shared = {
  lockAfter: 5,
  lockMinutes: 15,
  lockAccountAfter: 20,
  lockAddressAfter: 30,
  stepUpMinutes: 10,
  invitationHours: 72,
} as const;

export const presets: Record<Policy['preset'], Policy> = {
  level3: {
    ...shared,
    preset: 'level3',
    minLength: 10,
    classes: 3,
    history: 5,
    rotateDays: 90,
    idleMinutes: 30,
    sessionHours: 12,
    unusedDays: 90,
    secondFactorRoles: ['sysadmin', 'secadmin', 'auditadmin', 'auditor'],
  },
  nist: {
    ...shared,
    preset: 'nist',
    minLength: 15,
    classes: 1,
    history: 1,
    rotateDays: null,
    idleMinutes: 60,
    sessionHours: 12,
    unusedDays: 90,
    secondFactorRoles: roleNames,
  },
};

/** The policy in force: a preset, and over it what was set apart from it. */
export const policyFrom = (kept: Partial<Policy> | null): Policy => ({
  ...presets[kept?.preset ?? 'level3'],
  ...kept,
});

export type PasswordFault = 'short' | 'classes' | 'common' | 'name' | 'repeats';

/**
 * What is wrong with a new password; empty when nothing.
 * @param isCommon whether a text (lower case) is on the list of common passwords
 */
export function passwordFaults(
  password: string,
  accountName: string,
  policy: Pick<Policy, 'minLength' | 'classes'>,
  isCommon: (text: string) => boolean,
): PasswordFault[] {
  const faults: PasswordFault[] = [];
  const lower = password.toLowerCase();
  if ([...password].length < policy.minLength) faults.push('short');
  if (classesOf(password) < policy.classes) faults.push('classes');
  if (isCommon(lower) || isCommon(lower.replace(/[\d\p{P}\p{S}]+$/u, ''))) faults.push('common');
  if (accountName.length >= 3 && lower.includes(accountName.toLowerCase())) faults.push('name');
  if (new Set(lower).size < 5) faults.push('repeats');
  return faults;
}

function classesOf(text: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter((one) => one.test(text))
    .length;
}

/** Whether a password set at `setAt` must be changed at `now` (milliseconds). */
export const passwordIsOld = (setAt: number, now: number, { rotateDays }: Policy): boolean =>
  rotateDays !== null && now - setAt > rotateDays * 86_400_000;
