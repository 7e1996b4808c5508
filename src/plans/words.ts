/** Words of plans. */
import type { Words } from '../kit/words.ts';
import { codeWords } from './words/codes.ts';
import { pageWords } from './words/pages.ts';
import { refusalWords } from './words/refusals.ts';
import { sheetWords } from './words/sheets.ts';

export const words = { ...codeWords, ...refusalWords, ...pageWords, ...sheetWords } satisfies Words;
