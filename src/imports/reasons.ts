/** What is wrong with a line, in words. Pure. */
import { fill, type Lang, type Words } from '../kit/words.ts';
import type { Problem } from '../platform/sheets/description.ts';
import type { SheetKind } from '../platform/sheets/kind.ts';

export function reasonOf(problem: Problem, kind: SheetKind, words: Words, lang: Lang): string {
  const { column: key, code, params } = problem;
  const said = fill(words[code]?.[lang] ?? words['imports.problem.shape']?.[lang] ?? '', params);
  const todo = words[`${code}.todo`]?.[lang];
  const column = kind.columns.find((one) => one.key === key)?.title[lang];
  const whole = todo ? `${said}${lang === 'zh' ? '' : ' '}${fill(todo, params)}` : said;
  return column ? `${column}${lang === 'zh' ? '：' : ': '}${whole}` : whole;
}
