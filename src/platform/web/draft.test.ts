import { expect, test } from 'vitest';
import { keptOf, restoredValues } from './draft.ts';

test('what is hidden or looks classified is in no draft', () => {
  const typed = {
    name: '陈敏',
    idNumber: '440800198501010010',
    note: '机密★10年',
    more: '内部管理办法',
  };
  expect(keptOf(typed, ['idNumber'])).toEqual({ name: '陈敏', more: '内部管理办法' });
});

test('what was not kept comes back as it was at first', () => {
  expect(restoredValues({ name: '', idNumber: '' }, { name: '陈敏' })).toEqual({
    name: '陈敏',
    idNumber: '',
  });
});
