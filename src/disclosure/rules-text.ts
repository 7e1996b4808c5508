/**
 * What the free text of a public copy may not hold: numbers of people, names, mail addresses, health, marks of secrecy.
 * A copy that would show one is refused, never mended in silence. Pure.
 */
import { classifiedMark } from '../kit/classified.ts';
import { withoutNumbers } from '../kit/digits.ts';
import type { textFaults } from './codes.ts';

export type TextFault = (typeof textFaults)[number];

/** Named in papers before a person's name. */
const personLabel =
  /(?:联\s*系\s*人|经\s*办\s*人|负\s*责\s*人|户\s*主|姓\s*名|受\s*益\s*人|收\s*款\s*人|开\s*户\s*名)\s*(?:[:：为是]|\s)\s*\p{Script=Han}{2,4}/u;
const numberLabel =
  /(?:身\s*份\s*证|证\s*件|手\s*机|电\s*话|银\s*行\s*卡|社\s*保\s*卡|银行账?[号户]|账\s*号)[^，。；;\n]{0,8}?\d{4,}/u;
/** Landlines with their area code, however they are set. */
const landline = /(?<!\d)0\d{2,3}[-–— )）]{1,2}\d{7,8}(?!\d)/u;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,}/;
/** Diagnoses, not hospitals: 卫生院 and 医保 may be built and paid for. */
const health =
  /癌|肿瘤|白血病|尿毒症|艾滋|精神分裂|精神病|抑郁|肝炎|肺结核|乙肝|脑瘫|残疾证|残疾[一二三四]级|慢性病患|患有/u;

/** @param names of people on record at the place */
export function textFault(text: string, names: readonly string[]): TextFault | null {
  const plain = text.normalize('NFKC');
  if (classifiedMark(text)) return 'classified';
  const dateless = plain.replace(/(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}(?!\d)/g, '年月日');
  if (withoutNumbers(dateless) !== dateless || numberLabel.test(plain) || landline.test(plain))
    return 'number';
  if (mail.test(plain)) return 'mail';
  if (health.test(plain)) return 'health';
  const named = names.some((name) => [...name].length >= 2 && plain.includes(name));
  return named || personLabel.test(plain) ? 'person' : null;
}

/** The first of some texts that may not be published. @returns its label and what is wrong with it */
export function firstFault(
  texts: readonly { label: string; text: string | null }[],
  names: readonly string[],
): { label: string; fault: TextFault } | null {
  for (const { label, text } of texts) {
    const fault = text === null ? null : textFault(text, names);
    if (fault) return { label, fault };
  }
  return null;
}
