// A change between two editions, and what the pairing of places works with.

import type { RegionLevel } from '../../kit/region-key.ts';
import type { ChangeName, Confidence, NameChange } from '../vocabulary.ts';
import type { RegistryRow } from './file.ts';

/** Why two codes are held to be one place; texts are `regions.evidence.<code>`. */
export type Evidence =
  | { code: 'same_code' }
  | { code: 'same_code_old_name_elsewhere'; elsewhere: string }
  | { code: 'children_pass_on'; matched: number; of: number }
  | { code: 'same_name_same_place' }
  | { code: 'same_name_in_county' }
  | { code: 'same_stem_same_place' }
  | { code: 'similar_name_same_place' }
  | { code: 'name_lives_on_in_village'; village: string }
  | { code: 'no_successor' }
  | { code: 'no_predecessor' };

export type Change = {
  /** `old>new`, the name a decision about it goes by. */
  id: string;
  change: ChangeName;
  level: RegionLevel;
  old: RegistryRow | null;
  new: RegistryRow | null;
  /** Set where the name differs as well. */
  name: NameChange | null;
  evidence: Evidence;
  confidence: Confidence;
};

/** That an old place goes on as a new one (or into it, when merged). */
export type Pair = {
  old: RegistryRow;
  new: RegistryRow;
  merged: boolean;
  evidence: Evidence;
  confidence: Confidence;
};

export type Edition = {
  byCode: ReadonlyMap<string, RegistryRow>;
  children: ReadonlyMap<string, RegistryRow[]>;
};

/** Everything the pairing of one level needs to know. */
export type Pairing = {
  before: Edition;
  after: Edition;
  gone: RegistryRow[];
  added: RegistryRow[];
  /** Old code -> new code of every place above that goes on, its digits changed or not. */
  successor: Map<string, string>;
  /** Old code -> new code of every place above that was taken into another. */
  absorbed: Map<string, string>;
};
