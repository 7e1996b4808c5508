/** Steps, states, masks and what free text may say: no database. */
import { describe, expect, test } from 'vitest';
import {
  copyState,
  downOn,
  isLink,
  maskedParty,
  mayStep,
  publicationState,
  steps,
} from './rules.ts';
import { textFault } from './rules-text.ts';

const today = '2022-07-28';
const hanging = (
  fromDay: string,
  untilDay: string | null = null,
  takenDownOn: string | null = null,
) => ({
  ...{ fromDay, untilDay, takenDownOn },
});

describe('states', () => {
  test('of a publication follow from its days', () => {
    expect(publicationState(hanging('2022-07-29'), today)).toBe('coming');
    expect(publicationState(hanging('2022-07-01', today), today)).toBe('standing');
    expect(publicationState(hanging('2022-07-01', '2022-07-27'), today)).toBe('due');
    expect(publicationState(hanging('2022-07-01', '2022-07-27', today), today)).toBe('taken_down');
  });

  test('of a copy: due as soon as it hangs too long anywhere', () => {
    expect(copyState([], today)).toBe('made');
    expect(copyState([hanging('2022-07-01'), hanging('2022-07-01', '2022-07-02')], today)).toBe(
      'due',
    );
    expect(copyState([hanging('2022-07-01'), hanging('2022-07-01', null, today)], today)).toBe(
      'published',
    );
    expect(copyState([hanging('2022-07-01', null, today)], today)).toBe('taken_down');
  });

  test('each verb stands once in the table, and what is down is not taken down again', () => {
    expect(new Set(steps.map(({ verb }) => verb)).size).toBe(steps.length);
    expect(mayStep('take_down', 'due')).toBe(true);
    expect(mayStep('take_down', 'taken_down')).toBe(false);
    expect(mayStep('record_link', 'taken_down')).toBe(true);
  });
});

test('a day of taking down is not before the first nor to come; what is to come never stands', () => {
  const past = hanging('2022-07-20');
  expect(downOn(past, '2022-07-20', today)).toBe('2022-07-20');
  expect(downOn(past, '2022-07-19', today)).toBeNull();
  expect(downOn(past, '2022-07-29', today)).toBeNull();
  const coming = hanging('2022-08-01');
  expect(downOn(coming, today, today)).toBe('2022-08-01');
  expect(downOn(coming, '2022-08-01', today)).toBeNull();
});

test('a link is one to a page', () => {
  expect(isLink('https://www.example.gov.cn/1.html')).toBe(true);
  for (const wrong of [
    '县政府网',
    'javascript:alert(1)',
    'https://a:b@example.com',
    'ftp://x.example',
  ])
    expect(isLink(wrong), wrong).toBe(false);
});

test('a firm has its name, a person the first sign of it', () => {
  expect(maskedParty('演示建筑工程有限公司', false)).toBe('演示建筑工程有限公司');
  expect(maskedParty('𠮷田大文', false)).toBe('𠮷××');
  expect(maskedParty('李村', false)).toBe('李××');
  expect(maskedParty('李记', true)).toBe('李记');
  for (const name of [
    '黄略镇人民政府',
    '平石村民委员会',
    '平石村股份经济合作社',
    '县水利局',
    '遂溪建材厂',
  ])
    expect(maskedParty(name, false), name).toBe(name);
  expect(maskedParty('丰源农机专业合作社（司徒大文）', false)).toBe('丰源农机专业合作社');
  for (const name of [
    '司徒大文（黄略镇）',
    '平石村司徒大文',
    '黄略镇平石村张大文 ',
    '张大文（村委会委员）',
    '张大文施工队',
    '张大文五金店',
    '遂溪县平石村',
    '张大局',
    '欧阳中心',
  ])
    expect(maskedParty(name, false), name).toBe(`${name[0]}××`);
});

describe('free text', () => {
  test.each([
    ['联系 138 1234 5678', 'number'],
    ['账号：6222021234567890123', 'number'],
    ['电话 0668-8812345', 'number'],
    ['身份证尾号 1232', 'number'],
    ['四四〇八二三一九八〇〇一〇一一二三二', 'number'],
    ['户主：张大文', 'person'],
    ['李四光家门口', 'person'],
    ['为肝炎患者', 'health'],
    ['a.b@example.org', 'mail'],
    ['机密★3年', 'classified'],
  ])('refuses %s', (text, fault) => {
    expect(textFault(text, ['李四光'])).toBe(fault);
  });

  test.each([
    '硬化村道 3.2 公里，2022-03-01 至 2022-12-31',
    '卫生院设备与无障碍，惠及 1,410 人，投资 3,200,000.00 元',
    '粤财农〔2022〕18号，2022年5月10日',
    '5村生活污水设施，日处理 120 吨，管网 12,350 米',
  ])('lets pass %s', (text) => {
    expect(textFault(text, ['李四光'])).toBeNull();
  });
});
