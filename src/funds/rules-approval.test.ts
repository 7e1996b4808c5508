import { describe, expect, test } from 'vitest';
import { ruleStates, ruleVerbs } from './codes-allocation.ts';
import { ruleHindrance, ruleTransitions, ruleVerbsFor } from './rules-approval.ts';

const all = new Set(['funds.register', 'funds.check']);
const maker = { account: 'a', seat: 'x', permissions: all };
const other = { account: 'b', seat: 'x', permissions: all };
const rule = (state: (typeof ruleStates)[number]) => ({ office: 'x', state, makers: ['a'] });

describe('the table of verbs', () => {
  test('every verb but the first stands in it once', () => {
    expect(ruleTransitions.map(({ verb }) => verb).sort()).toEqual(
      ruleVerbs.filter((verb) => verb !== 'draft').sort(),
    );
  });
  test('what is approved is only charged, what is discarded rests', () => {
    expect(ruleVerbsFor(rule('approved'), other)).toEqual(['charge']);
    expect(ruleVerbsFor(rule('discarded'), other)).toEqual([]);
  });
});

describe('who', () => {
  test('nobody with a hand in it approves it or has it charged', () => {
    expect(ruleVerbsFor(rule('submitted'), maker)).toEqual(['withdraw']);
    expect(ruleVerbsFor(rule('submitted'), other)).toEqual(['return', 'approve']);
    expect(ruleHindrance('approve', rule('submitted'), maker)).toBe('rule_same_person');
    expect(ruleHindrance('charge', rule('approved'), maker)).toBe('rule_same_person');
  });
  test('another office does nothing', () => {
    for (const state of ruleStates)
      expect(ruleVerbsFor(rule(state), { ...other, seat: 'y' })).toEqual([]);
  });
  test('each step has its right', () => {
    const clerk = { ...other, permissions: new Set(['funds.register']) };
    expect(ruleHindrance('approve', rule('submitted'), clerk)).toBe('no_right');
    expect(ruleHindrance('withdraw', rule('submitted'), clerk)).toBe('rule_not_maker');
  });
});
