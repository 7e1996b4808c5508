import { expect, test } from 'vitest';
import { forgetDrafts, keptOf, restoredValues } from './draft.ts';

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

/** What a browser keeps for a window, in the order it was put there. */
function aStore(...names: string[]) {
  const kept = new Set(names);
  return {
    kept,
    get length() {
      return kept.size;
    },
    key: (at: number) => [...kept][at] ?? null,
    removeItem: (name: string) => void kept.delete(name),
  };
}
const names = ['draft:a:posting:1', 'of-somebody-else', 'draft:ab:posting:1', 'draft:a:team:2'];

test('signing out forgets every draft, and nothing that is not ours', () => {
  const store = aStore(...names);
  forgetDrafts(null, store);
  expect([...store.kept]).toEqual(['of-somebody-else']);
});

test('signing in forgets the drafts of everybody else', () => {
  const store = aStore(...names);
  forgetDrafts('a', store);
  expect([...store.kept]).toEqual(['draft:a:posting:1', 'of-somebody-else', 'draft:a:team:2']);
});
