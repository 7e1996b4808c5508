/**
 * What each role is and may do: the one place. Endpoints name permissions; the page of roles, the table in
 * docs/security.md and the scope matrix are made from this.
 */

export const roleNames = [
  'province',
  'city',
  'county',
  'county_finance',
  'town',
  'captain',
  'member',
  'first_secretary',
  'village',
  'assisting_city',
  'sending_unit',
  'department',
  'auditor',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;
export type RoleName = (typeof roleNames)[number];

/** Where a role's scope comes from: the own place, open postings, pairings in force, or a notice. */
export type ScopeFrom = 'home' | 'posting' | 'home_and_pairings' | 'pairing' | 'notice';
export type Level = 'province' | 'city' | 'county' | 'town' | 'village';

interface Role {
  /** Levels a home place of the role may have. */
  levels: readonly Level[];
  scope: ScopeFrom;
  may: readonly string[];
}

const reading = [
  'regions.read',
  'indicators.read',
  'teams.read',
  'funds.read',
  'projects.read',
  'figures.read',
  'disclosure.read',
] as const;
const exporting = ['indicators.export'] as const;
/** Offices from the county up register papers in the ledger; what one person registers another checks. */
const booking = ['funds.register', 'funds.check'] as const;
/** Towns write projects, contracts and requests; who had no hand in a step decides it, the county what is for it to decide. */
const projecting = ['projects.write', 'projects.decide'] as const;
/** Who writes by forms may send the same as a sheet. */
const importing = ['imports.write'] as const;
/** Findings of supervision: the owner answers, an office above decides. */
const answering = ['supervision.read', 'supervision.answer'] as const;
const overseeing = ['supervision.read', 'supervision.decide'] as const;
/** Officials of the programme: they write in their area, see one hidden value for a reason, and may ask for more in an emergency. */
const official = [
  ...reading,
  'disclosure.write',
  ...exporting,
  'teams.write',
  'personal.reveal',
  'access.emergency',
] as const;
/** They also set the batches, requirements and sizes their area is held to. */
const arranging = [
  ...official,
  ...booking,
  ...projecting,
  ...importing,
  ...overseeing,
  'supervision.answer',
  'teams.arrange',
] as const;
const administrating = ['access.read', 'regions.read'] as const;
const everywhere: readonly Level[] = ['province', 'city', 'county', 'town'];

export const roles: Record<RoleName, Role> = {
  province: { levels: ['province'], scope: 'home', may: [...arranging, 'supervision.try'] },
  city: { levels: ['city'], scope: 'home', may: arranging },
  county: {
    levels: ['county'],
    scope: 'home',
    may: [
      ...official,
      ...booking,
      ...projecting,
      ...importing,
      ...overseeing,
      'supervision.answer',
    ],
  },
  county_finance: {
    levels: ['city', 'county'],
    scope: 'home',
    may: [
      ...reading,
      ...exporting,
      ...booking,
      ...projecting,
      ...importing,
      ...overseeing,
      'supervision.answer',
    ],
  },
  town: {
    levels: ['town'],
    scope: 'home',
    may: [...official, ...projecting, ...importing, ...answering],
  },
  captain: {
    levels: ['town'],
    scope: 'posting',
    may: [...reading, 'teams.write', 'projects.write', ...importing],
  },
  member: { levels: ['town'], scope: 'posting', may: reading },
  first_secretary: { levels: ['town', 'village'], scope: 'posting', may: reading },
  village: { levels: ['village'], scope: 'home', may: reading },
  assisting_city: {
    levels: ['city'],
    scope: 'home_and_pairings',
    may: [...reading, ...exporting, ...booking, ...importing],
  },
  sending_unit: { levels: everywhere, scope: 'pairing', may: reading },
  department: { levels: ['province', 'city', 'county'], scope: 'home', may: reading },
  auditor: {
    levels: everywhere,
    scope: 'notice',
    may: [
      ...reading,
      ...exporting,
      'personal.reveal',
      'audit.read',
      'supervision.read',
      'supervision.try',
    ],
  },
  sysadmin: {
    levels: everywhere,
    scope: 'home',
    may: [...administrating, 'access.accounts', 'operations.read', 'regions.administer'],
  },
  secadmin: {
    levels: everywhere,
    scope: 'home',
    may: [...administrating, 'access.grant', 'access.settings'],
  },
  auditadmin: { levels: everywhere, scope: 'home', may: [...administrating, 'audit.read'] },
};

/** The three administrators exclude one another: whoever makes accounts grants no rights and reads no audit (三员分立). */
export const administrators = ['sysadmin', 'secadmin', 'auditadmin'] as const;

export const permissionsOf = Object.fromEntries(
  roleNames.map((name) => [name, roles[name].may]),
) as Record<RoleName, readonly string[]>; // the keys are exactly roleNames

/** Every permission an endpoint may declare beside 'public' and 'signed_in'. */
export const allPermissions: ReadonlySet<string> = new Set(Object.values(permissionsOf).flat());
