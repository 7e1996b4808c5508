/** Numbers of people inside texts: found however they are spelled, and nothing else taken for one. */
import { expect, test } from 'vitest';
import { namesNumber, withoutNumbers } from './digits.ts';

test.each([
  '138.1234.5678',
  '138–1234–5678',
  '１３８１２３４５６７８',
  '一三八一二三四五六七八',
  '幺三八 壹贰叁肆 5678',
  '前三位138，后面1234和5678',
])('a number: %s', (text) => {
  expect(namesNumber(text)).toBe(true);
});

test.each(['2022-07-28 台风预警', '第三批第一书记', '电话 0759-12345'])('none: %s', (text) => {
  expect(namesNumber(text)).toBe(false);
});

test.each([
  ['陈敏 13812345678 遂溪', '陈敏 … 遂溪'],
  ['44080019850101001X 陈', '… 陈'],
  ['（138）1234—5678', '（…'],
  ['一三八一二三四五六七八', '…'],
  ['44082510020012345678', '…'],
])('%s is kept as %s', (text, kept) => {
  expect(withoutNumbers(text)).toBe(kept);
});

test.each([
  '440825100200',
  '01909999-1234-7123-8123-123456789012',
  '2022-07-28',
  '2022-07-28T08:00:00.000Z',
])('%s stays', (text) => {
  expect(withoutNumbers(text)).toBe(text);
});
