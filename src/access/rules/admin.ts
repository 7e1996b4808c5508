/** Who administers whom (三员分立), and what an account must have. Pure. */
import { administrators, type Level, permissionsOf, type RoleName, roles } from '../roles.ts';

export const isAdministrator = (role: RoleName): boolean =>
  (administrators as readonly RoleName[]).includes(role);

/** Whether somebody of the role makes accounts of the other. System administrators make every account and confirm none. */
export const mayMake = (maker: RoleName, role: RoleName): boolean =>
  permissionsOf[maker].includes('access.accounts') && role in roles;

/** Who decides, and what is known of the account decided on. */
export interface Deciding {
  account: string;
  role: RoleName;
}
export interface Decided {
  account: string;
  /** Who made the account, and who asked for this grant; null where nobody is known. */
  madeBy: string | null;
  askedBy: string | null;
}

/** Whether somebody confirms or refuses role and place of an account: never of the own one, nor of one they made or asked for. */
export const mayGrant = (who: Deciding, one: Decided): boolean =>
  permissionsOf[who.role].includes('access.grant') &&
  who.account !== one.account &&
  who.account !== one.madeBy &&
  who.account !== one.askedBy;

/**
 * Whether a role may become another. An administrator stays the kind it is, and nobody else becomes one: whoever has
 * made accounts or read the audit would otherwise come, in one step or two, to grant what they made.
 */
export const mayBecome = (from: RoleName, to: RoleName): boolean =>
  from === to || !(isAdministrator(from) || isAdministrator(to));

/** Roles whose scope follows the postings of one person. */
export const isPosted = (role: RoleName): boolean => roles[role].scope === 'posting';
/** Roles whose scope follows the pairings and postings of one organisation. */
export const isOfUnit = (role: RoleName): boolean => role === 'sending_unit';

export interface Wanted {
  role: RoleName;
  /** Level of the home place. */
  level: Level;
  person: boolean;
  organisation: boolean;
}

export type AccountFault =
  | 'place_level'
  | 'person_needed'
  | 'organisation_needed'
  | 'person_superfluous'
  | 'organisation_superfluous';

/** What does not fit together in an account; empty when nothing. */
export function accountFaults({ role, level, person, organisation }: Wanted): AccountFault[] {
  const faults: AccountFault[] = [];
  if (!roles[role].levels.includes(level)) faults.push('place_level');
  if (isPosted(role) && !person) faults.push('person_needed');
  if (isOfUnit(role) && !organisation) faults.push('organisation_needed');
  if (person && !isPosted(role)) faults.push('person_superfluous');
  if (organisation && !isOfUnit(role)) faults.push('organisation_superfluous');
  return faults;
}
