/** The list of common passwords, read with the first question. */
import { dictionary } from '@zxcvbn-ts/language-common';

let list: ReadonlySet<string> | undefined;

/** Words of our own that somebody here would think of first. */
const ours = ['zhuzhen', 'zhuzhentong', 'bangzhen', 'fupin', 'guangdong', 'xiangcun', 'zhenxing'];

/** @param text lower case */
export function isCommon(text: string): boolean {
  list ??= new Set([...dictionary['passwords-common'], ...ours].map((word) => String(word)));
  return list.has(text);
}
