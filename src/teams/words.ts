/** Words of teams. */
import type { Words } from '../kit/words.ts';
import { arranging } from './words/arranging.ts';
import { codes } from './words/codes.ts';
import { formWords } from './words/forms.ts';
import { pageWords } from './words/pages.ts';
import { people } from './words/people.ts';
import { refusals } from './words/refusals.ts';
import { unitRefusals } from './words/refusals-units.ts';
import { warnings } from './words/warnings.ts';

export const words = {
  ...codes,
  ...refusals,
  ...unitRefusals,
  ...warnings,
  ...pageWords,
  ...formWords,
  ...arranging,
  ...people,
} satisfies Words;
