import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stepRows } from '../projects/rules-table.ts';
import { amountOf, batchSteps, columnsOf, readAnswer } from './rules.ts';
import { bankFile } from './sheet.ts';

const list = [
  { position: 1, head: '陈㛃', accountTail: '1234', amount: '150000' },
  { position: 2, head: '李𬭎', accountTail: '5678', amount: '150050' },
];
const heads = ['序号', '户主姓名', '账号末四位', '金额（元）', '结果', '原因'];
const columns = columnsOf([['演示银行代发结果'], heads]);
const read = (...rows: string[][]) => {
  if (!columns) throw new Error('heads');
  return readAnswer(
    list,
    rows.map((cells, at) => ({ line: at + 3, cells })),
    columns.columns,
  );
};

test('an amount is standard by quantity, to the fen', () => {
  expect(amountOf(150_000n, 100)).toBe(150_000n);
  expect(amountOf(333n, 50)).toBe(167n);
});

test('an answer names every line of the list; what failed may have another name', () => {
  expect(columns?.at).toBe(1);
  expect(columnsOf([['序号', '结果']])).toBe(null);
  const whole = read(
    ['1', '陈㛃', '6217001234', '1,500.00', '成功', ''],
    ['2', '李?', '5678', '1500.50', '失败', '户名不符'],
  );
  expect(whole.faults).toEqual([]);
  expect(whole.answered).toEqual([
    { position: 1, result: 'paid', reason: null },
    { position: 2, result: 'failed', reason: '户名不符' },
  ]);
});

test('everything that is wrong is said in one pass', () => {
  const { faults } = read(
    ['1', '陈洁', '1235', '1500', '成功', ''],
    ['1', '陈㛃', '1234', '1500.00', '处理中', ''],
    ['9', '赵六', '0000', '1', '成功', ''],
  );
  expect(faults.map(({ line, code }) => `${line} ${code}`)).toEqual([
    ...['3 tail', '3 name', '4 twice', '4 result', '5 unknown_line', '2 lacking'],
  ]);
});

test('the bank file keeps every character', () => {
  const file = bankFile(list.map((line) => ({ ...line, village: '大岭村', item: '种养奖补' })));
  expect(file.startsWith('\uFEFF序号,')).toBe(true);
  expect(file).toContain('2,李𬭎,大岭村,5678,1500.50,种养奖补\r\n');
});

test('the README has the steps as they are', () => {
  const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  expect(readme).toContain(stepRows(batchSteps));
});
