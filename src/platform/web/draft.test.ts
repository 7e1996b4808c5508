import { expect, test } from 'vitest';
import { forgetDrafts } from './draft.ts';

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
