/** What a rule says town by town, tried or as it was charged, and the same beside something else. */
import type { Client } from '../../../platform/db/pool.ts';
import { type Caller, Refusal } from '../../../platform/http/endpoint.ts';
import type { Numbers } from '../../contract-allocation.ts';
import {
  type AllocatedTown,
  type DueLine,
  linesOf,
  localLinesOf,
  problemsOf,
  type RuleProblem,
  shareFor,
} from '../../rules-allocation.ts';
import { type Allocation, isAbove, sharesOf } from './allocation.ts';
import { divisionsIn, standingDue, townsOf } from './towns.ts';

interface Said {
  lines: DueLine[];
  problems: RuleProblem[];
  kept: boolean;
}

/** @throws Refusal when the year is none of the rule's. */
function mustHold(of: Allocation, year: number): void {
  if (year < of.yearFrom || (of.yearTo !== null && year > of.yearTo))
    throw new Refusal('funds.refusal.rule_year', {
      from: of.yearFrom,
      to: of.yearTo ?? '…',
    });
}

/** The rule worked out with what is known today. */
export async function tried(
  client: Client,
  caller: Caller,
  of: Allocation,
  year: number,
): Promise<Said> {
  mustHold(of, year);
  const shares = await sharesOf(client, caller, of.id);
  const towns = await townsOf(client, of, year);
  if (of.kind === 'division') return divided(client, of, year, towns, shares);
  const rule = {
    programme: of.programme,
    average: fen(of.average),
    factors: of.factors,
    least: fen(of.least),
    most: fen(of.most),
    shares,
  };
  return {
    lines: linesOf(rule, towns, await divisionsIn(client, of, year)),
    problems: problemsOf(rule, towns),
    kept: false,
  };
}

const fen = (text: string | null): bigint | null => (text === null ? null : BigInt(text));

async function divided(
  client: Client,
  of: Allocation,
  year: number,
  towns: readonly AllocatedTown[],
  shares: Parameters<typeof localLinesOf>[1],
): Promise<Said> {
  const local = new Map<string, bigint>();
  for (const { town, amount } of await standingDue(client, of, year))
    local.set(town, (local.get(town) ?? 0n) + amount);
  const due = towns
    .map((town) => ({ ...town, local: local.get(town.town) ?? 0n }))
    .filter((town) => town.local > 0n);
  // A town nobody's share covers would lose its local due.
  const uncovered = due.filter((town) => !shareFor(shares, town)).map(({ town }) => town);
  return {
    lines: localLinesOf(due, shares),
    problems: uncovered.length > 0 ? [{ code: 'no_share', towns: uncovered }] : [],
    kept: false,
  };
}

/** As it was charged for the year; null where it was not, or nothing of it lies in the caller's ranges. */
async function keptLines(client: Client, id: string, year: number): Promise<DueLine[] | null> {
  const { rows } = await client.query<Omit<DueLine, 'amount'> & { amount: string }>(
    `select place_key::text as town, payer, payer_key::text as "payerPlace", amount::text as amount
     from funds.allocation_line where allocation_id = $1 and year = $2 order by place_key, payer`,
    [id, year],
  );
  return rows.length === 0 ? null : rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

/**
 * Numbers of a version: as charged where it was, else tried by whoever is above its office.
 * @throws Refusal when it was not charged and the caller stands below the office.
 */
export async function saidBy(
  client: Client,
  caller: Caller,
  of: Allocation,
  year: number,
  fresh: boolean,
): Promise<Said> {
  mustHold(of, year);
  const kept = fresh && isAbove(of, caller) ? null : await keptLines(client, of.id, year);
  if (kept) return { lines: kept, problems: [], kept: true };
  if (!isAbove(of, caller)) throw new Refusal('funds.refusal.rule_not_charged', { year });
  return tried(client, caller, of, year);
}

type Beside = Pick<Numbers, 'payers' | 'rows' | 'towns' | 'amount' | 'standing' | 'total'>;

/** Two sets of lines, town by town and payer by payer, in the order of codes; those within a range. */
export function beside(
  lines: readonly DueLine[],
  standing: readonly DueLine[],
  { lo, hi }: { lo: string; hi: string },
): Omit<Beside, 'payers' | 'rows'> & {
  payers: Omit<Numbers['payers'][number], 'payerName'>[];
  rows: Omit<Numbers['rows'][number], 'placeName' | 'countyName'>[];
} {
  const here = ({ town }: DueLine) => lo <= town && town <= hi;
  const both = [
    ...lines.filter(here).map((line) => ({ ...line, now: line.amount, stood: 0n })),
    ...standing.filter(here).map((line) => ({ ...line, now: 0n, stood: line.amount })),
  ];
  const sum = (some: readonly { now: bigint; stood: bigint }[]) => ({
    amount: some.reduce((total, { now }) => total + now, 0n).toString(),
    standing: some.reduce((total, { stood }) => total + stood, 0n).toString(),
  });
  const ordered = <Of>(groups: Map<string, Of>) =>
    [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
  const order = (payer: string) => String(payerOrder.indexOf(payer)).padStart(2, '0');
  const byPayer = Map.groupBy(both, (line) => `${order(line.payer)} ${line.payerPlace}`);
  const byTown = Map.groupBy(both, (line) => line.town);
  const partsOf = (some: typeof both) =>
    ordered(Map.groupBy(some, (line) => order(line.payer))).flatMap((of) =>
      of[0] ? [{ payer: of[0].payer, ...sum(of) }] : [],
    );
  return {
    ...sum(both),
    total: lines.reduce((total, { amount }) => total + amount, 0n).toString(),
    towns: byTown.size,
    payers: ordered(byPayer).flatMap((of) =>
      of[0]
        ? [
            {
              ...{ payer: of[0].payer, payerPlace: of[0].payerPlace },
              towns: new Set(of.map(({ town }) => town)).size,
              ...sum(of),
            },
          ]
        : [],
    ),
    rows: ordered(byTown).flatMap((of) =>
      of[0] ? [{ place: of[0].town, ...sum(of), parts: partsOf(of) }] : [],
    ),
  };
}

const payerOrder: readonly string[] = [
  ...['central', 'province', 'assisting_city', 'own_city', 'assisted_city', 'county'],
];
