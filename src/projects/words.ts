/** Words of projects. */
import type { Words } from '../kit/words.ts';
import { codeWords } from './words/codes.ts';
import { formWords } from './words/forms.ts';
import { listWords } from './words/lists.ts';
import { missingWords } from './words/missing.ts';
import { pageWords } from './words/pages.ts';
import { refusalWords } from './words/refusals.ts';
import { sheetWords } from './words/sheets.ts';

export const words = {
  ...codeWords,
  ...missingWords,
  ...refusalWords,
  ...sheetWords,
  ...pageWords,
  ...formWords,
  ...listWords,
} satisfies Words;
