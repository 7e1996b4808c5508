/**
 * Whether a text looks as if it were classified: by the marks documents carry, not by what it is about. Pure.
 * 《国家秘密定密管理规定》 and the rules on work secrets put ★ and a term behind the level; 明电 heads telegrams of the offices.
 */

export const classifiedMarks = ['绝密★', '机密★', '秘密★', '内部★', '密级', '明电'] as const;
export type ClassifiedMark = (typeof classifiedMarks)[number];

/** Between the two signs of a level, as they are spread over a line. */
const gap = '[ \\t]*';
/** Between a level and its star: 【秘密】★, 秘密 and the star on the next line. */
const between = '[\\s\\p{P}]{0,3}';
const star = '[★☆✩✪✫✬✭✮✯✰✶✷✸✹⭐🌟⋆]';
/** What may also begin a footnote: a mark only with a term behind it. */
const asterisk = '[*✱✲✳⁎∗٭]';
const term =
  '(?:(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[ \\t]*(?:年|个?月|日|天)|长期|启封前|公布前|解密)';
const levelWith = (level: string) =>
  new RegExp(`${[...level].join(gap)}${between}(?:${star}|${asterisk}${gap}${term})`, 'u');

const rules: readonly (readonly [ClassifiedMark, RegExp])[] = [
  ['绝密★', levelWith('绝密')],
  ['机密★', levelWith('机密')],
  ['秘密★', levelWith('秘密')],
  ['内部★', levelWith('内部')],
  // A line that says the level: 密级：机密, 密 级: 内部, 定密等级 秘密
  [
    '密级',
    new RegExp(
      `(?:密${gap}级|定密等级|涉密等级)${gap}[:：为是]?${gap}(?:绝${gap}密|机${gap}密|(?:工作)?秘${gap}密|内${gap}部)级?${gap}(?:${term})?(?![\\p{L}\\p{N}])`,
      'u',
    ),
  ],
  // 特急·明电 in a heading, or a line of nothing else; never 声明电话 or 证明电子版
  ['明电', /(?:特提|特急|加急|平急)[ \t·•.、]*[明密][ \t]*电(?![\p{L}\p{N}])/u],
  ['明电', /^[ \t]*[明密][ \t]*电[ \t]*$/mu],
];

const simple: Record<string, string> = { 機: '机', 絕: '绝', 內: '内', 級: '级' };

/** The mark a text carries; null where it carries none. */
export function classifiedMark(text: string): ClassifiedMark | null {
  if (!/[密部电]/u.test(text)) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{M}\p{DI}]/gu, '')
    .replace(/[機絕內級]/gu, (sign) => simple[sign] ?? sign);
  return rules.find(([, form]) => form.test(plain))?.[0] ?? null;
}
