/**
 * What is due to each town by a rule, and from whom. Pure and exact to the fen: the same towns, factors and rule give the
 * same numbers, in whatever order they come.
 */
import { split } from '../kit/money.ts';
import { isWithin, levelOfKey, regionLevels } from '../kit/region-key.ts';
import {
  type Factor,
  factors,
  localPayers,
  type RuledProgramme,
  type RulePayer,
  rulePayers,
  type unitKinds,
} from './codes-allocation.ts';

/** Parts of ten thousand a payer bears within a place. */
export interface Share {
  holdsIn: string;
  units: (typeof unitKinds)[number];
  weights: Partial<Record<RulePayer, number>>;
}

export interface AllocatedTown {
  town: string;
  city: string;
  county: string;
  /** The city that helps; null where none is known. */
  helper: string | null;
  farm: boolean;
  /** The amount the document names for it, in fen. */
  named: bigint | null;
  /** Null where nobody has said it. */
  factors: Record<Factor, bigint | null>;
}

export interface AllocationRule {
  programme: RuledProgramme;
  /** Fen a town and year; null where each town's amount is named. */
  average: bigint | null;
  /** Parts in a thousand that follow each factor; the rest is the same for every town. */
  factors: Record<Factor, number>;
  least: bigint | null;
  most: bigint | null;
  shares: readonly Share[];
}

export interface DueLine {
  town: string;
  payer: RulePayer;
  /** Place the payer pays from; empty where no city is known to help. */
  payerPlace: string;
  amount: bigint;
}

/** What a rule cannot say of towns: each names the towns. */
export interface RuleProblem {
  code: 'no_amount' | 'no_factor' | 'no_share' | 'no_helper' | 'bounds';
  towns: string[];
}

/**
 * Fen of each town, in the order of the towns given. Towns without a named amount share average x their number, by
 * factors, none below the floor or above the ceiling, the sum exact: what bounds take from some is borne by the others.
 */
export function amountsOf(rule: AllocationRule, towns: readonly AllocatedTown[]): bigint[] {
  const open = towns
    .filter(({ named }) => named === null)
    .toSorted((a, b) => (a.town < b.town ? -1 : 1));
  const found = new Map<string, bigint>();
  if (rule.average !== null && open.length > 0) {
    const shared = bounded(
      rule.average * BigInt(open.length),
      weightsOf(rule.factors, open),
      rule.least ?? 0n,
      rule.most,
    );
    for (const [at, { town }] of open.entries()) found.set(town, shared[at] ?? 0n);
  }
  return towns.map(({ town, named }) => named ?? found.get(town) ?? 0n);
}

/** Whole weights of the towns: each factor's parts by the town's share of its sum, over one denominator. */
function weightsOf(parts: Record<Factor, number>, towns: readonly AllocatedTown[]): bigint[] {
  const used = factors
    .filter((factor) => parts[factor] > 0)
    .map((factor) => {
      const values = towns.map((town) => town.factors[factor] ?? 0n);
      return { values, sum: values.reduce((total, one) => total + one, 0n), part: parts[factor] };
    })
    .filter(({ sum }) => sum > 0n);
  const even = 1000n - used.reduce((total, { part }) => total + BigInt(part), 0n);
  const product = used.reduce((total, { sum }) => total * sum, 1n);
  const many = BigInt(towns.length);
  return towns.map((_, at) =>
    used.reduce(
      (weight, { values, sum, part }) =>
        weight + BigInt(part) * (values[at] ?? 0n) * (product / sum) * many,
      even * product,
    ),
  );
}

/**
 * Shares of a total by weight between a floor and a ceiling, exact to the fen. Those beyond a bound are set to it, the
 * side that takes more first, and the rest is shared anew among the others until none is beyond.
 */
function bounded(
  total: bigint,
  weights: readonly bigint[],
  least: bigint,
  most: bigint | null,
): bigint[] {
  const set = new Map<number, bigint>();
  for (;;) {
    const free = weights.map((weight, at) => ({ weight, at })).filter(({ at }) => !set.has(at));
    if (free.length === 0) break;
    const rest = total - [...set.values()].reduce((sum, one) => sum + one, 0n);
    const sum = free.reduce((all, { weight }) => all + weight, 0n);
    const by = sum > 0n ? free : free.map(({ at }) => ({ at, weight: 1n }));
    const whole = sum > 0n ? sum : BigInt(free.length);
    const below = by.filter(({ weight }) => rest * weight < least * whole);
    const above = most === null ? [] : by.filter(({ weight }) => rest * weight > most * whole);
    const beyond = (some: typeof by, bound: bigint) =>
      some.reduce((all, { weight }) => all + abs(bound * whole - rest * weight), 0n);
    const missing = beyond(below, least);
    const excess = beyond(above, most ?? 0n);
    if (below.length + above.length === 0) {
      const shares = split(
        rest,
        by.map(({ weight }) => weight),
      );
      for (const [n, { at }] of by.entries()) set.set(at, shares[n] ?? 0n);
      break;
    }
    if (missing >= excess) for (const { at } of below) set.set(at, least);
    if (excess >= missing) for (const { at } of above) set.set(at, most ?? 0n);
  }
  return weights.map((_, at) => set.get(at) ?? 0n);
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** The share that holds for a town: farms' own before all others, then the nearest place above it. */
export function shareFor<Of extends Share>(
  shares: readonly Of[],
  town: { town: string; farm: boolean },
): Of | undefined {
  const depth = (one: Share) => regionLevels.indexOf(levelOfKey(one.holdsIn));
  return shares
    .filter(({ holdsIn, units }) => isWithin(town.town, holdsIn) && (units === 'all' || town.farm))
    .toSorted(
      (a, b) => Number(b.units === 'farms') - Number(a.units === 'farms') || depth(b) - depth(a),
    )[0];
}

/**
 * Who owes what to each town. A town is split on its own, so that its payers' sums close with its amount; what falls to
 * the local city and county is divided anew where the city has a rule of its own.
 */
export function linesOf(
  rule: AllocationRule,
  towns: readonly AllocatedTown[],
  divisions: readonly Share[],
): DueLine[] {
  const amounts = amountsOf(rule, towns);
  const payers = rulePayers[rule.programme];
  return towns.flatMap((town, at) => {
    const share = shareFor(rule.shares, town);
    if (!share) return [];
    const weights = payers.map((payer) => BigInt(share.weights[payer] ?? 0));
    const parts = split(amounts[at] ?? 0n, weights);
    const lines = payers.map(
      (payer, n): DueLine => ({
        ...{ town: town.town, payer, payerPlace: payerPlaceOf(payer, town) },
        amount: parts[n] ?? 0n,
      }),
    );
    const division = rule.programme === 'special_fund' ? shareFor(divisions, town) : undefined;
    return (division ? divided(lines, town, division) : lines).filter(({ amount }) => amount > 0n);
  });
}

/** The local part of a town's lines between city and county by the city's own rule. */
function divided(lines: readonly DueLine[], town: AllocatedTown, { weights }: Share): DueLine[] {
  const isLocal = ({ payer }: DueLine) => (localPayers as readonly string[]).includes(payer);
  const local = lines.filter(isLocal).reduce((sum, { amount }) => sum + amount, 0n);
  const parts = split(
    local,
    localPayers.map((payer) => BigInt(weights[payer] ?? 0)),
  );
  return [
    ...lines.filter((line) => !isLocal(line)),
    ...localPayers.map((payer, at) => ({
      ...{ town: town.town, payer, payerPlace: payerPlaceOf(payer, town) },
      amount: parts[at] ?? 0n,
    })),
  ];
}

/** The local part alone, of what is due by now: what a city's rule changes. */
export const localLinesOf = (
  towns: readonly (AllocatedTown & { local: bigint })[],
  shares: readonly Share[],
): DueLine[] =>
  towns.flatMap((town) => {
    const share = shareFor(shares, town);
    if (!share) return [];
    const whole: DueLine = {
      ...{ town: town.town, payer: 'assisted_city', payerPlace: town.city },
      amount: town.local,
    };
    return divided([whole], town, share).filter(({ amount }) => amount > 0n);
  });

function payerPlaceOf(payer: RulePayer, town: AllocatedTown): string {
  if (payer === 'province') return `${town.town.slice(0, 2)}0000000000`;
  if (payer === 'assisting_city') return town.helper ?? '';
  return payer === 'county' ? town.county : town.city;
}

/** What must be mended before a rule is handed in. */
export function problemsOf(rule: AllocationRule, towns: readonly AllocatedTown[]): RuleProblem[] {
  const open = towns.filter(({ named }) => named === null);
  const { average, least, most } = rule;
  const beyond =
    average !== null && ((least !== null && least > average) || (most !== null && most < average));
  const helped = ({ weights }: Share) => (weights.assisting_city ?? 0) > 0;
  const named: [RuleProblem['code'], readonly AllocatedTown[]][] = [
    ['no_amount', average === null ? open : []],
    ['bounds', beyond ? open : []],
    [
      'no_factor',
      open.filter(({ factors: values }) =>
        factors.some((factor) => rule.factors[factor] > 0 && values[factor] === null),
      ),
    ],
    ['no_share', towns.filter((town) => !shareFor(rule.shares, town))],
    [
      'no_helper',
      towns.filter((town) => {
        const share = shareFor(rule.shares, town);
        return share !== undefined && helped(share) && town.helper === null;
      }),
    ],
  ];
  return named
    .map(([code, found]) => ({ code, towns: found.map(({ town }) => town) }))
    .filter(({ towns: found }) => found.length > 0);
}
