/** The three administrators and what they may do to whom, over every pair of roles. */
import { describe, expect, test } from 'vitest';
import {
  administrators,
  type Level,
  permissionsOf,
  type RoleName,
  roleNames,
  roles,
} from '../roles.ts';
import { accountFaults, mayBecome, mayGrant, mayMake } from './admin.ts';

const pairs = roleNames.flatMap((one) => roleNames.map((other) => [one, other] as const));
const strangers = { account: 'them', madeBy: 'somebody', askedBy: 'somebody' };

describe('over every pair of roles', () => {
  const wrong = (fits: (one: RoleName, other: RoleName) => boolean) =>
    pairs.filter(([one, other]) => !fits(one, other));

  test('only a system administrator makes accounts', () => {
    expect(wrong((maker, role) => mayMake(maker, role) === (maker === 'sysadmin'))).toEqual([]);
  });

  test('only a security administrator grants', () => {
    expect(
      wrong((who) => mayGrant({ account: 'me', role: who }, strangers) === (who === 'secadmin')),
    ).toEqual([]);
  });

  test('a role becomes another only where neither administers', () => {
    const administers = (role: RoleName) => /^(sys|sec|audit)admin$/.test(role);
    expect(
      wrong(
        (from, to) =>
          mayBecome(from, to) === (from === to || !(administers(from) || administers(to))),
      ),
    ).toEqual([]);
  });

  test('a third role on the way changes nothing', () => {
    const inTwo = (from: RoleName, to: RoleName) =>
      roleNames.some((by) => mayBecome(from, by) && mayBecome(by, to));
    expect(wrong((from, to) => inTwo(from, to) === mayBecome(from, to))).toEqual([]);
  });
});

test('nobody grants the own account, nor one they made or asked for', () => {
  const me = { account: 'me', role: 'secadmin' } as const;
  expect(mayGrant(me, { ...strangers, account: 'me' })).toBe(false);
  expect(mayGrant(me, { ...strangers, madeBy: 'me' })).toBe(false);
  expect(mayGrant(me, { ...strangers, askedBy: 'me' })).toBe(false);
  expect(mayGrant(me, { account: 'them', madeBy: null, askedBy: null })).toBe(true);
});

test('no role makes accounts, grants, and reads the audit at once, and no administrator does other business', () => {
  const apart = ['access.accounts', 'access.grant', 'audit.read'];
  for (const role of roleNames) {
    const held = apart.filter((p) => permissionsOf[role].includes(p));
    expect(held.length, role).toBeLessThanOrEqual(1);
  }
  for (const role of administrators)
    expect(
      permissionsOf[role].filter((p) => /^(teams|facts|figures|indicators|personal)\./.test(p)),
    ).toEqual([]);
});

const levels: readonly Level[] = ['province', 'city', 'county', 'town', 'village'];

describe('what an account must have', () => {
  const fitting = roleNames.flatMap((role) => levels.map((level) => [role, level] as const));
  test.each(fitting)('%s at a %s', (role, level) => {
    const posted = ['captain', 'member', 'first_secretary'].includes(role);
    const ofUnit = role === 'sending_unit';
    const faults = accountFaults({ role, level, person: posted, organisation: ofUnit });
    expect(faults).toEqual(roles[role].levels.includes(level) ? [] : ['place_level']);
    const turned = accountFaults({ role, level, person: !posted, organisation: !ofUnit });
    expect(turned).toContain(posted ? 'person_needed' : 'person_superfluous');
    expect(turned).toContain(ofUnit ? 'organisation_needed' : 'organisation_superfluous');
  });
});
