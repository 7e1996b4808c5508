/** The rules of teams, without a database. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  creditCodeFits,
  refusalOfEnding,
  refusalOfPairing,
  refusalOfPosting,
  warningsOfCode,
  warningsOfOverlap,
  warningsOfPosting,
  warningsOfTeam,
  warningsOfUnit,
} from './rules.ts';
import { changesOf, type State } from './rules-history.ts';

const limits = { team_least: 5, agents_most: 3, volunteers_most: 3, term_years: 3 };
const town = '440823100000';
const team = { place: town, formedOn: '2021-07-01', dissolvedOn: null };
const wanted = {
  category: 'cadre',
  role: 'member',
  village: null,
  main: true,
  startsOn: '2021-07-10',
  dueOn: '2024-07-10',
  organisation: 'u',
} as const;

describe('credit codes (GB 32100)', () => {
  // Printed in the standard's public examples and on public registers.
  test.each(['91350100M000100Y43', '91110000802100433B'])('%s fits', (code) =>
    expect(creditCodeFits(code)).toBe(true),
  );
  test('any one character changed no longer fits', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...alphabet), (at, other) => {
        const code = [...'91350100M000100Y43'];
        fc.pre(code[at] !== other);
        expect(creditCodeFits(code.with(at, other).join(''))).toBe(false);
      }),
    );
  });
  test('letters that are not used, and lengths', () => {
    expect(creditCodeFits('91350100M000100I43')).toBe(false);
    expect(creditCodeFits('91350100M000100Y4')).toBe(false);
    expect(creditCodeFits('')).toBe(false);
  });
  test('a unit without a code is no warning', () => {
    expect(warningsOfCode('某局', null)).toEqual([]);
    expect(warningsOfCode('某局', '91350100M000100Y44')).toMatchObject([{ code: 'credit_code' }]);
  });
});

describe('what may not be posted', () => {
  test.each([
    [{}, null],
    [{ role: 'specialist' }, 'role_of_category'],
    [{ category: 'volunteer', role: 'captain' }, 'role_of_category'],
    [{ category: 'finance_assistant', role: 'specialist', organisation: null }, null],
    [{ organisation: null }, 'cadre_needs_unit'],
    [{ startsOn: '2021-06-30' }, 'team_not_standing'],
    [{ dueOn: '2021-07-10' }, 'due_before_start'],
    [{ main: false }, 'second_post_role'],
    [{ role: 'first_secretary' }, 'village_needed'],
    [{ role: 'first_secretary', village: '440823100200' }, null],
    [{ village: '440881100200' }, 'village_elsewhere'],
  ] as const)('%j: %s', (change, code) => {
    const parent = 'village' in change && change.village === '440823100200' ? town : '440881100000';
    const answer = refusalOfPosting({ ...wanted, ...change }, team, parent);
    expect(answer).toBe(code && `teams.refusal.${code}`);
  });
  test('nobody joins a team that is dissolved', () => {
    const over = { ...team, dissolvedOn: '2021-07-10' };
    expect(refusalOfPosting(wanted, over, null)).toBe('teams.refusal.team_not_standing');
  });
});

test.each([
  [{ endsOn: '2022-01-01', reason: 'rotation', note: null }, null],
  [{ endsOn: '2021-07-09', reason: 'rotation', note: null }, 'end_before_start'],
  [{ endsOn: '2021-07-10', reason: 'rotation', note: null }, 'end_same_day'],
  [{ endsOn: '2021-07-10', reason: 'entered_in_error', note: null }, null],
  [{ endsOn: '2021-07-11', reason: 'entered_in_error', note: null }, 'error_ends_at_start'],
  [{ endsOn: '2022-01-01', reason: 'disciplinary', note: null }, 'note_needed'],
] as const)('ending %j: %s', (ending, code) => {
  const posting = { startsOn: '2021-07-10', endsOn: null };
  expect(refusalOfEnding(posting, ending)).toBe(code && `teams.refusal.${code}`);
});

test('who may help whom', () => {
  const unit = { level: null, organisation: true };
  const city = { level: 'city', organisation: false };
  expect(refusalOfPairing('city_to_city', 'city', city)).toBeNull();
  expect(refusalOfPairing('city_to_city', 'county', city)).toContain('pairing_city_to_city');
  expect(refusalOfPairing('designated', 'town', unit)).toBeNull();
  expect(refusalOfPairing('designated', 'county', unit)).toContain('pairing_designated');
  expect(refusalOfPairing('organ_to_county', 'county', unit)).toBeNull();
  expect(refusalOfPairing('society', 'village', unit)).toBeNull();
  expect(refusalOfPairing('group_to_town', null, unit)).toContain('no_such_place');
});

describe('warnings', () => {
  const cadre = {
    id: 'p1',
    role: 'member',
    category: 'cadre',
    main: true,
    partyMember: true,
    townPost: null,
    village: null,
    villageName: null,
  } as const;
  const captain = { ...cadre, role: 'captain', townPost: '镇党委副书记' } as const;
  const codes = (list: { code: string }[]) => list.map((w) => w.code);

  test('a whole team warns of nothing', () => {
    const roster = [captain, cadre, cadre, cadre, cadre];
    expect(warningsOfTeam(roster, [], true, limits)).toEqual([]);
  });
  test('sizes, captain and lead unit', () => {
    const agent = { ...cadre, category: 'agri_tech_agent', role: 'specialist' } as const;
    const roster = [
      { ...captain, partyMember: false, townPost: null },
      ...Array.from({ length: 4 }, () => agent),
    ];
    expect(codes(warningsOfTeam(roster, [], false, limits))).toEqual([
      'team_small',
      'captain_party',
      'captain_post',
      'no_lead',
      'agents_many',
    ]);
  });
  test('a size that is not set warns of nothing', () => {
    expect(codes(warningsOfTeam([captain], [], true, {}))).toEqual([]);
  });
  test('a second post does not make a team larger', () => {
    const second = { ...cadre, main: false } as const;
    const roster = [captain, cadre, cadre, cadre, second];
    expect(warningsOfTeam(roster, [], true, limits)).toEqual([
      { code: 'team_small', params: { count: 4, least: 5 } },
    ]);
  });
  test('villages without, with two, and without need', () => {
    const village = (needsSecretary: boolean, count: number) => ({
      key: 'k',
      name: '平石村',
      needsSecretary,
      secretaries: Array.from({ length: count }, () => ({ posting: 'p', name: '张' })),
    });
    const villages = [village(true, 0), village(true, 2), village(false, 1), village(false, 0)];
    expect(codes(warningsOfTeam([captain], villages, true, {}))).toEqual([
      'village_without',
      'village_overlap',
      'village_unflagged',
    ]);
  });
  test('long and undated postings, and batches', () => {
    const batch = { name: '第一批', startsOn: '2021-06-01', endsOn: null };
    const of = (startsOn: string, dueOn: string | null, endsOn: string | null = null) =>
      codes(warningsOfPosting({ startsOn, dueOn }, { ...batch, endsOn }, limits));
    expect(of('2021-07-01', '2024-07-01')).toEqual([]);
    expect(of('2021-07-01', '2024-07-02')).toEqual(['posting_long']);
    expect(of('2021-05-01', null)).toEqual(['no_due_date', 'outside_batch']);
    expect(of('2021-07-01', '2024-07-01', '2024-12-31')).toEqual(['batch_long']);
  });
  test('the overlap at a hand-over is counted in days', () => {
    const posting = { role: 'first_secretary', startsOn: '2024-06-01', endsOn: null } as const;
    const before = { id: 'p2', startsOn: '2021-07-01' };
    expect(warningsOfOverlap(posting, [{ ...before, endsOn: '2024-07-01' }])).toEqual([
      { code: 'overlap', params: { posting: 'p2', days: 30 } },
    ]);
    expect(warningsOfOverlap(posting, [{ ...before, endsOn: '2024-06-01' }])).toEqual([]);
    expect(codes(warningsOfOverlap(posting, [{ ...before, endsOn: null }]))).toEqual([
      'overlap_open',
    ]);
  });
  test('a sender outside the group', () => {
    const sender = { organisation: 'a', organisationName: '市水务局' };
    expect(codes(warningsOfUnit(sender, [{ organisation: 'b' }]))).toEqual(['unit_not_behind']);
    expect(warningsOfUnit(sender, [{ organisation: 'a' }])).toEqual([]);
    expect(warningsOfUnit({ organisation: null, organisationName: null }, [])).toEqual([]);
  });
});

test('history tells what was done from the states a row went through', () => {
  const state = (change: Partial<State> & { from: string }): State => ({
    id: 'a',
    subject: '陈敏',
    to: null,
    by: '王主任',
    endsOn: null,
    fields: { role: 'member', endsOn: null },
    ...change,
  });
  const states = [
    state({ from: '3', endsOn: '2022-01-01', fields: { role: 'captain', endsOn: '2022-01-01' } }),
    state({ from: '1', to: '2' }),
    state({ from: '2', to: '3', fields: { role: 'captain', endsOn: null } }),
    state({ id: 'b', from: '2', fields: { role: 'volunteer', endsOn: null } }),
  ];
  expect(changesOf('posting', states).map((c) => [c.id, c.at, c.deed, c.fields])).toEqual([
    ['a', '3', 'ended', [{ name: 'endsOn', before: null, after: '2022-01-01' }]],
    ['b', '2', 'added', [{ name: 'role', before: null, after: 'volunteer' }]],
    ['a', '2', 'changed', [{ name: 'role', before: 'member', after: 'captain' }]],
    ['a', '1', 'added', [{ name: 'role', before: null, after: 'member' }]],
  ]);
});
