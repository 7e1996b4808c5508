/** Between what an administrator may set the policy, and what of it is weaker than its preset. Pure. */
import { type RoleName, roleNames } from '../roles.ts';
import { type Policy, presets } from './policy.ts';

/** The values of the policy that are numbers. */
export const numbers = [
  'minLength',
  'classes',
  'history',
  'rotateDays',
  'lockAfter',
  'lockMinutes',
  'lockAccountAfter',
  'lockAddressAfter',
  'idleMinutes',
  'sessionHours',
  'unusedDays',
  'stepUpMinutes',
  'invitationHours',
] as const satisfies readonly (keyof Policy)[];
export type PolicyNumber = (typeof numbers)[number];

interface Bound {
  least: number;
  most: number;
  /** May be left out: never. */
  never?: true;
}

export const bounds: Record<PolicyNumber, Bound> = {
  minLength: { least: 8, most: 64 },
  classes: { least: 1, most: 4 },
  history: { least: 1, most: 24 },
  rotateDays: { least: 30, most: 365, never: true },
  lockAfter: { least: 3, most: 10 },
  lockMinutes: { least: 5, most: 1440 },
  lockAccountAfter: { least: 10, most: 100 },
  lockAddressAfter: { least: 10, most: 300 },
  idleMinutes: { least: 5, most: 240 },
  sessionHours: { least: 1, most: 24 },
  unusedDays: { least: 30, most: 365, never: true },
  stepUpMinutes: { least: 1, most: 60 },
  invitationHours: { least: 1, most: 168 },
};

/** Values out of their bounds, by name; empty when all are in. */
export function outOfBounds(policy: Pick<Policy, PolicyNumber>): PolicyNumber[] {
  return numbers.filter((name) => {
    const { least, most, never } = bounds[name];
    const value = policy[name];
    return value === null ? !never : !Number.isInteger(value) || value < least || value > most;
  });
}

/** Of these a larger number is the weaker one; of the others a smaller. */
const weakerAbove: ReadonlySet<PolicyNumber> = new Set([
  'rotateDays',
  'lockAfter',
  'lockAccountAfter',
  'lockAddressAfter',
  'idleMinutes',
  'sessionHours',
  'unusedDays',
  'stepUpMinutes',
  'invitationHours',
]);

/** Whether a value protects less than its preset does. */
export function isWeaker(
  name: PolicyNumber,
  value: number | null,
  preset: Policy['preset'],
): boolean {
  const usual = presets[preset][name];
  if (!weakerAbove.has(name)) return (value ?? 0) < (usual ?? 0);
  return (value ?? Number.POSITIVE_INFINITY) > (usual ?? Number.POSITIVE_INFINITY);
}

/** Roles the preset asks for a second factor and the policy does not. */
export const withoutSecondFactor = (policy: Policy): RoleName[] =>
  presets[policy.preset].secondFactorRoles.filter((r) => !policy.secondFactorRoles.includes(r));

/** What of a policy differs from its preset: what is kept. Roles stand in their order, so that equal sets are equal. */
export function apartFrom({ preset, ...values }: Policy): Partial<Policy> {
  const usual = presets[preset];
  const changed = numbers.filter((name) => values[name] !== usual[name]);
  const chosen = roleNames.filter((r) => values.secondFactorRoles.includes(r));
  const same = roleNames.every((r) => chosen.includes(r) === usual.secondFactorRoles.includes(r));
  return {
    preset,
    ...Object.fromEntries(changed.map((name) => [name, values[name]])),
    ...(same ? {} : { secondFactorRoles: chosen }),
  };
}
