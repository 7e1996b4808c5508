/**
 * Whether a text looks as if it were classified: by the marks documents carry, not by what it is about. Pure.
 * 《国家秘密定密管理规定》 and the rules on work secrets put ★ and a term behind the level; 明电 heads telegrams of the offices.
 */

export const classifiedMarks = ['绝密★', '机密★', '秘密★', '内部★', '密级', '明电'] as const;
export type ClassifiedMark = (typeof classifiedMarks)[number];

/** Between the two signs of a level, as they are spread over a line. */
const gap = '[ \\t]*';
const star = '[★☆✩✭✮✯⭐]';
const term = '(?:\\d{1,2}[ \\t]*(?:年|个?月|日|天)|长期|启封前|公布前|解密)';
const levelWith = (level: string) =>
  new RegExp(`${[...level].join(gap)}${gap}(?:${star}|\\*${gap}${term})`, 'u');

const rules: readonly (readonly [ClassifiedMark, RegExp])[] = [
  ['绝密★', levelWith('绝密')],
  ['机密★', levelWith('机密')],
  ['秘密★', levelWith('秘密')],
  ['内部★', levelWith('内部')],
  // A line that says the level: 密级：机密, 密 级: 内部, 定密等级 秘密
  [
    '密级',
    new RegExp(
      `(?:密${gap}级|定密等级|涉密等级)${gap}[:：]?${gap}(?:绝${gap}密|机${gap}密|(?:工作)?秘${gap}密|内${gap}部)(?![\\p{L}\\p{N}])`,
      'u',
    ),
  ],
  // 特急·明电 in a heading, or a line of nothing else; never 声明电话 or 证明电子版
  ['明电', /(?:特提|特急|加急|平急)[ \t·•.、]*[明密][ \t]*电(?![\p{L}\p{N}])/u],
  ['明电', /^[ \t]*[明密][ \t]*电[ \t]*$/mu],
];

/** The mark a text carries; null where it carries none. */
export function classifiedMark(text: string): ClassifiedMark | null {
  if (!/[密部电]/u.test(text)) return null;
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return rules.find(([, form]) => form.test(plain))?.[0] ?? null;
}
