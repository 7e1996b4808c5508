// Sharing a whole number out so that the parts add up exactly.
import { split } from '../kit/money.ts';
import { taken } from './seed.ts';

const FEN_PER_WAN = 1_000_000n;

/** Whole parts by weight, largest remainder first. */
export function apportion(total: number, weights: readonly number[]): number[] {
  return split(BigInt(total), weights.map(scaled)).map(Number);
}

/**
 * The same, no part above its limit: what a full part can't take goes to the others.
 * @throws RangeError when all limits together are less than the total.
 */
export function apportionWithin(
  total: number,
  weights: readonly number[],
  limits: readonly number[],
): number[] {
  const parts = weights.map(() => 0);
  let left = total;
  while (left > 0) {
    const open = parts
      .map((part, at) => ({ at, room: taken(limits, at) - part, weight: taken(weights, at) }))
      .filter(({ room, weight }) => room > 0 && weight > 0);
    if (open.length === 0) throw new RangeError(`${left} of ${total} fit nowhere`);
    const wished = apportion(
      left,
      open.map(({ weight }) => weight),
    );
    for (const [order, { at, room }] of open.entries()) {
      const given = Math.min(room, taken(wished, order));
      parts[at] = taken(parts, at) + given;
      left -= given;
    }
  }
  return parts;
}

/** Fen of whole 万元, as the wire carries it. */
export function wan(amount: number): bigint {
  return BigInt(amount) * FEN_PER_WAN;
}

function scaled(weight: number): bigint {
  return BigInt(Math.round(weight * 1_000_000));
}
