/** Turns taken by everybody who waits, not by who came with the most. */
import { expect, test } from 'vitest';
import { fairTurns } from './fair-turns.ts';
import { Refusal } from './http/problem.ts';

test('one with many does not keep another waiting; beyond the limits it is refused with when to come again', async () => {
  const inTurn = fairTurns({ atOnce: 1, mostOfOne: 3, most: 4, refusal: 'x', seconds: 30 });
  const done: string[] = [];
  let begin = () => {};
  const begun = new Promise<void>((go) => {
    begin = go;
  });
  const work = (key: string, name: string) =>
    inTurn(key, async () => {
      await begun;
      done.push(name);
    });
  const all = [work('a', 'a1'), work('a', 'a2'), work('a', 'a3'), work('a', 'a4'), work('b', 'b1')];
  for (const key of ['a', 'c']) {
    const refused = await work(key, 'late').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ status: 503, params: { seconds: 30 } });
  }
  begin();
  await Promise.all(all);
  expect(done).toEqual(['a1', 'a2', 'b1', 'a3', 'a4']);
  await work('c', 'c1');
  expect(done.at(-1)).toBe('c1');
});

test('work that fails gives its place on', async () => {
  const inTurn = fairTurns({ atOnce: 1, mostOfOne: 1, most: 1, refusal: 'x', seconds: 1 });
  const failed = inTurn('a', () => Promise.reject(new Error('no')));
  const other = inTurn('b', () => Promise.resolve(1));
  await expect(failed).rejects.toThrow('no');
  expect(await other).toBe(1);
});
