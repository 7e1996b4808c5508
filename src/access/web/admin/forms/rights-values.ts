// What a grant is asked with, as it is typed: what is still wrong, and as the server takes it.
import type { T } from '../../../../platform/web/i18n.tsx';
import type { PersonChosen } from '../../../contract-accounts.ts';
import { type RoleName, roleNames } from '../../../roles.ts';
import { isOfUnit, isPosted } from '../../../rules/admin.ts';

export interface RightsValues extends Record<string, string> {
  role: string;
  home: string;
  homeName: string;
  unit: string;
  unitName: string;
  person: string;
  personName: string;
}

/** A role of the form; '' before one is chosen. */
export const roleOf = (values: RightsValues): RoleName | null =>
  roleNames.find((name) => name === values.role) ?? null;

/** What is still wrong; `kept` where an account keeps whom it is for when nothing else is said. */
export function rightsErrors(values: RightsValues, t: T, kept: boolean) {
  const needed = t('access.form.needed');
  const role = roleOf(values);
  return {
    role: role ? undefined : needed,
    home: values.home ? undefined : needed,
    unit: role && isOfUnit(role) && !values.unit && !kept ? needed : undefined,
    person: role && isPosted(role) && !values.person && !kept ? needed : undefined,
  };
}

/** As the server takes it. */
export function rightsBody(values: RightsValues): {
  role: string;
  home: string;
  person: PersonChosen | null;
  organisation: string | null;
} {
  const role = roleOf(values);
  const posted = role !== null && isPosted(role);
  const ofUnit = role !== null && isOfUnit(role);
  const { person: id, personName: name, unit } = values;
  return {
    role: values.role,
    home: values.home,
    person: posted && id ? { id, name, organisation: unit } : null,
    organisation: ofUnit && unit ? unit : null,
  };
}
