/** Words of imports. */
import type { Words } from '../kit/words.ts';
import { pageWords } from './words/pages.ts';
import { problemWords } from './words/problems.ts';

export const words = { ...problemWords, ...pageWords } satisfies Words;
