/** Where rules of figures come from, said the same by every room. */
import type { Word } from '../kit/words.ts';

export const interview: Word = { zh: '2022-07-28 访谈', en: 'Interview of 2022-07-28' };
