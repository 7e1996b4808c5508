import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adjustmentStates, contractStates, requestStates, states } from './codes.ts';
import {
  contractSteps,
  guards,
  missingFor,
  noticeOver,
  type ProjectFacts,
  projectSteps,
  requestSteps,
  stepFor,
  stepsFor,
} from './rules.ts';
import { adjustmentSteps, invoiceOnFile, noticeFrom } from './rules-corrections.ts';
import {
  aboveSpent,
  aheadOfProgress,
  leftFor,
  overSources,
  requestHindrance,
} from './rules-money.ts';
import { stepTables } from './rules-table.ts';

const all = new Set(['projects.write', 'projects.decide']);
const maker = { account: 'a', seat: 'town', permissions: all };
const other = { account: 'b', seat: 'town', permissions: all };
const county = { account: 'c', seat: 'county', permissions: all };
const captain = { account: 'd', seat: 'town', permissions: new Set(['projects.write']) };
const standing = <S extends string>(state: S) => ({
  ...{ town: 'town', above: 'county', makers: ['a'] },
  state,
});
const verbs = (found: { verb: string }[]) => found.map(({ verb }) => verb);

describe('the tables of steps', () => {
  test.each([
    ['project', projectSteps, 'idea', states],
    ['contract', contractSteps, 'drafted', contractStates],
    ['request', requestSteps, 'drafted', requestStates],
    ['adjustment', adjustmentSteps, 'submitted', adjustmentStates],
  ] as const)('every state of a %s is reached from its first', (_, steps, first, every) => {
    const reached = new Set<string>([first]);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of steps) if (from.some((one) => reached.has(one))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...every].sort());
  });
  test('nothing leads out of the end', () => {
    for (const state of ['handed_over', 'terminated', 'discarded'] as const)
      for (const who of [maker, other, county])
        expect(stepsFor(projectSteps, standing(state), who)).toEqual([]);
    for (const state of ['ended', 'discarded'] as const)
      expect(stepsFor(contractSteps, standing(state), other)).toEqual([]);
    for (const state of ['approved', 'returned', 'withdrawn'] as const)
      expect(stepsFor(adjustmentSteps, standing(state), county)).toEqual([]);
  });
  test('a state and an office lead a verb one way', () => {
    for (const steps of [projectSteps, contractSteps, requestSteps])
      for (const state of new Set(steps.flatMap(({ from }) => [...from])))
        for (const office of ['town', 'county']) {
          const open = steps.filter(
            (one) =>
              (one.from as readonly string[]).includes(state) &&
              (one.office === office || one.office === 'either'),
          );
          expect(new Set(open.map(({ verb }) => verb)).size, `${state} ${office}`).toBe(
            open.length,
          );
        }
  });
  test('the README has them as they are', () => {
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
    expect(readme).toContain(stepTables());
  });
});

describe('who', () => {
  test('the maker withdraws, another decides, the captain proposes only', () => {
    expect(verbs(stepsFor(projectSteps, standing('proposed'), maker))).toEqual(['withdraw']);
    expect(verbs(stepsFor(projectSteps, standing('proposed'), other))).toEqual(['pass', 'return']);
    expect(stepsFor(projectSteps, standing('proposed'), captain)).toEqual([]);
    expect(verbs(stepsFor(projectSteps, standing('idea'), captain))).toContain('propose');
    expect(stepFor(projectSteps, 'pass', standing('proposed'), captain)).toBe('no_right');
  });
  test('each office has its own steps', () => {
    expect(stepFor(projectSteps, 'approve', standing('town_passed'), other)).toBe('other_office');
    expect(stepFor(projectSteps, 'pass', standing('proposed'), county)).toBe('other_office');
    expect(verbs(stepsFor(projectSteps, standing('town_passed'), county))).toEqual([
      'return',
      'approve',
    ]);
    const neighbour = { ...county, seat: 'elsewhere' };
    for (const state of states)
      expect(stepsFor(projectSteps, standing(state), neighbour)).toEqual([]);
  });
  test('who registered a request does not check it', () => {
    expect(stepFor(requestSteps, 'check', standing('submitted'), maker)).toBe('same_person');
    expect(stepFor(requestSteps, 'check', standing('submitted'), county)).toMatchObject({
      to: 'checked',
    });
  });
});

describe('what is corrected', () => {
  test('a paid request is reversed, a contract in force ended, by two people', () => {
    expect(verbs(stepsFor(requestSteps, standing('paid'), other))).toEqual(['reverse']);
    expect(stepFor(requestSteps, 'reverse', standing('paid'), maker)).toBe('same_person');
    expect(verbs(stepsFor(contractSteps, standing('in_force'), captain))).toEqual(['end']);
    expect(verbs(stepsFor(contractSteps, standing('in_force'), county))).toEqual(['correct']);
    expect(stepFor(contractSteps, 'correct', standing('in_force'), maker)).toBe('same_person');
    expect(verbs(stepsFor(contractSteps, standing('ending'), maker))).toEqual(['withdraw']);
    expect(verbs(stepsFor(contractSteps, standing('ending'), county))).toEqual([
      'return',
      'confirm',
    ]);
  });
  test('the town proposes an adjustment, the office above decides', () => {
    expect(verbs(stepsFor(adjustmentSteps, standing('submitted'), county))).toEqual([
      ...['return', 'approve'],
    ]);
    expect(stepFor(adjustmentSteps, 'approve', standing('submitted'), other)).toBe('other_office');
  });
  test('a notice begins on the day its stage does', () => {
    const project = { state: 'stocked' as const, stateSince: '2022-07-10' };
    expect(noticeFrom('plan', project, [])).toBe('2022-07-10');
    expect(noticeFrom('proposal', { ...project, state: 'idea' }, [])).toBe(undefined);
    const plan = [{ stage: 'plan' as const, endsOn: '2022-07-18' }];
    expect(noticeFrom('award', { ...project, state: 'building' }, plan)).toBe('2022-07-18');
  });
  test('an invoice is on file for one request', () => {
    const [a, b] = ['a', 'b'].map((id) => ({ id, invoice: `fp ${id}`, state: 'sent' }));
    if (!a || !b) throw new Error('two requests');
    const paper = (number: string | null, request: string | null = null) => ({ number, request });
    expect(invoiceOnFile(a, [a, b], [])).toBe(false);
    expect(invoiceOnFile(a, [a, b], [paper('FPA')])).toBe(true);
    expect(invoiceOnFile(b, [a, b], [paper('FPA')])).toBe(false);
    expect(invoiceOnFile(b, [a, b], [paper(null)])).toBe(false);
    expect(invoiceOnFile(b, [a, b], [paper(null), paper('FPA')])).toBe(true);
    expect(invoiceOnFile(b, [a, b], [paper(null, 'b')])).toBe(true);
    expect(invoiceOnFile(b, [a, b], [paper('FPA', 'b')])).toBe(false);
    expect(invoiceOnFile(b, [a, b], [paper(null, 'a')])).toBe(false);
  });
});

describe('what must hold', () => {
  const nothing: ProjectFacts = {
    ...{ shortfalls: 0, budget: 0n, operating: true, light: false, benefitLinked: false },
    ...{ quotaLeft: false, notices: [], contractsInForce: 0, contractsOpen: 1, settled: false },
    ...{ adjustmentsOpen: 1 },
    ...{ requestsOpen: 1, progress: 99, assets: 0, evidence: [] },
  };
  const notice = (endsOn: string, unanswered = 0) => ({
    ...{ stage: 'plan' as const, endsOn, unanswered },
  });
  test('every guard of the list bars something', () => {
    const running = { ...nothing, contractsInForce: 1 };
    expect(missingFor({ guards }, nothing, '2022-07-28')).toEqual(
      guards.filter((guard) => guard !== 'contract_running'),
    );
    expect(missingFor({ guards: ['contract_running'] }, running, '2022-07-28')).toHaveLength(1);
    expect(missingFor({ evidence: ['minutes'] }, nothing, '2022-07-28')).toEqual(['paper_minutes']);
  });
  test('a notice is over the day after its last, and every objection answered', () => {
    const over = (...notices: ProjectFacts['notices']) =>
      noticeOver('plan', { ...nothing, notices }, '2022-07-28');
    expect(over(notice('2022-07-28'))).toBe(false);
    expect(over(notice('2022-07-27'))).toBe(true);
    expect(over(notice('2022-07-27', 1))).toBe(false);
    expect(over(notice('2022-07-27'), notice('2022-08-05'))).toBe(false);
    expect(over(notice('2022-07-20'), notice('2022-08-05', 1))).toBe(false);
  });
  test('a small self-raised project needs money and a notice of its proposal, no more papers', () => {
    const light = { ...nothing, light: true, operating: false };
    expect(missingFor({ guards, evidence: ['minutes'] }, light, '2022-07-28')).toEqual([
      ...['budget', 'quota', 'notice_proposal', 'contract_in_force', 'contract_open'],
      ...['adjustment_open', 'progress_full', 'requests_open'],
    ]);
  });
});

describe('money', () => {
  const contract = {
    ...{ amount: 1_000n, retention: 30, asked: 0n, retainedAsked: 0n, progress: 50 },
    ...{ accepted: false, settled: true, retainedTo: '2023-07-28' },
  };
  test('an amount falls on its sources to the fen', () => {
    const lines = [
      { id: 'a', amount: 126n, left: 126n },
      { id: 'b', amount: 40n, left: 40n },
      { id: 'c', amount: 120n, left: 120n },
    ];
    const parts = overSources(100n, lines);
    expect(parts.map(({ amount }) => amount)).toEqual([44n, 14n, 42n]);
    expect(overSources(1n, lines)).toHaveLength(1);
    // The odd fen of earlier payments does not fall on the same source again.
    let left = [100n, 100n, 100n];
    for (let paid = 0; paid < 3; paid++) {
      const parts = overSources(
        100n,
        left.map((one, at) => ({ id: String(at), amount: 100n, left: one })),
      );
      left = left.map(
        (one, at) => one - (parts.find(({ line }) => line.id === String(at))?.amount ?? 0n),
      );
    }
    expect(left).toEqual([0n, 0n, 0n]);
  });
  test('what is committed anew lies on no source below what was spent of it', () => {
    const lines = [
      { id: 'x', amount: 100n, spent: 80n, left: 20n },
      { id: 'y', amount: 100n, spent: 0n, left: 100n },
    ];
    expect(aboveSpent(120n, lines).map(({ amount }) => amount)).toEqual([87n, 33n]);
    expect(aboveSpent(80n, lines).map(({ line, amount }) => [line.id, amount])).toEqual([
      ['x', 80n],
    ]);
  });
  test('what is kept back is asked for on its own', () => {
    expect(leftFor('progress', contract)).toBe(970n);
    const on = '2023-07-28';
    expect(requestHindrance('progress', 971n, contract, on)).toBe('above_contract');
    expect(requestHindrance('progress', 970n, contract, on)).toBe(null);
    expect(requestHindrance('retention', 30n, contract, on)).toBe('before_acceptance');
    const done = { ...contract, accepted: true };
    expect(requestHindrance('retention', 30n, done, '2023-07-27')).toBe('still_retained');
    expect(requestHindrance('retention', 30n, done, on)).toBe(null);
    expect(requestHindrance('retention', 31n, done, on)).toBe('above_contract');
    expect(requestHindrance('retention', 1n, { ...done, retainedAsked: 30n }, on)).toBe(
      'above_contract',
    );
    expect(leftFor('progress', { ...contract, asked: 2_000n })).toBe(0n);
    expect(requestHindrance('final', 1n, { ...done, settled: false }, on)).toBe(
      'before_settlement',
    );
  });
  test('a progress payment above the work is looked at, an advance is not', () => {
    expect(aheadOfProgress('progress', 500n, contract)).toBe(false);
    expect(aheadOfProgress('progress', 501n, contract)).toBe(true);
    expect(aheadOfProgress('progress', 1n, { ...contract, asked: 500n })).toBe(true);
    expect(aheadOfProgress('advance', 501n, contract)).toBe(false);
    expect(aheadOfProgress('progress', 501n, { ...contract, accepted: true })).toBe(false);
  });
});
