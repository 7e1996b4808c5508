/** Amounts as forms have them. */
import { parseYuan } from '../../../kit/money.ts';

/** Fen of an amount typed in yuan, above nothing; undefined when it is none. */
export function fenOfYuan(text: string): string | undefined {
  const fen = parseYuan(text);
  return fen !== undefined && fen > 0n ? fen.toString() : undefined;
}
