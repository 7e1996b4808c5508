/** What every file that leaves says in its first line: that its data are made up, where they are, and what a ledger is not. Pure. */
import type { Lang, Word } from '../../kit/words.ts';

export const madeUpMark: Word = { zh: '演示数据', en: 'Made-up data' };
export const ledgerNote: Word = {
  zh: '管理台账，不替代法定会计账簿和国库支付凭证',
  en: 'A management ledger; it does not replace statutory accounts or treasury vouchers',
};

/** @param about what, where and when */
export const headLine = (
  about: string,
  { madeUp, lang }: { madeUp: boolean; lang: Lang },
): string => [...(madeUp ? [madeUpMark[lang]] : []), about, ledgerNote[lang]].join(' · ');
