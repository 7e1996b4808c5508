/** Steps of a plan, walked through the one table. */
import { describe, expect, test } from 'vitest';
import { states } from './codes.ts';
import { type Acting, hindrance, type Standing, transitions, verbsFor } from './rules.ts';

const place = '440823000000';
const above = '440800000000';
const both = new Set(['funds.register', 'funds.check']);
const who = (account: string, seat = place, permissions: ReadonlySet<string> = both): Acting => ({
  ...{ account, seat, permissions },
});
const plan = (state: Standing['state']): Standing => ({ place, above, state, makers: ['maker'] });

describe('each verb from its states alone', () => {
  test.each(transitions)('$verb', ({ verb, from, who: wanted }) => {
    const person = {
      office: who('maker'),
      maker: who('maker'),
      other: who('other'),
      above: who('city', above),
    }[wanted];
    for (const state of states)
      expect(hindrance(verb, plan(state), person), state).toBe(
        from.includes(state) ? null : 'plan_state',
      );
  });
});

test('makers do not approve, others do not withdraw, only the office above files', () => {
  expect(verbsFor(plan('submitted'), who('maker'))).toEqual(['withdraw']);
  expect(verbsFor(plan('submitted'), who('other'))).toEqual(['return', 'approve']);
  expect(hindrance('approve', plan('submitted'), who('maker'))).toBe('same_person');
  expect(hindrance('withdraw', plan('submitted'), who('other'))).toBe('not_maker');
  expect(verbsFor(plan('approved'), who('maker'))).toEqual([]);
  expect(verbsFor(plan('approved'), who('city', above))).toEqual(['file']);
  expect(hindrance('amend', plan('drafted'), who('city', above))).toBe('other_office');
  expect(hindrance('amend', plan('drafted'), who('other', place, new Set()))).toBe('no_right');
});
