// How values of the policy are said.
import type { T } from '../../../../platform/web/i18n.tsx';
import type { Policy } from '../../../rules/policy.ts';
import type { PolicyNumber } from '../../../rules/policy-bounds.ts';

const units: Record<PolicyNumber, string> = {
  minLength: 'characters',
  classes: 'kinds',
  history: 'passwords',
  rotateDays: 'days',
  lockAfter: 'times',
  lockMinutes: 'minutes',
  lockAccountAfter: 'times',
  lockAddressAfter: 'times',
  idleMinutes: 'minutes',
  sessionHours: 'hours',
  unusedDays: 'days',
  stepUpMinutes: 'minutes',
  invitationHours: 'hours',
};

export const valueSaid = (t: T, name: PolicyNumber, value: number | null): string =>
  value === null ? t('access.policy.never') : t(`access.policy_unit.${units[name]}`, { n: value });

export const rolesSaid = (t: T, { secondFactorRoles }: Pick<Policy, 'secondFactorRoles'>): string =>
  secondFactorRoles.map((role) => t(`access.role.${role}`)).join(t('access.admin.and')) ||
  t('access.policy.never');
