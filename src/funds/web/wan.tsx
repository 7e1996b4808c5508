// Money in a column of 万元: nothing where there is none, clay red where it is owed.
import { Value } from '../../platform/web/money.tsx';
import './funds.css';

export function Wan({ fen, owed = false }: { fen: bigint | string; owed?: boolean }) {
  const value = String(fen);
  if (value === '0') return null;
  const money = <Value of={{ value, as: 'fen' }} money="wan" bare />;
  return owed ? <span className="owed">{money}</span> : money;
}
