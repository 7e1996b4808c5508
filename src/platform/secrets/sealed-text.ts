/**
 * A sealed value on its way to a reply: as it lies in the database, with the place its seal is bound to. Handlers pass it on
 * as text; only what writes the reply opens and masks it.
 */
import type { Sealed } from './envelope.ts';
import { type MaskKind, mask } from './masks.ts';

/** What a row answers of a sealed column, as SQL: names table, row and column, of which the seal is part. */
export const sealedText = (table: string, row: string, column: string, value: string): string =>
  `'sealed:${table}/' || ${row}::text || '/${column}:' || encode(${value}, 'hex')`;

const form = /^sealed:([a-z_.]+\/[0-9a-f-]{36}\/[a-z_]+):((?:[0-9a-f]{2})+)$/;

/** Opens and masks what a field answers. @throws Error for anything that is not sealed: it never goes out as it is. */
export function shown(sealed: Sealed, text: string, kind: string): string {
  const [, place, hex] = form.exec(text) ?? [];
  if (!place || !hex)
    throw new Error('a masked field was answered with something that is not sealed');
  return mask(kind as MaskKind, sealed.open(Buffer.from(hex, 'hex'), place)); // masked() takes no other kind
}
