// One figure of an answer: its name, its number with unit, its time, its change; it opens its rows.
import type { ReactNode } from 'react';
import { type Amount, shown } from './amount.ts';
import { useLang, useT } from './i18n.tsx';
import './figure.css';

export interface FigureProps {
  /** The name, with the measure where it is money: 省级资金下达. */
  name: string;
  amount: Amount;
  /** The time it is true for; never left out. */
  time: ReactNode;
  /** A word more: what it is part of, why it is so. */
  note?: ReactNode;
  change?: ReactNode;
  trend?: ReactNode;
  /** Opens definition and rows. */
  onOpen?: () => void;
  /** Names the figure for tests and anchors. */
  code?: string;
}

export function Figure(props: FigureProps) {
  const { name, amount, time, note, change, trend, onOpen, code } = props;
  const t = useT();
  const text = shown(amount, useLang());
  const inside = (
    <>
      <span className="figure-name">{name}</span>
      <span className="figure-number" title={text?.exact || undefined}>
        {text ? (
          <>
            <b>{text.figure}</b> <span className="figure-unit">{text.unit}</span>
          </>
        ) : (
          <span className="no-value">{t('platform.web.no_value')}</span>
        )}
      </span>
      {trend && <span className="figure-trend">{trend}</span>}
      {change && <span className="figure-line">{change}</span>}
      {note && <span className="figure-line figure-note">{note}</span>}
      <span className="figure-line figure-time">{time}</span>
    </>
  );
  if (!onOpen) {
    return (
      <div className="figure" data-figure={code}>
        {inside}
      </div>
    );
  }
  return (
    <button type="button" className="figure" data-figure={code} onClick={onOpen}>
      {inside}
    </button>
  );
}

/** Figures side by side, ruled like the boxes of a ledger. */
export function Figures({ children }: { children: ReactNode }) {
  return <div className="figures">{children}</div>;
}
