/** Steps of batches, what a household gets, what a bank's answer must say. Pure. */
import { parseYuan } from '../kit/money.ts';
import type { Transition } from '../projects/rules.ts';
import type { batchStates, faults, results } from './codes.ts';

export type BatchState = (typeof batchStates)[number];
export type Result = (typeof results)[number];
export const batchVerbs = ['check', 'discard', 'answer', 'receipt'] as const;
export type BatchVerb = (typeof batchVerbs)[number];

/** A batch begins as listed, by who made the list. */
export const batchSteps: readonly Transition<BatchState, BatchVerb>[] = [
  { from: ['listed'], verb: 'check', to: 'checked', office: 'either', hand: 'other' },
  {
    ...{ from: ['listed'], verb: 'discard', to: 'discarded' },
    ...{ office: 'town', hand: 'anybody', needs: ['reason'] },
  },
  { from: ['checked'], verb: 'answer', to: 'answered', office: 'town', hand: 'anybody' },
  {
    ...{ from: ['answered'], verb: 'receipt', to: 'paid' },
    ...{ office: 'either', hand: 'anybody', needs: ['day'] },
  },
];

/** Fen a household gets: standard by hundredths of a unit, half a fen upwards. */
export const amountOf = (standard: bigint, quantity: number): bigint =>
  (standard * BigInt(quantity) + 50n) / 100n;

export interface Listed {
  position: number;
  head: string;
  accountTail: string;
  amount: string;
}
export interface Fault {
  /** Line of the file; of the list where the file has none. */
  line: number;
  code: (typeof faults)[number];
  said: string;
}
export interface Answered {
  position: number;
  result: Result;
  reason: string | null;
}

const heads = {
  position: /^(序号|No\.?)$/i,
  head: /^(户主姓名|户名|姓名|Name)$/i,
  tail: /^(账号末四位|账号|卡号|Account)$/i,
  amount: /^(金额|金额（元）|金额\(元\)|Amount)$/i,
  result: /^(结果|发放结果|处理结果|Result)$/i,
  reason: /^(原因|失败原因|Reason)$/i,
} as const;
type Column = keyof typeof heads;
const said: Record<string, Result> = {
  ...{ 成功: 'paid', 已发放: 'paid', success: 'paid' },
  ...{ 失败: 'failed', 退汇: 'failed', failed: 'failed' },
};

/** Where each column stands and on which row; null when no row names them all. */
export function columnsOf(
  rows: readonly (readonly string[])[],
): { at: number; columns: Record<Column, number> } | null {
  for (const [at, cells] of rows.slice(0, 20).entries()) {
    const found = Object.entries(heads).map(([name, word]) => [
      name,
      cells.findIndex((cell) => word.test(cell.trim())),
    ]);
    if (found.every(([, column]) => Number(column) >= 0))
      return { at, columns: Object.fromEntries(found) as Record<Column, number> };
  }
  return null;
}

/**
 * What a bank's answer says of every line of the list, or all that is wrong with it in one pass. A name may differ where the
 * payment failed: banks do not write every character.
 */
export function readAnswer(
  list: readonly Listed[],
  rows: readonly { line: number; cells: readonly string[] }[],
  columns: Record<Column, number>,
): { faults: Fault[]; answered: Answered[] } {
  const found: Fault[] = [];
  const answered = new Map<number, Answered>();
  for (const { line, cells } of rows) {
    const cell = (name: Column) => (cells[columns[name]] ?? '').trim().replace(/^'/, '');
    const fault = (code: Fault['code'], name: Column) =>
      found.push({ line, code, said: cell(name) });
    const listed = list.find(({ position }) => String(position) === cell('position'));
    if (!listed) {
      fault('unknown_line', 'position');
      continue;
    }
    if (answered.has(listed.position)) fault('twice', 'position');
    const result = said[cell('result').toLowerCase()];
    if (result === undefined) fault('result', 'result');
    if (cell('tail').slice(-4) !== listed.accountTail) fault('tail', 'tail');
    if (parseYuan(cell('amount'))?.toString() !== listed.amount) fault('amount', 'amount');
    if (result === 'paid' && cell('head') !== listed.head) fault('name', 'head');
    if (result === 'failed' && cell('reason') === '') fault('reason', 'reason');
    answered.set(listed.position, {
      ...{ position: listed.position, result: result ?? 'failed' },
      reason: cell('reason') || null,
    });
  }
  for (const { position, head } of list)
    if (!answered.has(position)) found.push({ line: position, code: 'lacking', said: head });
  return { faults: found, answered: [...answered.values()] };
}
