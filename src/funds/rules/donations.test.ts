import { describe, expect, test } from 'vitest';
import { donorName, grantHindrance, outstandingOf, receiptHindrance } from './donations.ts';

const pledge = { amount: 120n, received: 90n, granted: 60n, purpose: '村内照明' };

describe('a pledge', () => {
  test('takes receipts up to what was promised', () => {
    expect(receiptHindrance(pledge, 30n)).toBeNull();
    expect(receiptHindrance(pledge, 31n)).toBe('pledge_exceeded');
    expect(outstandingOf(pledge)).toBe(30n);
    expect(outstandingOf({ ...pledge, received: 120n })).toBe(0n);
  });

  test('is granted for its purpose alone, and only what arrived', () => {
    expect(grantHindrance(pledge, { amount: 30n, purpose: ' 村内照明 ' })).toBeNull();
    expect(grantHindrance(pledge, { amount: 31n, purpose: '村内照明' })).toBe('grant_exceeded');
    expect(grantHindrance(pledge, { amount: 1n, purpose: '村道硬化' })).toBe('purpose_differs');
    expect(grantHindrance({ ...pledge, purpose: null }, { amount: 1n, purpose: '村道硬化' })).toBe(
      null,
    );
  });
});

test('a person is kept by the family name alone, a unit by its name', () => {
  expect(donorName('person', '陈某某')).toBe('陈**');
  expect(donorName('person', ' 陈 ')).toBe('陈*');
  expect(donorName('person', 'Alexander Chan')).toBe('A***');
  expect(donorName('enterprise', ' 演示  能源公司 ')).toBe('演示 能源公司');
});
