/** The security papers answer every requirement, and what they name is there. */
import { describe, expect, test } from 'vitest';
import { asvs } from './gate/asvs-ids.ts';
import { claimsOf, faultsOf, isExact, type PaperRow, paper, rowsOf } from './gate/papers.ts';

const asvsText = paper('docs/security/asvs.md');
const asvsRows = rowsOf(asvsText, /^V\d+\.\d+\.\d+$/);
const dengbaoRows = rowsOf(paper('docs/security/dengbao.zh-CN.md'), /^8\.1\.\d+\.\d+/);

const states = ['met', 'partly', 'not met', 'not applicable'] as const;
const stateOf = ({ cells }: PaperRow) => cells[2] ?? '';
const evidenceOf = ({ cells }: PaperRow) => cells[3] ?? '';

/** What a cell names and is not there. */
const broken = (id: string, cell = ''): string[] =>
  claimsOf(cell)
    .flatMap(faultsOf)
    .map((fault) => `${id}: ${fault}`);

describe('ASVS 5.0.0, level 1 and 2', () => {
  test('has 253 requirements, each with one row in the order of the standard', () => {
    expect(asvs.size).toBe(253);
    expect(asvsRows.map(({ id }) => id)).toEqual([...asvs.keys()]);
  });

  test('every row has its level, our words, a state that is one, and evidence', () => {
    const wrong = asvsRows.filter(
      (row) =>
        row.cells.length !== 4 ||
        row.cells[0] !== asvs.get(row.id) ||
        (row.cells[1] ?? '').length < 4 ||
        !states.includes(stateOf(row) as never) ||
        evidenceOf(row).length < 5,
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('what is met names a test, or a file and what stands in it; what is partly met a file', () => {
    const bare = asvsRows.filter((row) => {
      const claims = claimsOf(evidenceOf(row));
      if (stateOf(row) === 'met') return !claims.some(isExact);
      return stateOf(row) === 'partly' && claims.length === 0;
    });
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  test('files, lines, what stands there and titles of tests are there', () => {
    expect(asvsRows.flatMap((row) => broken(row.id, evidenceOf(row)))).toEqual([]);
  });

  test('the counts at the head are right', () => {
    const count = (rows: PaperRow[]) =>
      [rows.length, ...states.map((s) => rows.filter((r) => stateOf(r) === s).length)].map(String);
    const chapters = Map.groupBy(asvsRows, ({ id }) => id.split('.')[0] ?? '');
    expect(rowsOf(asvsText, /^(V\d+|all)$/)).toEqual(
      [...chapters, ['all', asvsRows] as const].map(([id, rows]) => ({ id, cells: count(rows) })),
    );
  });
});

/** How many control points (控制点) each part of 8.1 has. */
const points = [10, 3, 6, 11, 4, 4, 5, 4, 10, 14];
const dengbaoStates = ['已做', '部分', '未做', '运营单位'];

describe('等保三级', () => {
  test('every control point is answered, each clause once', () => {
    const ids = dengbaoRows.map(({ id }) => id);
    const all = points.flatMap((count, at) =>
      Array.from({ length: count }, (_, n) => `8.1.${at + 1}.${n + 1}`),
    );
    expect(all).toHaveLength(71);
    expect([...new Set(ids.map((id) => id.split(' ')[0]))]).toEqual(all);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  test('with a state that is one, and evidence where the product does something', () => {
    const wrong = dengbaoRows.filter(({ cells }) => {
      const [what = '', state = '', product = '', operator = ''] = cells;
      const claimed = state === '已做' || state === '部分';
      return (
        cells.length !== 4 ||
        !dengbaoStates.includes(state) ||
        [what, product, operator].includes('') ||
        (claimed && claimsOf(product).length === 0)
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('files, lines, what stands there and titles of tests are there', () => {
    expect(dengbaoRows.flatMap(({ id, cells }) => broken(id, cells[2]))).toEqual([]);
  });
});

describe('the check itself', () => {
  test.each([
    ['`src/none.ts#x`', 'src/none.ts is not there'],
    ['`test/run.ts#no such thing`', 'test/run.ts has no no such thing'],
    ['`test/run.ts:99999#main`', 'test/run.ts has no line 99999'],
    ['`test/run.ts:1`', 'test/run.ts:1 names nothing there'],
    ['`test/run.ts:1#process.exitCode`', 'test/run.ts:1 has no process.exitCode'],
    ['`test/run.ts` “no test”', '“no test” stands after test/run.ts, which is no test'],
    ['`test/layers.test.ts` “no impor”', 'test/layers.test.ts has no test “no impor”'],
    ['“no import ring”', 'no file for “no import ring”'],
  ])('%s', (cell, fault) => {
    expect(claimsOf(cell).flatMap(faultsOf)).toEqual([fault]);
  });

  test.each([
    '`test/layers.test.ts` “no import ring”',
    '`test/run.ts:2#npm test`',
    'no file: `__Host-`, `/metrics`, `DATABASE_URL`, `postgres.log`, `.git`',
  ])('%s', (cell) => {
    expect(claimsOf(cell).flatMap(faultsOf)).toEqual([]);
  });
});
