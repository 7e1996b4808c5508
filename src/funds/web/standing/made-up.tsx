// Why a year shows more than was due: what of it makes up an earlier year.
import { formatMoney } from '../../../kit/money.ts';
import { useLang, useT } from '../../../platform/web/i18n.tsx';
import type { MadeUp } from './standing-lines.ts';

export function MadeUpNote(props: { all: readonly MadeUp[]; over: bigint; madeUp?: bigint }) {
  const { all, over, madeUp = 0n } = props;
  const t = useT();
  const lang = useLang();
  const money = (fen: bigint) => formatMoney(fen, lang, 'wan');
  const notes = all.map(({ year, of, amount }) =>
    t('funds.standing.makes_up', { year, of, amount: money(amount) }),
  );
  if (madeUp > 0n) notes.push(t('funds.standing.made_up', { amount: money(madeUp) }));
  if (over > 0n) notes.push(t('funds.standing.over', { amount: money(over) }));
  return <>{notes.join(t('funds.list.and'))}</>;
}
