// Money in a column of 万元: nothing where there is none.
import { Value } from '../../../platform/web/money.tsx';

export function Wan({ fen }: { fen: string }) {
  if (fen === '0') return null;
  return <Value of={{ value: fen, as: 'fen' }} money="wan" bare />;
}
