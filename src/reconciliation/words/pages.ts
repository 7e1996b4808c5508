/** What the pages of reconciliation say. */
import type { Words } from '../../kit/words.ts';

const say = (zh: string, en: string) => ({ zh, en });

export const pageWords = {
  'reconciliation.page.runs': say('对账', 'Reconciliation'),
} satisfies Words;
