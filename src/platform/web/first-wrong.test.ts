/** The nodes are stood in for by what is asked of them: there is no page here. */
import { expect, test } from 'vitest';
import { goToFirstWrong } from './first-wrong.ts';

function node(is: 'control' | 'sentence', beside?: unknown) {
  const done: string[] = [];
  const element = {
    done,
    matches: () => is === 'control',
    closest: () => (beside ? { querySelector: () => beside } : null),
    focus: (how: FocusOptions) => done.push(`focus ${how.preventScroll}`),
    scrollIntoView: (how: ScrollIntoViewOptions) => done.push(`scroll ${how.block}`),
  };
  return element as typeof element & HTMLElement; // what goToFirstWrong asks of one
}
const formWith = (found: HTMLElement | null) =>
  ({ querySelector: () => found }) as unknown as ParentNode; // the one question it is asked

test('the first wrong field is focused and in view, of a group its first choice', () => {
  const [field, choice] = [node('control'), node('control')];
  expect(goToFirstWrong(formWith(field))).toBe(field);
  expect(field.done).toEqual(['focus true', 'scroll center']);
  expect(goToFirstWrong(formWith(node('sentence', choice)))).toBe(choice);
  expect(choice.done).toHaveLength(2);
  expect(goToFirstWrong(formWith(null))).toBeNull();
});
