// Identity and mobile numbers of the made-up people. They can be nobody's: no province has the code 99 and no card of any
// kind begins so, no mobile number begins with 100. Everything else about them is as it must be, check sign included.
import { checkSignOf } from '../../kit/identity-number.ts';
import { placeOf, type Secrets } from '../../platform/secrets/envelope.ts';
import { random } from '../seed.ts';
import type { Person } from './people.ts';

/** The county of the made-up place 演示县. */
const AREA = '990101';
const PHONES = 100_000_000;

interface Numbers {
  idNumber: string | null;
  phone: string | null;
}

/** One person after the other; nobody has another's, and a few have none on record. */
export function numbersOf(people: readonly Person[], seed: number): Numbers[] {
  const r = random(seed, 'numbers');
  const born = new Map<string, number>();
  const step = 48_271; // has no factor in common with a hundred million: no number comes twice
  const first = r.int(0, PHONES - 1);
  return people.map(({ born_in, sex }, at) => {
    const day = `${born_in ?? 1980}${two(r.int(1, 12))}${two(r.int(1, 28))}`;
    const of = `${day}${sex}`;
    const nth = born.get(of) ?? r.int(0, 499);
    born.set(of, (nth + 1) % 500);
    // The last digit of the sequence is odd for men (GB 11643).
    const sequence = String(nth * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
    const seventeen = `${AREA}${day}${sequence}`;
    const phone = `100${String((first + at * step) % PHONES).padStart(8, '0')}`;
    return {
      idNumber: r.chance(0.96) ? `${seventeen}${checkSignOf(seventeen)}` : null,
      phone: r.chance(0.97) ? phone : null,
    };
  });
}

const two = (n: number) => String(n).padStart(2, '0');

/** The people with their numbers sealed, as the application keeps them. */
export function withNumbers(people: readonly Person[], secrets: Secrets, seed: number): Person[] {
  const numbers = numbersOf(people, seed);
  return people.map((person, at) => ({
    ...person,
    ...sealed(secrets, person.id, 'id_number', numbers[at]?.idNumber ?? null),
    ...sealed(secrets, person.id, 'phone', numbers[at]?.phone ?? null),
  }));
}

function sealed(secrets: Secrets, id: string, column: 'id_number' | 'phone', plain: string | null) {
  return {
    [column]: plain && asText(secrets.seal(plain, placeOf('teams.person', id, column))),
    [`${column}_index`]: plain && asText(secrets.index(column, plain)),
  };
}

/** Rows are written as JSON documents, in which PostgreSQL reads bytes as text. */
const asText = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
