/** Checks a request against its endpoint's schemas without bending any value. */
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Endpoint } from './endpoint.ts';
import { BadShape } from './problem.ts';

/**
 * @returns a function that throws BadShape naming every field that is wrong.
 * An undeclared part must be empty: unknown query fields are refused, not ignored.
 */
export function shapeChecker(one: Endpoint): (request: FastifyRequest) => void {
  const parts = (['params', 'query', 'body'] as const).map((part) => {
    const schema = one[part];
    return { part, check: schema ? checker(schema) : null };
  });
  return (request) => {
    const wrong = parts.flatMap(({ part, check }) => {
      const value = request[part];
      if (check) {
        const found = check(value).map((e) => ({ path: `${part}${e.path}`, message: e.message }));
        // Only what fits is searched: its depth is the schema's, not the sender's.
        return found.length > 0 ? found : unstorable(value, part);
      }
      const keys = value && typeof value === 'object' ? Object.keys(value) : [];
      return keys.map((k) => ({ path: `${part}/${k}`, message: 'not expected' }));
    });
    if (wrong.length > 0) throw new BadShape(wrong.slice(0, 20));
  };
}

/** Texts that are none: a NUL or half a surrogate pair, which PostgreSQL cannot keep. */
function unstorable(value: unknown, path: string): { path: string; message: string }[] {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() ? [{ path, message: 'no text' }] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => unstorable(one, `${path}/${name}`));
}

/** Checks one value; an empty list means it fits. */
export function checker(schema: TSchema): (value: unknown) => { path: string; message: string }[] {
  const compiled = Compile(schema);
  return (value) => {
    if (compiled.Check(value)) return [];
    return compiled
      .Errors(value)
      .filter((e) => e.keyword !== 'boolean')
      .map((e) => ({ path: e.instancePath, message: e.message }));
  };
}
