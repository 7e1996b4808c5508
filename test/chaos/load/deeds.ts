/** The writes of a run, made from its seed alone: postings with their people, units, duties. */
import { uuid7 } from '../../../src/kit/id.ts';
import { places } from '../../places.ts';
import type { Random } from '../../property/random.ts';
import type { World } from '../stage/world.ts';

export type Kind = 'posting' | 'organisation' | 'duty';

export interface Deed {
  /** Idempotency-Key, and the id of what is made. */
  id: string;
  kind: Kind;
  url: string;
  body: string;
  /** The person a posting brings with it. */
  person: string | null;
  /** Its caller gives up at the first failure and never asks again: all of it must be there, or nothing. */
  fickle: boolean;
}

/** The ids' own clock: the same seed makes the same ids. */
const began = Date.UTC(2022, 6, 28);

export function deeds(world: World, random: Random, count: number, fickle = 0): Deed[] {
  const idAt = (i: number) =>
    uuid7(
      began + i,
      Uint8Array.from({ length: 10 }, () => random.below(256)),
    );
  return Array.from({ length: count }, (_, i): Deed => {
    const id = idAt(i);
    const person = idAt(i);
    const kind = random.of(['posting', 'posting', 'organisation', 'duty'] as const);
    return {
      id,
      kind,
      url: urls[kind],
      body: JSON.stringify(bodies[kind](world, random, i, person)),
      person: kind === 'posting' ? person : null,
      fickle: random.chance(fickle),
    };
  });
}

const urls: Record<Kind, string> = {
  posting: '/api/teams/postings',
  organisation: '/api/teams/organisations',
  duty: '/api/teams/duties',
};

type Body = (world: World, random: Random, i: number, person: string) => Record<string, unknown>;

const bodies: Record<Kind, Body> = {
  posting: (world, random, i, person) => ({
    team: random.of(world.teams),
    person: {
      new: {
        id: person,
        name: `队员${i}`,
        sex: random.of(['female', 'male']),
        bornIn: 1970 + random.below(30),
        education: 'bachelor',
        rank: 'section_member',
        partyMember: random.chance(0.7),
        skills: [],
      },
    },
    organisation: world.organisation,
    batch: world.batch,
    category: 'cadre',
    role: 'member',
    village: null,
    townPost: null,
    main: true,
    startsOn: `2022-0${1 + random.below(7)}-0${1 + random.below(9)}`,
    dueOn: null,
  }),
  organisation: (_, random, i) => ({
    name: `第${i}单位`,
    creditCode: null,
    kind: random.of(['party_government', 'public_institution', 'state_enterprise']),
    level: 'city',
    home: places.city,
    validFrom: '2020-01-01',
  }),
  duty: (world, random, i) => ({
    pairing: random.of(world.pairings),
    kind: random.of(['people', 'money', 'matters']),
    promise: `第${i}项`,
  }),
};
