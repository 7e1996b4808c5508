/** What each role may do. The one place: endpoints only name permissions. */

export type RoleName = 'province' | 'city' | 'county' | 'town' | 'auditor' | 'sysadmin';

const reading = [
  'regions.read',
  'indicators.read',
  'indicators.export',
  'teams.read',
  'facts.read',
  'figures.read',
] as const;

export const permissionsOf: Record<RoleName, readonly string[]> = {
  province: [...reading, 'teams.write'],
  city: [...reading, 'teams.write'],
  county: [...reading, 'teams.write'],
  town: [...reading, 'teams.write'],
  auditor: reading,
  sysadmin: [...reading, 'access.administer', 'regions.administer'],
};

/** Every permission an endpoint may declare beside 'public' and 'signed_in'. */
export const allPermissions: ReadonlySet<string> = new Set(Object.values(permissionsOf).flat());
