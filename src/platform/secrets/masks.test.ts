import { expect, test } from 'vitest';
import { type MaskKind, mask } from './masks.ts';

test.each<[MaskKind, string, string]>([
  ['id_number', '449999198501011238', '449***********1238'],
  ['id_number', '44999919850101123X', '449***********123X'],
  ['phone', '10012345678', '100****5678'],
  ['bank_account', '6222020000001234567', '***************4567'],
  ['bank_account', '1234567', '*******'],
  ['id_number', '12', '****'],
  ['phone', '', '****'],
  ['address', '广东省湛江市徐闻县石溪镇中山路5号', '广东省湛江市徐闻县石溪镇****'],
  ['address', '东莞市石溪镇河东村十三巷2号', '东莞市石溪镇****'],
  ['address', '河东村十三巷2号', '****'],
  ['health', '二级肢体残疾', '****'],
  ['health', '无', '****'],
])('%s %s is shown as %s', (kind, plain, shown) => {
  expect(mask(kind, plain)).toBe(shown);
});

test('signs outside the basic plane are whole', () => {
  expect(mask('bank_account', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷')).toBe('****𠮷𠮷𠮷𠮷');
});
