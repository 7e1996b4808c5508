/** Columns that say which money a line is about, as every sheet of money has them. Pure. */
import type { Word } from '../../kit/words.ts';
import type { Choice, SheetColumn } from '../../platform/sheets/description.ts';
import { payers, programmes, sources } from '../codes.ts';
import { words } from '../words.ts';

/** Codes as what a cell may say. */
export const choices = <C extends string>(
  codes: readonly C[],
  wordOf: (code: C) => Word,
): Choice[] => codes.map((value) => ({ value, word: wordOf(value) }));

export const ofMoney = {
  payer: {
    key: 'payer',
    title: { zh: '出资方', en: 'Payer' },
    type: 'choice',
    choices: choices(payers, (code) => words[`funds.payer.${code}`]),
  },
  payerPlace: {
    key: 'payerPlace',
    title: { zh: '出资地', en: 'Place of the payer' },
    help: { zh: '地名或 12 位区划代码。', en: 'Name or code of twelve digits.' },
    type: 'choice',
    choices: 'payerPlaces',
    width: 24,
  },
  source: {
    key: 'source',
    title: { zh: '资金来源', en: 'Source' },
    type: 'choice',
    choices: choices(sources, (code) => words[`funds.source.${code}`]),
  },
  programme: {
    key: 'programme',
    title: { zh: '资金类别', en: 'Programme' },
    type: 'choice',
    choices: choices(programmes, (code) => words[`funds.programme.${code}`]),
    width: 24,
  },
} as const satisfies Record<string, SheetColumn>;
