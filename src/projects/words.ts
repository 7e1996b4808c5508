/** Words of projects. */
import type { Words } from '../kit/words.ts';
import { codeWords } from './words/codes.ts';

export const words = { ...codeWords } satisfies Words;
