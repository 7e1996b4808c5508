// From an edition's rows and what changed: which key each place has, which places begin and which end.

import {
  countyOfKey,
  levelOfKey,
  type RegionLevel,
  rangeOfKey,
  regionLevels,
} from '../../kit/region-key.ts';
import { programmeParent } from '../programme-tree.ts';
import type { ChangeName, Confidence } from '../vocabulary.ts';
import type { Change, Evidence } from './change.ts';
import type { RegistryRow } from './file.ts';

const DIGITS: Record<RegionLevel, number> = {
  province: 2,
  city: 4,
  county: 6,
  town: 9,
  village: 12,
};

export type Region = {
  key: string;
  parent: string | null;
  lo: string;
  hi: string;
  level: RegionLevel;
  county: string;
};

export type LineageRow = {
  change: ChangeName;
  oldKey: string | null;
  newKey: string | null;
  oldCode: string | null;
  newCode: string | null;
  evidence: Evidence | { code: 'parent_rekeyed' };
  confidence: Confidence | 'confirmed';
};

export type Plan = {
  /** Key of every code of the new edition. */
  keys: Map<string, string>;
  begun: Region[];
  /** Keys that end: places gone, merged, or moved under another parent. */
  ended: string[];
  lineage: LineageRow[];
};

/** The tree now: by code of the edition in force, the key and the key above. */
export type CurrentTree = ReadonlyMap<string, { key: string; parent: string | null }>;

/**
 * A place keeps its key as long as the place above it keeps its own; otherwise it begins anew under the new
 * one. A key once given is never given again.
 * @param used every key ever given
 * @param decided what a person said of uncertain changes: true it is so, false the places are two
 */
export function planUpgrade(
  current: CurrentTree,
  newRows: readonly RegistryRow[],
  changes: readonly Change[],
  used: ReadonlySet<string>,
  decided: ReadonlyMap<string, boolean> = new Map(),
): Plan {
  const accepted = changes.filter((change) => decided.get(change.id) !== false);
  const rejected = changes.filter((change) => decided.get(change.id) === false);
  const cameFrom = predecessors(current, accepted, rejected);
  const given = new Set(used);
  const plan: Plan = { keys: new Map(), begun: [], ended: [], lineage: [] };
  const kept = new Set<string>();
  const moved: LineageRow[] = [];
  const told = new Set(changes.flatMap((change) => (change.new ? [change.new.code] : [])));

  const order = new Map(regionLevels.map((level, at) => [level, at]));
  const rows = [...newRows].sort((a, b) => (order.get(a.level) ?? 0) - (order.get(b.level) ?? 0));
  for (const row of rows) {
    const parentCode = programmeParent(row.code, row.parentCode);
    const parent = parentCode === null ? null : (plan.keys.get(parentCode) ?? null);
    const oldCode = cameFrom.get(row.code);
    const old = oldCode === undefined ? undefined : current.get(oldCode);
    if (old && old.parent === parent) {
      plan.keys.set(row.code, old.key);
      kept.add(old.key);
      continue;
    }
    const key = freeKey(wishedKey(row, parent), parent, row.level, given);
    given.add(key);
    plan.keys.set(row.code, key);
    plan.begun.push({
      key,
      parent,
      ...rangeOfKey(key),
      level: row.level,
      county: countyOfKey(key),
    });
    if (!old || told.has(row.code)) continue;
    moved.push({
      change: 'moved',
      oldKey: old.key,
      newKey: key,
      oldCode: oldCode ?? null,
      newCode: row.code,
      evidence: { code: 'parent_rekeyed' },
      confidence: 'certain',
    });
  }
  plan.ended = [...current.values()].map(({ key }) => key).filter((key) => !kept.has(key));
  plan.lineage = [
    ...accepted.map((change) => lineageOf(change, current, plan.keys, decided)),
    ...rejected.flatMap((change) => apart(change, current, plan.keys)),
    ...moved,
  ];
  return plan;
}

/** New code -> the old code whose place it is. */
function predecessors(
  current: CurrentTree,
  accepted: readonly Change[],
  rejected: readonly Change[],
): Map<string, string> {
  const cameFrom = new Map([...current.keys()].map((code) => [code, code]));
  for (const { new: row } of rejected) if (row) cameFrom.delete(row.code);
  for (const { change, old, new: row } of accepted) {
    if (old && row && change !== 'merged') cameFrom.set(row.code, old.code);
  }
  return cameFrom;
}

function lineageOf(
  { id, change, old, new: row, evidence, confidence }: Change,
  current: CurrentTree,
  keys: ReadonlyMap<string, string>,
  decided: ReadonlyMap<string, boolean>,
): LineageRow {
  return {
    change,
    oldKey: old ? (current.get(old.code)?.key ?? null) : null,
    newKey: row ? (keys.get(row.code) ?? null) : null,
    oldCode: old?.code ?? null,
    newCode: row?.code ?? null,
    evidence,
    confidence: decided.get(id) ? 'confirmed' : confidence,
  };
}

/** A change a person refused: the old place is gone, the new one added. */
function apart(
  { change, old, new: row }: Change,
  current: CurrentTree,
  keys: ReadonlyMap<string, string>,
): LineageRow[] {
  const gone: LineageRow = {
    change: 'gone',
    oldKey: current.get(old?.code ?? '')?.key ?? null,
    newKey: null,
    oldCode: old?.code ?? null,
    newCode: null,
    evidence: { code: 'no_successor' },
    confidence: 'confirmed',
  };
  if (change === 'merged') return [gone];
  const added: LineageRow = {
    change: 'added',
    oldKey: null,
    newKey: keys.get(row?.code ?? '') ?? null,
    oldCode: null,
    newCode: row?.code ?? null,
    evidence: { code: 'no_predecessor' },
    confidence: 'confirmed',
  };
  return [gone, added];
}

/** Its own code where that lies in the place above, else the digits of its code put under that place's key. */
function wishedKey({ code, level }: RegistryRow, parent: string | null): string {
  if (parent === null) return code;
  const stem = DIGITS[levelOfKey(parent)];
  return (parent.slice(0, stem) + code.slice(stem, DIGITS[level])).padEnd(12, '0');
}

/** The wished key or the next one of its level under the same parent that was never given. */
function freeKey(
  wished: string,
  parent: string | null,
  level: RegionLevel,
  given: ReadonlySet<string>,
): string {
  if (!given.has(wished)) return wished;
  const step = 10n ** BigInt(12 - DIGITS[level]);
  const { lo, hi } = rangeOfKey(parent ?? wished);
  for (let key = BigInt(wished) + step; key <= BigInt(hi); key += step) {
    if (!given.has(String(key)) && levelOfKey(String(key)) === level) return String(key);
  }
  for (let key = BigInt(lo) + step; key < BigInt(wished); key += step) {
    if (!given.has(String(key)) && levelOfKey(String(key)) === level) return String(key);
  }
  throw new Error(`no key is left under ${parent ?? 'the top'}`);
}
