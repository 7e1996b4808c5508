// Chance that can be repeated: every subject draws from its own stream, so that a change in one subject moves no other.
import { instant } from './days.ts';

export interface Random {
  /** 0 up to, not including, 1. */
  next(): number;
  /** A whole number, both ends in it. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** The same as `weighted` for long lists drawn from often. */
  roulette<T>(choices: readonly (readonly [T, number])[]): () => T;
  shuffled<T>(items: readonly T[]): T[];
  /** A UUIDv7 of a moment on that day. */
  uuid(day: string): string;
  /** Days until a fact is written down: mostly the same week, now and then weeks later. */
  lag(): number;
}

/** The stream of that name under a seed: the same seed and name always give the same draws. */
export function random(seed: number, stream: string): Random {
  const bits = generator(`${seed}:${stream}`);
  const next = () => bits() / 4_294_967_296;
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const chance = (probability: number) => next() < probability;
  return {
    next,
    int,
    chance,
    pick: (items) => taken(items, Math.floor(next() * items.length)),
    weighted: (choices) => {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return taken(choices, choices.length - 1)[0];
    },
    roulette: (choices) => {
      let total = 0;
      const ends = choices.map(([, weight]) => {
        total += weight;
        return total;
      });
      return () => {
        const wanted = next() * total;
        let [low, high] = [0, ends.length - 1];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (taken(ends, middle) <= wanted) low = middle + 1;
          else high = middle;
        }
        return taken(choices, low)[0];
      };
    },
    shuffled: (items) => {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = Math.floor(next() * (last + 1));
        const kept = taken(mixed, last);
        mixed[last] = taken(mixed, other);
        mixed[other] = kept;
      }
      return mixed;
    },
    uuid: (day) => {
      const millis = instant(day) + Math.floor(next() * 28_800_000);
      const [x, y, z] = [bits(), bits(), bits()];
      const high = Math.floor(millis / 0x1_0000);
      const head = `${hex(high >>> 16)}${hex(high)}-${hex(millis)}-${hex((x & 0xfff) | 0x7000)}`;
      return `${head}-${hex(((x >>> 16) & 0x3fff) | 0x8000)}-${hex(y >>> 16)}${hex(y)}${hex(z)}`;
    },
    lag: () => (chance(0.03) ? int(15, 60) : int(0, 5)),
  };
}

/** The item at a place that must exist. */
export function taken<T>(items: readonly T[], at: number): T {
  if (at < 0 || at >= items.length) throw new RangeError(`nothing at ${at} of ${items.length}`);
  return items[at] as T; // the bound was checked; T itself may be undefined
}

/** sfc32, seeded by FNV-1a of the text under four offsets. */
function generator(text: string): () => number {
  const word = (offset: number) => {
    let hash = 2_166_136_261 ^ offset;
    for (let at = 0; at < text.length; at++) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
    }
    return hash;
  };
  let [a, b, c, d] = [word(1), word(2), word(3), 1];
  const draw = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return t >>> 0;
  };
  for (let round = 0; round < 15; round++) draw();
  return draw;
}

const HEX = Array.from({ length: 0x1_0000 }, (_, value) => value.toString(16).padStart(4, '0'));

/** The lowest sixteen bits as four digits. */
function hex(value: number): string {
  return HEX[value % 0x1_0000] ?? '';
}
