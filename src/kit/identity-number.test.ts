import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asIdentityNumber,
  asMobileNumber,
  checkSignOf,
  identityFault,
  isMobileNumber,
} from './identity-number.ts';

const about = { today: '2022-07-28', bornIn: null, madeUp: false };
const whole = (seventeen: string) => `${seventeen}${checkSignOf(seventeen)}`;

describe('identity numbers', () => {
  test('the example of the standard', () => {
    expect(checkSignOf('11010519491231002')).toBe('X');
    expect(identityFault('11010519491231002X', about)).toBe(null);
    expect(identityFault(asIdentityNumber(' 110105 19491231 002x '), about)).toBe(null);
    expect(asIdentityNumber('１１０１０５19491231002ｘ')).toBe('11010519491231002X');
  });

  test.each([
    ['1101051949123100', 'form'],
    ['11010519491231002A', 'form'],
    ['110105194912310020', 'check'],
    [whole('16010519491231002'), 'area'],
    [whole('99010519850101123'), 'area'],
    [whole('11010519490229002'), 'birth'],
    [whole('11010519491331002'), 'birth'],
    [whole('11010518991231002'), 'birth'],
    [whole('11010520220729002'), 'birth'],
  ])('%s: %s', (number, fault) => {
    expect(identityFault(number, about)).toBe(fault);
  });

  test('the year of birth on record must be the one of the number', () => {
    expect(identityFault('11010519491231002X', { ...about, bornIn: 1949 })).toBe(null);
    expect(identityFault('11010519491231002X', { ...about, bornIn: 1950 })).toBe('born_in');
  });

  test('numbers of made-up people are good where those are at home', () => {
    expect(identityFault(whole('99010519850101123'), { ...about, madeUp: true })).toBe(null);
  });

  test('one wrong digit is found, and two neighbours that changed places', () => {
    const digits = fc.stringMatching(/^\d{17}$/);
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (seventeen, at, more) => {
        const number = whole(seventeen);
        const other = String((Number(number[at]) + more) % 10);
        const bent = `${number.slice(0, at)}${other}${number.slice(at + 1)}`;
        expect(identityFault(bent, about)).toBe('check');
      }),
    );
    fc.assert(
      fc.property(digits, fc.nat(15), (seventeen, at) => {
        const number = whole(seventeen);
        fc.pre(number[at] !== number[at + 1]);
        const bent = `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`;
        expect(identityFault(bent, about)).toBe('check');
      }),
    );
  });
});

describe('mobile numbers', () => {
  test.each([
    ['13800138000', true],
    [asMobileNumber('+86 138-0013-8000'), true],
    [asMobileNumber('00861380013 8000'), true],
    ['12800138000', false],
    ['1380013800', false],
    ['02012345678', false],
    ['10012345678', false],
  ])('%s: %s', (number, good) => {
    expect(isMobileNumber(number, false)).toBe(good);
  });

  test('numbers of made-up people are good where those are at home', () => {
    expect(isMobileNumber('10012345678', true)).toBe(true);
  });
});
