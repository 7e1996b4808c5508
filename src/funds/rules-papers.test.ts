import { describe, expect, test } from 'vitest';
import { payers, programmes, sources } from './codes.ts';
import { paperMeasures, paperStates, paperVerbs } from './codes-papers.ts';
import {
  hindrance,
  payersOf,
  sourceFits,
  transitions,
  usualSource,
  verbsFor,
} from './rules-papers.ts';

const all = new Set(['funds.register', 'funds.check']);
const maker = { account: 'a', seat: 'x', permissions: all };
const other = { account: 'b', seat: 'x', permissions: all };
const paper = (state: (typeof paperStates)[number]) => ({ place: 'x', state, makers: ['a'] });

describe('the table of verbs', () => {
  test('every verb but the first stands in it once', () => {
    expect(transitions.map(({ verb }) => verb).sort()).toEqual(
      paperVerbs.filter((verb) => verb !== 'register').sort(),
    );
  });
  test('nothing leads out of what is posted or discarded', () => {
    for (const state of ['posted', 'discarded'] as const) {
      expect(verbsFor(paper(state), other)).toEqual([]);
      expect(hindrance('check', paper(state), other)).toBe('paper_state');
    }
  });
  test('every state is reached from a draft', () => {
    const reached = new Set<string>(['drafted']);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of transitions)
        if (from.some((state) => reached.has(state))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...paperStates].sort());
  });
});

describe('who', () => {
  test('nobody with a hand in it checks or returns it', () => {
    expect(verbsFor(paper('submitted'), maker)).toEqual(['withdraw']);
    expect(hindrance('check', paper('submitted'), maker)).toBe('same_person');
    expect(verbsFor(paper('submitted'), other)).toEqual(['return', 'check']);
  });
  test('another office does nothing', () => {
    const above = { ...other, seat: 'y' };
    for (const state of paperStates) expect(verbsFor(paper(state), above)).toEqual([]);
    expect(hindrance('check', paper('submitted'), above)).toBe('other_office');
  });
  test('each step has its right', () => {
    const clerk = { ...other, permissions: new Set(['funds.register']) };
    expect(verbsFor(paper('submitted'), clerk)).toEqual([]);
    expect(hindrance('withdraw', paper('submitted'), clerk)).toBe('not_maker');
    expect(hindrance('check', paper('submitted'), clerk)).toBe('no_right');
  });
});

describe('money', () => {
  test('each payer has a measure and a usual source that fits a programme', () => {
    for (const payer of payers) {
      expect(paperMeasures.some((measure) => payersOf[measure].includes(payer))).toBe(true);
      expect(programmes.some((programme) => sourceFits(usualSource[payer], programme))).toBe(true);
    }
  });
  test('fiscal and own money never stand in one programme', () => {
    for (const source of sources)
      expect(sourceFits(source, 'special_fund')).toBe(!sourceFits(source, 'self_raised'));
  });
});
