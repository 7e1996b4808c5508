// What a rule found, in words.
import { formatMoney } from '../../kit/money.ts';
import type { Lang } from '../../kit/words.ts';
import type { T } from '../../platform/web/i18n.tsx';
import type { Facts } from '../contract.ts';

/** The words of the rule filled in; of a problem from outside what its paper says. */
export function foundText(
  t: T,
  lang: Lang,
  { rule, facts, title }: { rule: string | null; facts: Facts; title?: string | null },
): string {
  if (rule === null) return title ?? '';
  const filled = Object.entries(facts).map(([name, value]) => {
    if (name.endsWith('Fen')) return [name, formatMoney(String(value), lang)];
    return [name, name === 'how' ? t(`supervision.how.${value}`) : value];
  });
  return t(`supervision.found.${rule}`, Object.fromEntries(filled) as Facts); // names kept, values said
}
