/** From which state a job may be worked on, and where that leads. Pure. */

export const states = [
  'uploaded',
  'parsed',
  'validated',
  'previewed',
  'committed',
  'discarded',
  'undone',
] as const;
export type State = (typeof states)[number];
export const verbs = ['read', 'check', 'commit', 'discard', 'undo'] as const;
export type Verb = (typeof verbs)[number];

/** A check leads to `previewed` where no line has a reason against it, else it stays `validated`: to be corrected and sent anew. */
const from: Record<Verb, readonly State[]> = {
  read: ['uploaded'],
  check: ['parsed', 'validated', 'previewed'],
  commit: ['previewed'],
  discard: ['uploaded', 'parsed', 'validated', 'previewed'],
  undo: ['committed'],
};

export const may = (verb: Verb, state: State): boolean => from[verb].includes(state);
export const verbsFor = (state: State): Verb[] => verbs.filter((verb) => may(verb, state));

/** Bytes of a workbook. */
export const mostFileBytes = 20 * 1_048_576;
/** Things shown of a preview. */
export const mostShown = 50;
