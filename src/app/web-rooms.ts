// The list of rooms as the office pages know them: one line of pages and one of words a room.
import { words as accessWords } from '../access/web/words.ts';
import type { Words } from '../kit/words.ts';
import type { PageDef } from '../platform/web/page-def.ts';
import { words as platformWords } from '../platform/web/words.ts';

export const pages: readonly PageDef[] = [];

export const words: Words = {
  ...platformWords,
  ...accessWords,
};
