/** Words of disclosure. */
import { codeWords } from './words/codes.ts';
import { copyWords } from './words/copy.ts';
import { openWords } from './words/open.ts';
import { pageWords } from './words/pages.ts';
import { refusalWords } from './words/refusals.ts';

export const words = {
  ...codeWords,
  ...copyWords,
  ...openWords,
  ...pageWords,
  ...refusalWords,
};
