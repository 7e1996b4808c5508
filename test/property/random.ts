/** Random choices of the property and fault tests, from a seed that is printed and may be given again. */

export interface Random {
  below(n: number): number;
  chance(share: number): boolean;
  of<T>(list: readonly T[]): T;
  day(): string;
  fork(name: number): Random;
}

/** mulberry32: small, fast, the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  const of = <T>(list: readonly T[]): T => {
    const one = list[below(list.length)];
    if (one === undefined) throw new RangeError('nothing to choose from');
    return one;
  };
  return {
    below,
    chance: (share) => next() < share,
    of,
    // Edges of months more often than their middles; a day long before the programme now and then.
    day: () => {
      if (next() < 0.01) return '1949-10-01';
      const month = of(['2021-05', '2021-06', '2021-12', '2022-01', '2022-02', '2022-07']);
      const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0));
      const at = next() < 0.5 ? of([1, 2, last.getUTCDate()]) : 1 + below(28);
      return `${month}-${String(at).padStart(2, '0')}`;
    },
    fork: (name) => randomFrom(Math.imul(seed ^ 0x9e3779b9, 2 * name + 1)),
  };
}

/** The same things in another order. */
export function shuffled<T>(list: readonly T[], random: Random): T[] {
  return list
    .map((thing) => ({ thing, at: random.below(2 ** 32) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ thing }) => thing);
}
