import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, fenOf, numberOf } from './cells.ts';
import { readExport } from './lines.ts';
import { guessed, headAt, lacking, type Mapping } from './mapping.ts';
import { hindrance, transitions } from './run-verbs.ts';
import { statementOf } from './statement.ts';

describe('cells as spreadsheets leave them', () => {
  test.each([
    ['1,234,567.89', 'yuan', 123_456_789n],
    ['￥１２３．４０', 'yuan', 12_340n],
    ['="52.98"', 'wan', 52_980_000n],
    ['52.98万元', 'yuan', 52_980_000n],
    ['1200元', 'wan', 120_000n],
    ['(1,000.00)', 'yuan', -100_000n],
    ['－300', 'yuan', -30_000n],
    ['299341.99999999994', 'yuan', 29_934_200n],
    ['0.30000000000000004', 'yuan', 30n],
    ['.5', 'yuan', 50n],
  ] as const)('%s in %s', (cell, unit, value) => {
    expect(fenOf(cell, unit)).toEqual({ value });
  });

  test.each([
    ['', 'amount_missing'],
    ['—'.replace('—', '-'), 'amount_missing'],
    ['1.23457E+07', 'amount_scientific'],
    ['12.345', 'amount_finer'],
    ['1,23', 'amount_form'],
    ['约五万', 'amount_form'],
  ] as const)('no amount: %s', (cell, fault) => {
    expect(fenOf(cell, 'yuan')).toEqual({ fault });
  });

  test('every amount reads as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), (fen) => {
        const digits = (fen < 0n ? -fen : fen).toString().padStart(3, '0');
        const text = `${fen < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        expect(fenOf(text, 'yuan')).toEqual({ value: fen });
      }),
    );
  });

  test.each([
    ['2022-06-30', 'ymd', '2022-06-30'],
    ['2022/6/3', 'ymd', '2022-06-03'],
    ['2022年6月30日', 'ymd', '2022-06-30'],
    ['20220630', 'ymd', '2022-06-30'],
    ['20220630142233', 'ymd', '2022-06-30'],
    ['2022-06-30 14:22:33', 'ymd', '2022-06-30'],
    ['44742', 'ymd', '2022-06-30'],
    ['44742.599', 'ymd', '2022-06-30'],
    ['30/06/2022', 'dmy', '2022-06-30'],
    ['6/30/22', 'mdy', '2022-06-30'],
  ] as const)('%s as %s', (cell, order, value) => {
    expect(dayOf(cell, order)).toEqual({ value });
  });

  test.each([
    ['', 'date_missing'],
    ['2022-02-30', 'date_none'],
    ['30/06/2022', 'date_form'],
    ['六月', 'date_form'],
  ] as const)('no day: %s', (cell, fault) => {
    expect(dayOf(cell, 'ymd')).toEqual({ fault });
  });

  test('numbers a spreadsheet spoilt are told', () => {
    expect(numberOf('4.40103E+11')).toEqual({ fault: 'number_as_float' });
    expect(numberOf("'0012345")).toEqual({ value: '0012345' });
    expect(numberOf('12345.0')).toEqual({ value: '12345' });
  });
});

const mapping = (
  columns: Partial<Mapping['columns']>,
  unit: Mapping['unit'] = 'yuan',
): Mapping => ({
  columns: {
    ...{ number: null, dated: null, amount: null, income: null, outgo: null },
    ...{ payee: null, budgetCode: null, purpose: null },
    ...columns,
  },
  dates: 'ymd',
  unit,
});
const rows = (...lines: string[]) =>
  lines.map((text, at) => ({ line: at + 1, cells: text.split('|') }));

describe('columns', () => {
  test('are guessed below the title of a print-out, each once', () => {
    const tops = [
      ['支付明细查询'],
      ['单位：万元', ''],
      ['序号', '支付凭证号', '支付日期', '支付金额（万元）', '收款人全称', '用途'],
    ];
    expect(headAt(tops, null)).toBe(2);
    const found = guessed(tops[2] ?? [], 'payment_detail');
    expect(found).toEqual(
      mapping(
        {
          ...{ number: '支付凭证号', dated: '支付日期', amount: '支付金额（万元）' },
          ...{ payee: '收款人全称', purpose: '用途' },
        },
        'wan',
      ),
    );
    expect(headAt(tops, found)).toBe(2);
    expect(lacking(found, 'payment_detail')).toBeNull();
  });

  test('a bank may say in and out apart', () => {
    const found = guessed(
      ['交易日期', '借方金额', '贷方金额', '对方户名', '摘要'],
      'bank_statement',
    );
    expect(found.columns).toMatchObject({ income: '贷方金额', outgo: '借方金额', amount: null });
    expect(lacking(found, 'bank_statement')).toBeNull();
  });

  test('what is lacking is named', () => {
    expect(lacking(mapping({ amount: 'a', number: 'n' }), 'payment_detail')).toBe('dated');
    expect(lacking(mapping({ dated: 'd', number: 'n' }), 'payment_detail')).toBe('amount');
    expect(lacking(mapping({ dated: 'd', amount: 'a' }), 'payment_detail')).toBe('key');
    expect(lacking(mapping({ dated: 'd', amount: 'a', number: 'a' }), 'payment_detail')).toBe(
      'column_twice',
    );
  });
});

describe('lines', () => {
  const shape = mapping({ number: '号', dated: '日期', amount: '金额', payee: '收款人' });

  test('every fault of every line in one pass', () => {
    const read = readExport(
      rows('号|日期|金额|收款人', 'A1|2022-06-30|10|甲', 'A2|六月|十元|乙', '|2019-01-01|1.234|丙'),
      shape,
    );
    expect(read.faults.map(({ line, what }) => [line, what])).toEqual([
      [3, 'date_form'],
      [3, 'amount_form'],
      [4, 'amount_finer'],
      [4, 'date_early'],
    ]);
  });

  test('heads that are gone are named', () => {
    const [fault] = readExport(rows('编号|日期|金额|收款人', 'A1|2022-06-30|10|甲'), shape).faults;
    expect(fault).toMatchObject({ what: 'heads_missing', text: '号' });
  });

  test('totals and nothing are no lines; a total that does not add up is a fault', () => {
    const lines = ['号|日期|金额|收款人', 'A1|2022-06-30|10|甲', 'A2|2022-06-30|0|乙'];
    expect(readExport(rows(...lines, '合计||10|'), shape)).toMatchObject({
      ...{ faults: [], zeros: 1, totals: 1, lines: [{ number: 'A1', amount: 1_000n }] },
    });
    expect(readExport(rows(...lines, '合计||11|'), shape).faults).toMatchObject([
      { line: 4, what: 'total_differs', text: '1.00' },
    ]);
  });

  test('what repeats itself within a file is counted, not lost', () => {
    const read = readExport(
      rows('号|日期|金额|收款人', 'A1|2022-06-30|10|甲', 'A1|2022-06-30|10|甲'),
      shape,
    );
    expect(read.lines.map(({ nth }) => nth)).toEqual([1, 2]);
    expect(read.repeats).toBe(1);
  });

  test('numbers of people are left out', () => {
    const read = readExport(rows('号|日期|金额|收款人', 'A1|2022-06-30|10|甲 13800000000'), shape);
    expect(read.lines[0]?.payee).toBe('甲 …');
  });
});

test('the statement closes over any split of the two sides, and over no other', () => {
  const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
  const sum = (list: readonly bigint[]) => list.reduce((so, one) => so + one, 0n);
  fc.assert(
    fc.property(
      fc.array(amount),
      fc.array(amount),
      fc.array(amount),
      fc.array(fc.tuple(amount, amount)),
      amount,
      (matched, mine, theirs, differing, extra) => {
        const differs = sum(differing.map(([a, b]) => b - a));
        const parts = {
          ours: sum(matched) + sum(mine) + sum(differing.map(([a]) => a)),
          theirs: sum(matched) + sum(theirs) + sum(differing.map(([, b]) => b)),
          ...{ oursOnly: sum(mine), theirsOnly: sum(theirs), differs },
        };
        expect(statementOf(parts)).toMatchObject({ gap: 0n, closes: true, adjusted: parts.theirs });
        const moved = statementOf({ ...parts, theirs: parts.theirs + extra });
        expect(moved.gap).toBe(extra);
        expect(moved.closes).toBe(extra === 0n);
      },
    ),
  );
});

test('whoever had a hand in a run neither returns nor confirms it', () => {
  const who = (account: string) => ({
    ...{ account, seat: '440823000000' },
    permissions: new Set(['funds.register', 'funds.check']),
  });
  const run = { office: '440823000000', state: 'finished' as const, makers: ['c', 'a'] };
  for (const { verb } of transitions.filter(({ from }) => from.includes('finished'))) {
    for (const maker of run.makers) expect(hindrance(verb, run, who(maker))).toBe('same_person');
    expect(hindrance(verb, run, who('b'))).toBeNull();
    expect(hindrance(verb, { ...run, office: '440800000000' }, who('b'))).toBe('other_office');
  }
  expect(hindrance('match', run, who('a'))).toBe('run_state');
});
