/** The table of verbs: who may do what to a finding, and from whom one about people is kept. */
import { describe, expect, test } from 'vitest';
import { permissionsOf, type RoleName } from '../access/roles.ts';
import { deeds, states } from './codes.ts';
import {
  type Acting,
  keptFrom,
  mayOwn,
  type Standing,
  stepFor,
  stepsFor,
  transitions,
} from './rules.ts';

const today = '2022-07-28';
const [province, city, county, town] = [
  ...['440000000000', '440800000000', '440823000000', '440823100000'],
];
const who = (role: RoleName, seat = '', account = role): Acting => ({
  ...{ account, role, seat, permissions: new Set(permissionsOf[role]) },
});
const people = {
  town: who('town', town),
  clerk: who('county_finance', county),
  county: who('county', county),
  city: who('city', city),
  province: who('province', province),
  auditor: who('auditor', county),
  neighbour: who('county', '440881000000'),
};
const standing = (change: Partial<Standing> = {}): Standing => ({
  ...{ place: town ?? '', state: 'assigned', owner: town ?? '', replyBy: '2022-08-04' },
  ...{ decidedBy: null, deciders: [], answerers: [], appealed: false },
  ...change,
});
const may = (person: Acting, change: Partial<Standing> = {}) =>
  stepsFor(standing(change), person, today).map(({ verb }) => verb);

test('every deed is in the table, and every state but the last two leads on', () => {
  expect([...new Set(transitions.map(({ verb }) => verb))].sort()).toEqual([...deeds].sort());
  const from = new Set(transitions.flatMap((one) => one.from));
  expect(states.filter((state) => !from.has(state))).toEqual(['cleared', 'closed']);
});

describe('who may do what', () => {
  test('an office from the county up assigns, the owner answers, an office above decides', () => {
    expect(may(people.town, { state: 'opened', owner: null })).toEqual([]);
    expect(may(people.clerk, { state: 'opened', owner: null })).toEqual(['assign']);
    expect(may(people.town)).toEqual(['explain']);
    expect(may(people.town, { state: 'explained' })).toEqual([]);
    expect(may(people.county, { state: 'explained' })).toEqual(['return', 'confirm', 'clear']);
    expect(may(people.province, { state: 'explained' })).toEqual(['return', 'confirm', 'clear']);
    expect(may(people.town, { state: 'confirmed' })).toEqual(['rectify', 'appeal']);
    expect(may(people.clerk, { state: 'rectified' })).toEqual(['return', 'close']);
  });

  test('auditors and neighbours do nothing', () => {
    for (const state of states) {
      expect(may(people.auditor, { state })).toEqual([]);
      expect(may(people.neighbour, { state })).toEqual([]);
    }
  });

  test('what the county owns is decided by the city', () => {
    const change = { state: 'explained', owner: county ?? '', place: county ?? '' } as const;
    expect(may(people.clerk, change)).toEqual([]);
    expect(may(people.city, change)).toContain('confirm');
  });

  test('whoever answered does not decide', () => {
    const change = { state: 'explained', answerers: ['county'] } as const;
    expect(stepFor('clear', standing(change), people.county, today)).toBe('same_person');
    expect(may(people.clerk, change)).toContain('clear');
  });

  test('without an answer it is decided once the day is over', () => {
    expect(stepFor('confirm', standing({ replyBy: today }), people.clerk, today)).toBe(
      'not_overdue',
    );
    expect(may(people.clerk, { replyBy: '2022-07-27' })).toContain('confirm');
  });

  test('an appeal is made once and decided higher, at the top by another person', () => {
    const change = { state: 'appealed', decidedBy: county ?? '', appealed: true } as const;
    expect(may(people.county, change)).toEqual([]);
    expect(may(people.city, change)).toEqual(['confirm', 'clear']);
    expect(may(people.town, { state: 'confirmed', appealed: true })).toEqual(['rectify']);
    const atTop = { ...change, decidedBy: province ?? '', deciders: ['province'] };
    expect(may(people.province, atTop)).toEqual([]);
    expect(may(who('province', province, 'captain'), atTop)).toEqual(['confirm', 'clear']);
  });
});

test('the owner is a county or town of the area, around the place or in it', () => {
  expect(mayOwn(town ?? '', town ?? '', county ?? '')).toBe(true);
  expect(mayOwn(county ?? '', town ?? '', county ?? '')).toBe(true);
  expect(mayOwn('440823101000', town ?? '', county ?? '')).toBe(false);
  expect(mayOwn('440881000000', town ?? '', county ?? '')).toBe(false);
  expect(mayOwn(city ?? '', town ?? '', province ?? '')).toBe(false);
});

test('what is about people of the county is answered by the nearest office above that sees it', () => {
  const hidden = [county ?? ''];
  expect(mayOwn(town ?? '', town ?? '', city ?? '', hidden)).toBe(false);
  expect(mayOwn(county ?? '', town ?? '', city ?? '', hidden)).toBe(false);
  expect(mayOwn(city ?? '', town ?? '', city ?? '', hidden)).toBe(true);
  expect(mayOwn(province ?? '', town ?? '', province ?? '', hidden)).toBe(false);
  expect(mayOwn(province ?? '', town ?? '', province ?? '', [...hidden, city ?? ''])).toBe(true);
  // About people of the town alone, the county answers.
  expect(mayOwn(county ?? '', town ?? '', county ?? '', [town ?? ''])).toBe(true);
  expect(mayOwn(city ?? '', town ?? '', city ?? '', [town ?? ''])).toBe(false);
  const change = { state: 'explained', owner: province ?? '', answerers: ['province'] } as const;
  expect(stepFor('clear', standing(change), people.province, today)).toBe('same_person');
  expect(may(who('province', province, 'captain'), change)).toContain('clear');
});

test('a finding about people is kept from them, their office and what lies under it', () => {
  const about = { about: ['someone'], hiddenFrom: [county ?? ''] };
  expect(keptFrom(about, people.county)).toBe(true);
  expect(keptFrom(about, people.town)).toBe(true);
  expect(keptFrom(about, people.city)).toBe(false);
  expect(keptFrom(about, people.auditor)).toBe(false);
  expect(keptFrom(about, { ...people.auditor, account: 'someone' })).toBe(true);
  expect(keptFrom({ ...about, hiddenFrom: [town ?? ''] }, people.county)).toBe(false);
});
