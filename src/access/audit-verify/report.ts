/** What the verifier tells. */

export type What =
  | 'missing'
  | 'cut'
  | 'changed'
  | 'inserted'
  | 'out_of_order'
  | 'rewritten'
  | 'counter_back'
  | 'removed_early'
  | 'seal_changed'
  | 'seal_missing'
  | 'anchor_changed'
  | 'anchor_missing'
  | 'anchor_elsewhere';

/** One thing that is wrong: of a row, or of a line of the anchor files. */
export interface Finding {
  what: What;
  county?: string;
  day?: string;
  n?: number;
  /** Sequence of the line, and where it lies or should lie; without a sequence, a whole directory. */
  sequence?: number;
  file?: string;
}

export interface Report {
  sound: boolean;
  /** Rows read. */
  rows: number;
  /** Rows that no anchor holds yet: counters alone hold them. */
  young: number;
  /** Whole days removed because their time was up. */
  removedDays: number;
  anchors: number;
  lastAnchorAt: string | null;
  /** The first bad row of each chain in the order of days and counties, then what is wrong with the anchor files. */
  findings: Finding[];
}
