import { expect, test } from 'vitest';
import { countsAsTwo } from './sign-on-strength.ts';

const gold = 'urn:example:gold';

test.each([
  ['nothing is set', [], [], { acr: gold, amr: ['mfa'] }, false],
  ['the class is the one', [gold], [], { acr: gold, amr: undefined }, true],
  ['the class is one of several', ['1', gold], [], { acr: gold, amr: [] }, true],
  ['the class is another', [gold], [], { acr: 'urn:example:silver', amr: ['mfa'] }, false],
  ['the class is not told', [gold], [], { acr: undefined, amr: ['mfa'] }, false],
  ['the class is a list', [gold], [], { acr: [gold], amr: [] }, false],
  ['the methods are all there', [], ['pwd', 'otp'], { acr: '0', amr: ['otp', 'x', 'pwd'] }, true],
  ['one method is missing', [], ['pwd', 'otp'], { acr: gold, amr: ['pwd'] }, false],
  ['the methods are a text', [], ['otp'], { acr: gold, amr: 'otp' }, false],
  ['the class fits and the methods do not', [gold], ['otp'], { acr: gold, amr: ['pwd'] }, false],
  ['both fit', [gold], ['otp'], { acr: gold, amr: ['otp'] }, true],
] as const)('when %s', (_, acr, amr, said, counts) => {
  expect(countsAsTwo({ acr, amr }, said)).toBe(counts);
});
