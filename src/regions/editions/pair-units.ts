// Which new town (county, city) a gone one goes on as, found by what it holds: its villages carry it over.

import type { Confidence } from '../vocabulary.ts';
import type { Evidence, Pair, Pairing } from './change.ts';
import type { RegistryRow } from './file.ts';
import { looseStemOf, unitStemOf } from './names.ts';

type Candidate = {
  old: RegistryRow;
  new: RegistryRow;
  /** How many of the old place's children are found there, by name and by stem. */
  exact: number;
  loose: number;
  of: number;
};

/** A place goes where at least half of what it holds goes. */
const MOST = 0.5;
const NEARLY_ALL = 0.8;

export function pairUnits(pairing: Pairing): Pair[] {
  const arrivals = arrivedChildren(pairing);
  const byTarget = new Map<string, Candidate[]>();
  for (const old of pairing.gone) {
    const best = bestTarget(old, pairing, arrivals);
    if (!best) continue;
    const others = byTarget.get(best.new.code);
    if (others) others.push(best);
    else byTarget.set(best.new.code, [best]);
  }
  return [...byTarget.values()].flatMap((candidates) => settle(candidates, pairing));
}

/** Of several that went into one new place the one of its name goes on, else the largest; the rest are merged. */
function settle(candidates: Candidate[], { added }: Pairing): Pair[] {
  const target = candidates[0]?.new;
  const isNew = added.some((row) => row.code === target?.code);
  const ranked = [...candidates].sort(
    (a, b) =>
      Number(sameStem(b)) - Number(sameStem(a)) ||
      b.exact - a.exact ||
      (a.old.code < b.old.code ? -1 : 1),
  );
  return ranked.map((candidate, at) => ({
    old: candidate.old,
    new: candidate.new,
    merged: !isNew || at > 0,
    ...judged(candidate, isNew),
  }));
}

function judged(
  candidate: Candidate,
  isNew: boolean,
): { evidence: Evidence; confidence: Confidence } {
  const { exact, loose, of, old } = candidate;
  if (of > 0 && exact / of >= MOST) {
    const evidence: Evidence = { code: 'children_pass_on', matched: exact, of };
    return { evidence, confidence: exact / of >= NEARLY_ALL ? 'certain' : 'likely' };
  }
  if (of > 0 && loose / of >= MOST) {
    return { evidence: { code: 'children_pass_on', matched: loose, of }, confidence: 'likely' };
  }
  if (isNew && sameStem(candidate)) {
    return {
      evidence: { code: 'same_name_same_place' },
      confidence: of === 0 ? 'likely' : 'uncertain',
    };
  }
  const village = unitStemOf(old.name);
  return { evidence: { code: 'name_lives_on_in_village', village }, confidence: 'uncertain' };
}

function bestTarget(
  old: RegistryRow,
  pairing: Pairing,
  arrivals: Map<string, RegistryRow[]>,
): Candidate | undefined {
  const children = pairing.before.children.get(old.code) ?? [];
  const names = new Set(children.map((child) => child.name));
  const stems = new Set(children.map((child) => looseStemOf(child.name)));
  const own = unitStemOf(old.name);
  let best: Candidate | undefined;
  let bestRank = 0;
  for (const target of targets(old, pairing, arrivals)) {
    const arrived = arrivals.get(target.code) ?? [];
    const exact = arrived.filter((child) => names.has(child.name)).length;
    const loose = new Set(
      arrived.map((child) => looseStemOf(child.name)).filter((stem) => stems.has(stem)),
    ).size;
    const candidate = { old, new: target, exact, loose, of: children.length };
    const most = children.length > 0 && Math.max(exact, loose) / children.length >= MOST;
    const named =
      pairing.successor.get(old.parentCode ?? '') === target.parentCode && sameStem(candidate);
    const inVillage =
      old.level === 'town' && arrived.some((child) => looseStemOf(child.name) === own);
    const rank =
      (most ? 4 + (exact + loose) / (2 * children.length) : 0) +
      (named ? 2 : 0) +
      (inVillage ? 1 : 0);
    if (rank > bestRank) [best, bestRank] = [candidate, rank];
  }
  return best;
}

/** New places and places with newly arrived children, near the old one: under the same parent or the same city. */
function targets(
  old: RegistryRow,
  { after, added, before, successor }: Pairing,
  arrivals: Map<string, RegistryRow[]>,
): RegistryRow[] {
  const near = (row: RegistryRow) =>
    old.level === 'province' || row.code.slice(0, 4) === old.code.slice(0, 4);
  const named = old.level === 'city' ? added : added.filter(near);
  const receiving = [...arrivals.keys()].flatMap((code) => {
    const row = after.byCode.get(code);
    return row && row.level === old.level && near(row) && before.byCode.has(code) ? [row] : [];
  });
  const home = successor.get(old.parentCode ?? '');
  // Places under the same parent first: among equals they win.
  return [...named, ...receiving].sort(
    (a, b) => Number(b.parentCode === home) - Number(a.parentCode === home),
  );
}

/** Children that were not there before, by the place that now holds them. */
function arrivedChildren({ before, after }: Pairing): Map<string, RegistryRow[]> {
  const arrived = new Map<string, RegistryRow[]>();
  for (const row of after.byCode.values()) {
    if (row.parentCode === null || before.byCode.has(row.code)) continue;
    const siblings = arrived.get(row.parentCode);
    if (siblings) siblings.push(row);
    else arrived.set(row.parentCode, [row]);
  }
  return arrived;
}

function sameStem({ old, new: row }: Candidate): boolean {
  return unitStemOf(old.name) === unitStemOf(row.name);
}
