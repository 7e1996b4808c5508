import { expect, test } from 'vitest';
import { capitalAmount } from './capital-amount.ts';

test.each([
  ['0', '零元整'],
  ['1', '壹分'],
  ['10', '壹角整'],
  ['105', '壹元零伍分'],
  ['150', '壹元伍角整'],
  ['140950', '壹仟肆佰零玖元伍角整'],
  ['600714', '陆仟零柒元壹角肆分'],
  ['1640902', '壹万陆仟肆佰零玖元零贰分'],
  ['10700053', '壹拾万零柒仟元伍角叁分'],
  ['100000000', '壹佰万元整'],
  ['100010000', '壹佰万零壹佰元整'],
  ['10000000100', '壹亿零壹元整'],
  ['12345678901234', '壹仟贰佰叁拾肆亿伍仟陆佰柒拾捌万玖仟零壹拾贰元叁角肆分'],
])('%s fen is %s', (fen, said) => {
  expect(capitalAmount(fen)).toBe(said);
});

test('what no bill carries is refused', () => {
  expect(() => capitalAmount(-1n)).toThrow(RangeError);
  expect(() => capitalAmount(10n ** 14n)).toThrow(RangeError);
});
