/** Words of dossiers. */
import type { Words } from '../kit/words.ts';
import { pageWords } from './words/pages.ts';
import { refusalWords } from './words/refusals.ts';

export const words = { ...pageWords, ...refusalWords } satisfies Words;
