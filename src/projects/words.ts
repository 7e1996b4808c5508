/** Words of projects. */
import type { Words } from '../kit/words.ts';
import { codeWords } from './words/codes.ts';
import { listWords } from './words/lists.ts';
import { missingWords } from './words/missing.ts';
import { refusalWords } from './words/refusals.ts';

export const words = {
  ...codeWords,
  ...missingWords,
  ...refusalWords,
  ...listWords,
} satisfies Words;
