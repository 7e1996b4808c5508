/**
 * How schemas say what is hidden: a reply which field is shown in part only (`masked`), a body which field comes in plain
 * and may be kept nowhere (`hidden`). Pure.
 */
import Type, { type TSchema } from 'typebox';
import type { MaskKind } from './masks.ts';

/** A field of a reply of which only the mask is shown. */
export const masked = (kind: MaskKind) => Type.String({ masked: kind });

export type Walk = (value: unknown, change: (text: string, kind: string) => string) => unknown;

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
