/** How the figures are compared and written; no database. */
import { describe, expect, test } from 'vitest';
import { figureText, toleranceRange } from './figure-text.ts';
import { agrees, inUnit, questions } from './figures.ts';

const computed = (
  value: string | null,
  over: string | null = null,
  parts: { key: string; value: string }[] = [],
) => ({ value, over, parts });

describe('the interview’s figures', () => {
  test('there are 31, each with a question', () => {
    expect(Object.keys(questions)).toEqual(
      Array.from({ length: 31 }, (_, i) => `F${String(i + 1).padStart(2, '0')}`),
    );
  });

  test.each([
    ['yuan', computed('450000000000'), '4500000000'],
    ['yuan', computed('150'), '1.50'],
    ['yuan', computed('1802000000000', '901'), '20000000'],
    ['yuan', computed('100', '0'), null],
    [
      'ratio',
      computed('1', null, [
        { key: 'a', value: '6' },
        { key: 'b', value: '3' },
        { key: 'c', value: '1' },
      ]),
      '6:3:1',
    ],
    ['person', computed('8099'), '8099'],
    ['yuan', computed(null), null],
  ])('a computed value in %s', (unit, value, text) => {
    expect(inUnit(unit, value)).toBe(text);
  });

  test('agreement is to the last digit, or within the range said', () => {
    expect(agrees('8099', 'exact', '8099')).toBe(true);
    expect(agrees('8099', 'exact', '8098')).toBe(false);
    expect(agrees('20000', '0.95..1.00', '19316')).toBe(true);
    expect(agrees('20000', '0.95..1.00', '18999')).toBe(false);
    expect(agrees('20000', '0.95..1.00', '20001')).toBe(false);
    expect(agrees('1', 'exact', null)).toBe(false);
  });

  test('they are written as officials write', () => {
    expect(figureText('17400000000', 'yuan', 'zh', '元')).toBe('174.00 亿元');
    expect(figureText('8099', 'person', 'zh', '人')).toBe('8,099人');
    expect(figureText('8099', 'person', 'en', 'people')).toBe('8,099 people');
    expect(toleranceRange('0.95..1.00')).toEqual({ low: '95%', high: '100%' });
    expect(toleranceRange('exact')).toBeNull();
  });
});
