/** Numbers of people inside texts, however they are spelled. Pure. */

import { isUuid } from './id.ts';
import { isRegionKey } from './region-key.ts';

/** In the order of their values; the last of each value is what is said on the phone or written on a cheque. */
const chinese = [
  '〇零',
  '一壹幺',
  '二贰两',
  '三叁',
  '四肆',
  '五伍',
  '六陆',
  '七柒',
  '八捌',
  '九玖',
];
const digit = `[\\p{Nd}${chinese.join('')}]`;
const notDigits = new RegExp(`[^${digit.slice(1)}`, 'gu');
/** A mobile number has 11 digits; between two there may be anything that is neither letter nor number. */
const run = new RegExp(`${digit}(?:[^\\p{L}\\p{N}]*${digit}){10,}[xX]?`, 'gu');

/** Whether a text has as many digits as a mobile number, whatever stands between them. */
export const namesNumber = (text: string): boolean =>
  [...text.normalize('NFKC').replace(notDigits, '')].length >= 11;

/** A text without such runs of digits. Ids and keys of places stay as they are. */
export const withoutNumbers = (text: string): string =>
  isUuid(text) || isRegionKey(text) ? text : text.replace(run, '…');
