// What the form of a posting holds, when it is complete, and the body it becomes. Pure.

import type { AddPosting } from '../../contract-writing.ts';
import { roleFits } from '../../rules.ts';
import { refusalOfIdNumber, refusalOfPhone } from '../../rules-people.ts';
import { idFrom } from '../fields/search-field.tsx';

export type PostingValues = ReturnType<typeof emptyPosting>;

/** @param newPerson id of the person should they be new: the same for every retry of the draft */
export const emptyPosting = (today: string, newPerson: string) => ({
  newPerson,
  person: '',
  /** The name the person was chosen under; another name typed since means somebody else. */
  personName: '',
  name: '',
  organisation: '',
  category: 'cadre',
  role: 'member',
  village: '',
  townPost: '',
  batch: '',
  startsOn: today,
  dueOn: '',
  second: 'no',
  sex: '',
  bornIn: '',
  education: '',
  rank: '',
  party: 'no',
  skills: '',
  idNumber: '',
  phone: '',
});

/** Numbers that stay on the screen alone until they are sent. */
export const unkept = ['idNumber', 'phone'] as const;

/** The person chosen from those on record, or '' for somebody new. */
export const chosenPerson = (values: PostingValues): string =>
  values.personName === values.name.trim() ? values.person : '';

export function problemsOf(
  values: PostingValues,
  say: { needed: string; village: string; born: string; refused: (code: string) => string },
  around: { today: string; madeUp: boolean },
): Partial<Record<keyof PostingValues, string>> {
  const needed = (['name', 'category', 'role', 'batch', 'startsOn'] as const).filter(
    (name) => !values[name].trim(),
  );
  const problems: Partial<Record<keyof PostingValues, string>> = Object.fromEntries(
    needed.map((name) => [name, say.needed]),
  );
  if (!values.organisation && values.category !== 'volunteer') problems.organisation = say.needed;
  const { category, role } = values as Pick<AddPosting, 'category' | 'role'>; // selects hold the contract's own codes
  if (role && !roleFits(category, role)) problems.role = say.needed;
  if (values.role === 'first_secretary' && !values.village) problems.village = say.village;
  if (!chosenPerson(values) && !values.sex) problems.sex = say.needed;
  if (values.bornIn && !/^(19[3-9]\d|20[01]\d|2020)$/.test(values.bornIn))
    problems.bornIn = say.born;
  const bornIn = Number(values.bornIn) || null;
  const idNumber = values.idNumber && refusalOfIdNumber(values.idNumber, { ...around, bornIn });
  const phone = values.phone && refusalOfPhone(values.phone, around);
  if (!chosenPerson(values) && idNumber) problems.idNumber = say.refused(idNumber);
  if (!chosenPerson(values) && phone) problems.phone = say.refused(phone);
  return problems;
}

export function bodyOf(values: PostingValues, team: string): AddPosting {
  const person = chosenPerson(values);
  const known = person !== '';
  const body = {
    team,
    person: known
      ? { id: person }
      : {
          new: {
            id: values.newPerson,
            name: values.name.trim(),
            sex: values.sex,
            bornIn: values.bornIn ? Number(values.bornIn) : null,
            education: values.education || null,
            rank: values.rank || null,
            partyMember: values.party === 'yes',
            skills: values.skills
              .split(/[、,，\s]+/)
              .filter(Boolean)
              .slice(0, 20),
            idNumber: values.idNumber.trim() || null,
            phone: values.phone.trim() || null,
          },
        },
    organisation: idFrom(values.organisation) ?? null,
    batch: values.batch,
    category: values.category,
    role: values.role,
    village: values.village || null,
    townPost: values.townPost.trim() || null,
    main: !(known && values.second === 'yes'),
    startsOn: values.startsOn,
    dueOn: values.dueOn || null,
  };
  return body as AddPosting; // selects hold the contract's own codes
}
