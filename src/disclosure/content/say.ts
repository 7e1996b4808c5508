/** Words of copies, whoever's they are. */
import { words as fundsWords } from '../../funds/words.ts';
import { fill, type Lang, type Words } from '../../kit/words.ts';
import { words as plansWords } from '../../plans/words.ts';
import { words as projectsWords } from '../../projects/words.ts';
import { words } from '../words.ts';

const all: Words = { ...fundsWords, ...projectsWords, ...plansWords, ...words };

export type Say = (key: string, params?: Record<string, string | number>) => string;

export const sayIn =
  (lang: Lang): Say =>
  (key, params) =>
    fill(all[key]?.[lang] ?? '', params);
