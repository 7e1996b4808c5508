/** Closing of plans: to the fen, by document, source and town; projects, tasks, reserves; the first draft always closes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type PlanFacts,
  type PlanLine,
  prefilled,
  problemsOf,
  type Receipt,
  type Task,
  tasksWith,
} from './rules-closing.ts';
import { compared } from './rules-comparison.ts';

const county = '440823000000';
const [town, other] = ['440823100000', '440823101000'];
const province = {
  document: '粤财农〔2022〕1号',
  payer: 'province',
  payerPlace: '44',
  source: 'provincial_fund',
};
const own = {
  document: '县财农〔2022〕2号',
  payer: 'county',
  payerPlace: county,
  source: 'county_fund',
};
const road = { id: 'road', place: town, number: '22-1', state: 'stocked' };

const receipt = (place: string, received: bigint, money = province): Receipt => ({
  ...money,
  place,
  received,
});
const line = (amount: bigint, wishes: Partial<PlanLine> = {}): PlanLine => ({
  ...{ ...province, task: null, place: town, project: null, amount },
  ...wishes,
});
const facts = (wishes: Partial<PlanFacts>): PlanFacts => ({
  ...{
    county,
    receipts: [receipt(town, 100n)],
    lines: [],
    tasks: [],
    projects: [road],
    budgets: [],
  },
  ...wishes,
});
const told = (wishes: Partial<PlanFacts>) =>
  problemsOf(facts(wishes)).map(({ code, place, amount }) => [code, place, amount]);

describe('the lines of each money are what was received of it', () => {
  test('to the fen, reserves being lines of their own', () => {
    expect(told({ lines: [line(60n), line(40n, { task: '污水' })] })).toEqual([]);
    expect(told({ lines: [line(99n)] })).toEqual([['left', town, 1n]]);
    expect(told({ lines: [line(101n)] })).toEqual([['above', town, 1n]]);
    expect(told({})).toEqual([['nothing', county, null]]);
  });

  test('document by document, source by source', () => {
    const receipts = [receipt(town, 100n), receipt(town, 30n, own)];
    expect(told({ receipts, lines: [line(130n)] })).toEqual([
      ['above', town, 30n],
      ['left', town, 30n],
    ]);
    expect(told({ receipts, lines: [line(100n), line(30n, own)] })).toEqual([]);
    expect(told({ lines: [line(100n), line(5n, { document: '无此文' })] })).toEqual([
      ['above', town, 5n],
    ]);
  });

  test('what a town received stays there; what the county received goes to any town', () => {
    const receipts = [receipt(town, 100n), receipt(other, 50n)];
    expect(told({ receipts, lines: [line(150n)] })).toEqual([
      ['above', town, 50n],
      ['left', other, 50n],
    ]);
    const pooled = [receipt(county, 70n), receipt(town, 30n)];
    expect(told({ receipts: pooled, lines: [line(60n), line(40n, { place: other })] })).toEqual([]);
    expect(told({ receipts: pooled, lines: [line(60n)] })).toEqual([['left', county, 40n]]);
    expect(told({ receipts: pooled, lines: [line(90n), line(20n, { place: other })] })).toEqual([
      ['above', town, 60n],
      ['above', other, 20n],
    ]);
  });
});

test('a binding task wants a project, not a reserve', () => {
  const tasks = [
    { name: '污水治理', binding: true, document: null },
    { name: '其他', binding: false, document: null },
  ];
  const [problem, ...more] = problemsOf(
    facts({ tasks, lines: [line(100n, { task: '污水治理' })] }),
  );
  expect([problem?.code, problem?.task, more]).toEqual(['task_without_project', '污水治理', []]);
  const lines = [line(100n, { task: '污水治理', project: 'road' })];
  const budgets = [{ ...province, project: 'road', amount: 100n }];
  expect(told({ tasks, lines, budgets })).toEqual([]);
});

test('a project gets at most its budget of each source; ended ones nothing', () => {
  const lines = [line(100n, { project: 'road' })];
  const budgets = [{ ...province, project: 'road', amount: 90n }];
  expect(told({ lines, budgets })).toEqual([['above_budget', town, 10n]]);
  expect(told({ lines, budgets: [{ ...own, project: 'road', amount: 100n }] })).toEqual([
    ['below_budget', town, 100n],
    ['above_budget', town, 100n],
  ]);
  const full = [{ ...province, project: 'road', amount: 100n }];
  expect(told({ lines, budgets: full, projects: [{ ...road, state: 'terminated' }] })).toEqual([
    ['project_ended', town, 100n],
  ]);
});

test('everything is told in one pass', () => {
  const receipts = [receipt(town, 100n), receipt(town, 30n, own)];
  const tasks = [{ name: '管护', binding: true, document: null }];
  const lines = [line(120n, { project: 'road' })];
  expect(told({ receipts, tasks, lines }).map(([code]) => code)).toEqual([
    ...['above', 'left', 'task_without_project', 'above_budget'],
  ]);
});

test('the first draft closes, whatever was received and whatever projects ask for', () => {
  const amount = fc.bigInt(1n, 1_000_000n);
  const place = fc.constantFrom(county, town, other);
  const money = fc.constantFrom(province, own, { ...province, document: '粤财农〔2022〕9号' });
  const receiptsMade = fc.uniqueArray(fc.tuple(place, money, amount), {
    minLength: 1,
    maxLength: 9,
    selector: ([at, of]) => `${at} ${of.document}`,
  });
  const budgetsMade = fc.uniqueArray(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(province, own), amount),
    {
      selector: ([project, of]) => `${project} ${of.source}`,
    },
  );
  fc.assert(
    fc.property(receiptsMade, budgetsMade, (receiptsGiven, budgetsGiven) => {
      const receipts = receiptsGiven.map(([at, of, received]) => receipt(at, received, of));
      const budgets = budgetsGiven.map(([project, { document: _, ...of }, wanted]) => ({
        ...of,
        project,
        amount: wanted,
      }));
      const projects = ['a', 'b', 'c'].map((id, at) => ({
        ...road,
        id,
        place: at === 0 ? other : town,
      }));
      const given = { county, receipts, budgets, projects, tasks: [] };
      const lines = prefilled(given, () => null);
      const wrong = problemsOf({ ...given, lines }).filter(({ code }) => code !== 'below_budget');
      expect(wrong).toEqual([]);
    }),
  );
});

test('what documents bind to is judged, listed or not, each by its own money', () => {
  const asked = (document: string): Task => ({ name: '污水治理', binding: true, document });
  const known = [asked(province.document), asked(own.document)];
  const loose = { ...asked(own.document), binding: false };
  const tasks = tasksWith([loose, { name: '管护', binding: false, document: null }], known);
  expect(tasks.map(({ name, binding, document }) => [name, binding, document])).toEqual([
    ['污水治理', true, own.document],
    ['管护', false, null],
    ['污水治理', true, province.document],
  ]);
  const lines = [line(100n, { task: '污水治理', project: 'road' })];
  const open = problemsOf(facts({ tasks, lines })).filter(({ task }) => task !== null);
  expect(open.map(({ code, document }) => [code, document])).toEqual([
    ['task_without_project', own.document],
  ]);
});

test('versions are compared line by line', () => {
  const one = (name: string, amount: string) => ({ name, amount });
  const rows = compared(
    [one('a', '5'), one('b', '7'), one('c', '1')],
    [one('b', '9'), one('a', '5'), one('d', '2')],
    ({ name }) => name,
  );
  expect(
    rows.map(({ change, line: { name }, before, after }) => [name, change, before, after]),
  ).toEqual([
    ['b', 'changed', 7n, 9n],
    ['a', 'same', 5n, 5n],
    ['d', 'added', 0n, 2n],
    ['c', 'removed', 1n, 0n],
  ]);
});
