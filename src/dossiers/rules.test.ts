import { describe, expect, test } from 'vitest';
import { requestKinds } from '../projects/codes.ts';
import {
  hintsHinder,
  itemsOf,
  missingOf,
  type Scan,
  servesOf,
  standardChecklist,
} from './rules.ts';

const request = { id: 'r1', contract: 'c1', invoice: null };
const scan = (kind: Scan['kind'], more: Partial<Scan> = {}): Scan => ({
  ...{ kind, number: null, contract: null, request: null },
  ...more,
});

describe('what belongs into a dossier', () => {
  test('stands in the order of the checklist, each scan once', () => {
    const asked = [
      { kind: 'invoice', required: true },
      { kind: 'contract', required: true },
    ] as const;
    const scans = [
      scan('contract', { contract: 'c1' }),
      scan('notice'),
      scan('invoice', { request: 'r1' }),
    ];
    const items = itemsOf(asked, scans, request);
    expect(items.map(({ files }) => files)).toEqual([[scans[2]], [scans[0]]]);
    expect(missingOf(items, request)).toEqual([]);
  });

  test('is what serves the request: the contract of its contract, the invoice of itself', () => {
    const asked = standardChecklist.progress;
    const others = [
      scan('contract', { contract: 'c2' }),
      scan('invoice', { request: 'r2' }),
      scan('progress', { request: 'r1' }),
    ];
    expect(missingOf(itemsOf(asked, others, request), request)).toEqual(['contract', 'invoice']);
    const both = [
      ...others,
      scan('contract', { contract: 'c1' }),
      scan('invoice', { request: 'r1' }),
    ];
    expect(missingOf(itemsOf(asked, both, request), request)).toEqual([]);
  });

  test('another request’s invoice is none of this one', () => {
    const asked = [{ kind: 'invoice', required: true }] as const;
    const lacks = (number: string | null, invoice: string | null) => {
      const billed = { ...request, invoice };
      return missingOf(
        itemsOf(asked, [scan('invoice', { request: 'r1', number })], billed),
        billed,
      );
    };
    expect(lacks('FP 22-2-1', 'FP22-2-2')).toEqual(['invoice']);
    expect(lacks('fp 22-2-2', 'FP22-2-2')).toEqual([]);
    expect(lacks(null, 'FP22-2-2')).toEqual([]);
    expect(lacks('FP 22-2-1', null)).toEqual([]);
  });

  test('one contract serves every request of it', () => {
    const contract = scan('contract', { contract: 'c1' });
    for (const id of ['r1', 'r2', 'r3'])
      expect(
        itemsOf([{ kind: 'contract', required: true }], [contract], { id, contract: 'c1' }),
      ).toEqual([{ kind: 'contract', required: true, files: [contract] }]);
    expect([servesOf('contract'), servesOf('invoice'), servesOf('notice')]).toEqual([
      'contract',
      'request',
      'project',
    ]);
  });

  test('what need not be there is never missing', () => {
    for (const kind of requestKinds) {
      const missing = missingOf(itemsOf(standardChecklist[kind], [], request), request);
      expect(missing).toEqual(
        standardChecklist[kind].filter(({ required }) => required).map((one) => one.kind),
      );
    }
  });
});

test('a rule that blocks stands in the way, another hint asks for an explanation; decided ones do neither', () => {
  const hint = (blocking: boolean, decided = false) => ({ blocking, decided });
  expect(hintsHinder([], null)).toBeNull();
  expect(hintsHinder([hint(false)], ' ')).toEqual({ code: 'explain_hints', count: 1 });
  expect(hintsHinder([hint(false)], '已核实')).toBeNull();
  expect(hintsHinder([hint(true), hint(false)], '已核实')).toEqual({ code: 'blocked', count: 1 });
  expect(hintsHinder([hint(true, true)], null)).toBeNull();
});
