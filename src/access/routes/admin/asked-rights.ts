/** What is asked for an account, held against what fits together and what is there. */
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { PersonChosen } from '../../contract-accounts.ts';
import type { RoleName } from '../../roles.ts';
import { accountFaults, isOfUnit, isPosted } from '../../rules/admin.ts';
import { levelOfHome } from '../../store/admin/account-in-reach.ts';
import type { Rights } from '../../store/admin/make-accounts.ts';
import { peopleNamed, unitInReach } from '../../store/admin/people.ts';

interface Asked {
  role: RoleName;
  home: string;
  person: PersonChosen | null;
  organisation: string | null;
}

/**
 * @param before what the account has: whom it is for stays where nothing else is said
 * @throws Absent for a place outside the caller's ranges
 * @throws Refusal naming the first thing that does not fit; a person or unit outside the ranges is refused as absent
 */
export async function askedRights(
  client: Client,
  caller: Caller,
  asked: Asked,
  before: { person_id: string | null; organisation_id: string | null } | null = null,
): Promise<Rights> {
  const { role, home } = asked;
  const level = await levelOfHome(client, caller, home);
  const person = asked.person?.id ?? (isPosted(role) ? (before?.person_id ?? null) : null);
  const organisation =
    asked.organisation ?? (isOfUnit(role) ? (before?.organisation_id ?? null) : null);
  const [fault] = accountFaults({
    role,
    level,
    person: person !== null,
    organisation: organisation !== null,
  });
  if (fault) throw new Refusal(`access.refusal.${fault}`);
  if (asked.person) {
    const { name, organisation: unit, id } = asked.person;
    const known = await peopleNamed(client, caller, name.trim(), unit);
    if (!known.some((one) => one.id === id)) throw new Refusal('access.refusal.person_unknown');
  }
  const kept = before?.organisation_id ?? null;
  if (organisation && organisation !== kept && !(await unitInReach(client, caller, organisation)))
    throw new Refusal('access.refusal.unit_unknown');
  return { role, home, person, organisation };
}

/** Names of what the database refuses of an account. */
export const accountConstraints = {
  account_name: 'access.refusal.name_taken',
  account_name_form: 'access.refusal.name_form',
  account_person_once: 'access.refusal.person_has_account',
};
