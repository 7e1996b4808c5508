// Money and counts in cells and sentences: digits in columns, the full yuan on hover.
import type { MoneyUnit } from '../../kit/money.ts';
import { type Amount, shown } from './amount.ts';
import { useLang, useT } from './i18n.tsx';
import './figure.css';

/** An amount in fen. In a table, name one unit for the whole column and leave it out of the cells. */
export function Money(props: { fen: string | null; unit?: MoneyUnit; bare?: boolean }) {
  const { fen, unit, bare = false } = props;
  return <Value of={{ value: fen, as: 'fen' }} {...(unit ? { money: unit } : {})} bare={bare} />;
}

/** Any amount, inline. `bare` leaves the unit to the head of the column. */
export function Value(props: { of: Amount; money?: MoneyUnit; bare?: boolean }) {
  const t = useT();
  const text = shown(props.of, useLang(), props.money);
  if (!text) return <span className="no-value">{t('platform.web.no_value')}</span>;
  return (
    <span className="value" title={text.exact || undefined}>
      {text.figure}
      {!props.bare && text.unit && <span className="value-unit"> {text.unit}</span>}
    </span>
  );
}

/** The name of a money unit, for the head of a column. */
export function useMoneyUnit(unit: MoneyUnit): string {
  return useT()(`platform.web.unit.${unit}`);
}
