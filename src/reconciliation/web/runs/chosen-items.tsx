// The rows a deed is about, above its form.
import { formatMoney } from '../../../kit/money.ts';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import type { ItemRow } from '../../contract-runs.ts';

const most = 8;

export function ChosenItems({ items }: { items: readonly ItemRow[] }) {
  const t = useT();
  const lang = useLang();
  const side = (word: string, number: string | null, on: string | null, fen: string | null) =>
    fen === null
      ? ''
      : t(word, {
          ...{ number: number ?? t('reconciliation.items.no_number'), day: on ?? '' },
          amount: formatMoney(fen, lang),
        });
  return (
    <ul className="deed-about">
      {items.slice(0, most).map((row) => (
        <li key={row.id}>
          {[
            side('reconciliation.items.ours', row.oursNumber, row.oursOn, row.oursAmount),
            side('reconciliation.items.theirs', row.theirsNumber, row.theirsOn, row.theirsAmount),
          ]
            .filter(Boolean)
            .join(t('funds.list.and'))}
        </li>
      ))}
      {items.length > most && (
        <li>{t('reconciliation.items.and_more', { count: items.length - most })}</li>
      )}
    </ul>
  );
}
