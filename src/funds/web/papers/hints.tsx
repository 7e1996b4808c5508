// What somebody should look at before a paper is posted.
import { formatMoney } from '../../../kit/money.ts';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import type { PaperPage } from '../../contract-papers.ts';

export function Hints({ paper }: { paper: PaperPage }) {
  const t = useT();
  const lang = useLang();
  if (paper.hints.length === 0) return null;
  return (
    <ul className="paper-hints">
      {paper.hints.map(({ code, count, place, amount }) => (
        <li key={code}>
          {t(`funds.hint.${code}`, { count, place, amount: formatMoney(amount, lang) })}
        </li>
      ))}
    </ul>
  );
}
