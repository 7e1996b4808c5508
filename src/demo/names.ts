// Made-up people: names as they are given in Guangdong, and their spelling.
import { pinyin } from 'pinyin-pro';
import type { Random } from './seed.ts';

const SURNAMES: readonly (readonly [string, number])[] = [
  ['陈', 106],
  ['李', 78],
  ['黄', 76],
  ['张', 55],
  ['梁', 48],
  ['林', 45],
  ['王', 34],
  ['吴', 33],
  ['刘', 32],
  ['罗', 28],
  ['何', 27],
  ['郑', 22],
  ['谢', 21],
  ['邓', 20],
  ['曾', 19],
  ['叶', 18],
  ['杨', 18],
  ['彭', 15],
  ['钟', 15],
  ['蔡', 14],
  ['赖', 13],
  ['温', 12],
  ['冯', 12],
  ['卢', 12],
  ['周', 12],
  ['朱', 11],
  ['许', 10],
  ['苏', 9],
  ['邱', 8],
  ['廖', 8],
  ['江', 7],
  ['潘', 7],
  ['赵', 6],
  ['徐', 6],
  ['古', 5],
  ['丘', 5],
  ['麦', 5],
  ['余', 5],
  ['傅', 4],
  ['莫', 4],
  ['植', 2],
  ['区', 2],
  ['冼', 2],
  ['欧阳', 2],
  ['司徒', 1],
  ['佘', 1],
  ['缪', 1],
  ['邝', 1],
]; // weights of about a thousand people

const MALE =
  '伟强军杰勇文斌辉海鹏志华明建国平浩宇俊峰龙涛栋超健林锋荣耀铭东升德良泽嘉永康家豪培锐添裕堃翀喆';
const FEMALE =
  '芳丽婷敏静燕玲娜雪慧莹秀娟霞梅琳洁颖珊妍思琪嘉欣晓晴雅文佩瑜碧云凤仪美华惠贤淑贞月薇彤';

export type Sex = 'female' | 'male';

export interface Name {
  name: string;
  pinyin: string;
}

export function fullName(r: Random, sex: Sex): Name {
  const surname = r.weighted(SURNAMES);
  const pool = [...(sex === 'male' ? MALE : FEMALE)];
  const given = r.chance(0.16) ? r.pick(pool) : r.pick(pool) + r.pick(pool);
  return { name: surname + given, pinyin: spell(surname, true) + spellEach(given) };
}

/** A villager's name as a public page would show it: 陈某. */
export function veiledName(r: Random): string {
  return `${r.weighted(SURNAMES)}某`;
}

const spelled = new Map<string, string>();

/** Syllables without tones or spaces, remembered: the same few fragments return thousands of times. */
export function spell(text: string, surname = false): string {
  const known = spelled.get(text);
  if (known !== undefined) return known;
  const syllables = pinyin(text, {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(surname ? { surname: 'head' } : {}),
  });
  const result = syllables.join('').toLowerCase();
  spelled.set(text, result);
  return result;
}

function spellEach(text: string): string {
  return [...text].map((character) => spell(character)).join('');
}
