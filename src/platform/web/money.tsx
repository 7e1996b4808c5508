// Money and counts in cells and sentences: digits in columns, the full yuan on hover.
import type { MoneyUnit } from '../../kit/money.ts';
import { type Amount, shown } from './amount.ts';
import { useLang, useT } from './i18n.tsx';
import './figure.css';

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
