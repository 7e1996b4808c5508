/**
 * Hidden values on their way. A handler answers one as it lies in the database, with the place its seal is bound to; a
 * reply schema says which field is hidden and how (`masked`), and only what writes the reply opens and masks it. A body
 * schema says which field comes in plain and may be kept nowhere (`hidden`).
 */
import Type, { type TSchema } from 'typebox';
import type { Sealed } from './envelope.ts';
import { type MaskKind, mask } from './masks.ts';

/** A field of a reply of which only the mask is shown. */
export const masked = (kind: MaskKind) => Type.String({ masked: kind });

/** What a row answers of a sealed column, as SQL: names table, row and column, of which the seal is part. */
export const sealedText = (table: string, row: string, column: string, value: string): string =>
  `'sealed:${table}/' || ${row}::text || '/${column}:' || encode(${value}, 'hex')`;

const form = /^sealed:([a-z_.]+\/[0-9a-f-]{36}\/[a-z_]+):((?:[0-9a-f]{2})+)$/;

export type Walk = (value: unknown, change: (text: string, kind: string) => string) => unknown;

/** Opens and masks what a field answers. @throws Error for anything that is not sealed: it never goes out as it is. */
export function shown(sealed: Sealed, text: string, kind: string): string {
  const [, place, hex] = form.exec(text) ?? [];
  if (!place || !hex)
    throw new Error('a masked field was answered with something that is not sealed');
  return mask(kind as MaskKind, sealed.open(Buffer.from(hex, 'hex'), place)); // masked() takes no other kind
}

/** @returns what changes the texts a schema marks with a keyword; null where it marks none */
export function walkOf(schema: TSchema | undefined, keyword: 'masked' | 'hidden'): Walk | null {
  if (schema === undefined) return null;
  const node = schema as Node;
  const kind = node[keyword];
  if (typeof kind === 'string')
    return (value, change) => (typeof value === 'string' ? change(value, kind) : value);
  if (node.anyOf) return several(node.anyOf.map((one) => walkOf(one, keyword)));
  if (node.items) return list(walkOf(node.items, keyword));
  return fields(node.properties ?? {}, keyword);
}

interface Node {
  masked?: unknown;
  hidden?: unknown;
  anyOf?: TSchema[];
  items?: TSchema;
  properties?: Record<string, TSchema>;
}

/** Of a union every branch that has something: what fits is changed, the rest is not there. */
function several(walks: readonly (Walk | null)[]): Walk | null {
  const all = walks.filter((walk) => walk !== null);
  if (all.length === 0) return null;
  return (value, change) => all.reduce((now, walk) => walk(now, change), value);
}

function list(walk: Walk | null): Walk | null {
  if (!walk) return null;
  return (value, change) => (Array.isArray(value) ? value.map((one) => walk(one, change)) : value);
}

function fields(properties: Record<string, TSchema>, keyword: 'masked' | 'hidden'): Walk | null {
  const walks = Object.entries(properties).flatMap(([name, schema]) => {
    const walk = walkOf(schema, keyword);
    return walk ? [[name, walk] as const] : [];
  });
  if (walks.length === 0) return null;
  return (value, change) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    const had = value as Record<string, unknown>;
    const changed = walks
      .filter(([name]) => name in had)
      .map(([name, walk]) => [name, walk(had[name], change)]);
    return { ...had, ...Object.fromEntries(changed) };
  };
}
