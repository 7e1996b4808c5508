import { expect, test } from 'vitest';
import { type Known, readPlanLines } from './lines-text.ts';

const known: Known = {
  moneys: [
    { key: 'm1', document: '粤财农〔2022〕1号', names: ['广东省', '省级资金'] },
    { key: 'm2', document: '遂财农〔2022〕2号', names: ['遂溪县', '县级资金'] },
    { key: 'm3', document: '遂财农〔2022〕2号', names: ['湛江市', '属地市资金'] },
  ],
  towns: [
    { place: '440823100000', name: '黄略镇' },
    { place: '440823101000', name: '洋青镇' },
  ],
  projects: [
    { id: 'a', place: '440823100000', number: '22-1', name: '村道硬化' },
    { id: 'b', place: '440823101000', number: '22-1', name: '饮水提升' },
  ],
  tasks: ['污水治理'],
  idle: ['待安排', '约束性任务'],
};
const read = (text: string, unit: 'wan' | 'yuan' = 'wan') => readPlanLines(text, unit, known);

test('a line is understood in any order, as short as it may be', () => {
  expect(read('粤财农〔2022〕1号\t村道硬化\t1.5').lines).toEqual([
    { money: 'm1', task: '', place: '440823100000', project: 'a', amount: 1_500_000n, note: '' },
  ]);
  expect(read('遂财农〔2022〕2号\t县级资金\t污水治理\t洋青镇\t22-1\t1,200\t先行').lines).toEqual([
    {
      money: 'm2',
      task: '污水治理',
      place: '440823101000',
      project: 'b',
      amount: 1_200_000_000n,
      note: '先行',
    },
  ]);
});

test('the exported file comes back line by line', () => {
  const row =
    '粤财农〔2022〕1号\t污水治理\t440823100000\t黄略镇\t22-1\t村道硬化\t广东省\t省级资金\t约束性任务\t30\t';
  const reserve =
    '粤财农〔2022〕1号\t\t440823100000\t黄略镇\t\t待安排\t广东省\t省级资金\t\t0.07\t留用';
  expect(read(`${row}\r\n\r\n${reserve}`, 'yuan').lines).toMatchObject([
    { project: 'a', task: '污水治理', amount: 3000n, note: '' },
    { project: '', amount: 7n, note: '留用' },
  ]);
});

test.each([
  ['没有这个文号\t22-1\t3', 'no_document'],
  ['粤财农〔2022〕1号\t村道硬化\t多少', 'no_amount'],
  ['粤财农〔2022〕1号\t待安排\t3', 'no_town'],
  ['粤财农〔2022〕1号\t22-1\t3', 'which_project'],
  ['遂财农〔2022〕2号\t黄略镇\t3', 'which_source'],
  ['粤财农〔2022〕1号\t黄略镇\t没有的项目\t3', 'unknown'],
])('%s', (text, what) => {
  expect(read(`\n${text}`)).toMatchObject({ lines: [], problems: [{ line: 2, what }] });
});
